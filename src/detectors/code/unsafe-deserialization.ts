import { defineCodeRule } from './define-code-rule.ts';
import { goUnsafeDeserialization } from './go/data.ts';
import { javaUnsafeDeserialization } from './java/data.ts';

const safeLoaders = /(?:^|\.)C?(?:Safe|Base)Loader$/;

/** CWE-502; docs.python.org/3/library/pickle.html, pyyaml.org/wiki/PyYAMLDocumentation. */
export const unsafeDeserialization = defineCodeRule({
  id: 'unsafe-deserialization',
  title: 'Unsafe deserialisation',
  severity: 'critical',
  confidence: 'high',
  cwe: ['CWE-502'],
  owasp: ['A08'],
  what: 'Reports data read by a deserialiser that can run code while it reads.',
  why: 'A prepared input makes the deserialiser call functions of the attacker’s choice.',
  fix: 'Use a format that only holds data (JSON, `yaml.safe_load`), or verify a signature before reading.',
  references: [
    'https://cwe.mitre.org/data/definitions/502.html',
    'https://docs.python.org/3/library/pickle.html#module-pickle',
    'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
  ],
  keywords: [
    'serializ',
    'pickle',
    'yaml',
    'marshal',
    'shelve',
    'dill',
    'joblib',
    'torch',
    'v8',
    'jsonpickle',
    'funcster',
    'cryo',
    'read_pickle',
    'numpy',
    'np.load',
  ],
  withoutSource: /serializ|pickle|yaml|marshal|shelve|dill|joblib|torch|jsonpickle|funcster|cryo|serialijse/,
  examples: {
    bad: [
      {
        path: 'src/session.ts',
        text: "import serialize from 'node-serialize';\napp.get('/', (req, res) => {\n  res.json(serialize.unserialize(req.cookies.profile));\n});\n",
      },
      {
        path: 'app/session.py',
        text: 'import pickle\nfrom flask import request\n\ndef load():\n    return pickle.loads(request.data)\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport java.io.*;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    new ObjectInputStream(request.getInputStream()).readObject();\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'src/session.ts',
        text: "import serialize from 'node-serialize';\napp.get('/', (req, res) => {\n  res.json(JSON.parse(req.cookies.profile));\n  return serialize.serialize({});\n});\n",
      },
      {
        path: 'app/session.py',
        text: 'import yaml\nfrom flask import request\n\ndef load():\n    return yaml.safe_load(request.data)\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport com.fasterxml.jackson.databind.ObjectMapper;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    new ObjectMapper().readValue(request.getInputStream(), User.class);\n  }\n}\n',
      },
    ],
  },
  models: {
    go: goUnsafeDeserialization,
    java: javaUnsafeDeserialization,
    javascript: {
      local: true,
      sinks: [
        {
          what: 'a deserialiser that runs code',
          calls: [
            'node-serialize.unserialize',
            'serialize-to-js.deserialize',
            'funcster.deepDeserialize',
            'cryo.parse',
            'serialijse.deserialize',
            '*.unserialize',
          ],
          unknown: 'any',
          unknownConfidence: 'medium',
        },
        { what: 'a deserialiser', calls: ['v8.deserialize'], severity: 'high' },
        {
          what: 'a YAML loader',
          calls: ['js-yaml.load', 'js-yaml.loadAll'],
          when: call => /DEFAULT_FULL_SCHEMA|js-yaml-js-types/.test(call.text(1)),
        },
      ],
    },
    python: {
      local: true,
      sinks: [
        {
          what: 'a deserialiser that runs code',
          calls: [
            'pickle.loads',
            'pickle.load',
            'pickle.Unpickler',
            'dill.loads',
            'dill.load',
            'cloudpickle.loads',
            'cloudpickle.load',
            'shelve.open',
            'jsonpickle.decode',
            'marshal.loads',
            'marshal.load',
            'joblib.load',
            'pandas.read_pickle',
            'yaml.unsafe_load',
            'yaml.unsafe_load_all',
            'yaml.full_load',
            'torch.load',
          ],
          args: [0],
          when: call => call.arg('weights_only')?.constant !== true,
        },
        {
          what: 'a deserialiser that runs code',
          calls: ['pickle.loads', 'dill.loads', 'cloudpickle.loads', 'jsonpickle.decode', 'yaml.unsafe_load'],
          unknown: 'any',
          unknownConfidence: 'medium',
          severity: 'high',
        },
        {
          what: 'a YAML loader that runs code',
          calls: ['ruamel.yaml.YAML().load', 'ruamel.yaml.YAML().load_all'],
          when: call => call.mentions(/\bYAML\([^)]*['"]unsafe['"]/),
        },
        {
          what: 'a YAML loader that runs code',
          calls: ['yaml.load', 'yaml.load_all'],
          args: [0],
          when: call => !usesSafeLoader(call.arg('1:Loader')?.ref),
          unknown: 'any',
          unknownConfidence: 'medium',
        },
      ],
    },
  },
});

function usesSafeLoader(ref: string | undefined): boolean {
  return ref !== undefined && safeLoaders.test(ref);
}
