import { defineCodeRule } from './define-code-rule.ts';
import { goCodeInjection } from './go/commands.ts';
import { javaCodeInjection } from './java/commands.ts';

/** CWE-95; developer.mozilla.org on `eval`, docs.python.org/3/library/functions.html#eval. */
export const codeInjection = defineCodeRule({
  id: 'code-injection',
  title: 'Code injection',
  severity: 'critical',
  confidence: 'high',
  cwe: ['CWE-94', 'CWE-95'],
  owasp: ['A03'],
  what: 'Reports untrusted data that is run as code, or chooses the module to load.',
  why: 'Whoever controls the value runs any code with the rights of the process.',
  fix: 'Parse data as data (`JSON.parse`, `ast.literal_eval`), or look the wanted function up in a fixed table.',
  references: [
    'https://cwe.mitre.org/data/definitions/95.html',
    'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/eval#never_use_direct_eval!',
    'https://docs.python.org/3/library/functions.html#eval',
  ],
  keywords: [
    'eval',
    'function(',
    'settimeout',
    'setinterval',
    'vm',
    'exec',
    'compile',
    'import',
    'require',
    'code.',
    'runpy',
  ],
  withoutSource:
    /(?<![.\w])(?:eval|exec|execfile|compile)\s*\(|\b(?:runIn\w+|compileFunction)\s*\(|vm\.Script|safe-eval|notevil|static-eval|require-from-string|\bvm2\b|runpy|\bdef eval\b|pandas/,
  examples: {
    bad: [
      {
        path: 'src/calculate.ts',
        text: "app.post('/calculate', (req, res) => {\n  res.json(eval(req.body.formula));\n});\n",
      },
      {
        path: 'app/calculate.py',
        text: "from flask import request\n\ndef calculate():\n    return str(eval(request.form['formula']))\n",
      },
    ],
    good: [
      {
        path: 'src/calculate.ts',
        text: "app.post('/calculate', (req, res) => {\n  res.json(JSON.parse(req.body.formula));\n});\n",
      },
      {
        path: 'app/calculate.py',
        text: "import ast\nfrom flask import request\n\ndef calculate():\n    return str(ast.literal_eval(request.form['formula']))\n",
      },
    ],
  },
  models: {
    go: goCodeInjection,
    java: javaCodeInjection,
    javascript: {
      local: true,
      sinks: [
        {
          what: 'code that is run',
          calls: [
            'eval',
            'vm.runInNewContext',
            'vm.runInThisContext',
            'vm.runInContext',
            'vm.compileFunction',
            'vm.Script',
            'vm2.VM().run',
            'vm2.NodeVM().run',
            'safe-eval',
            'notevil',
            'static-eval',
            'require-from-string',
          ],
          unknown: 'composed',
        },
        {
          what: 'code that is run',
          calls: ['Function', 'GeneratorFunction', 'AsyncFunction'],
          args: ['all'],
        },
        {
          what: 'code that is run',
          calls: ['setTimeout', 'setInterval', 'setImmediate', 'window.setInterval', 'execScript'],
          deep: false,
        },
        {
          what: 'code that is run in the page',
          calls: ['*.executeJavaScript', '*.executeScript', '*.$eval'],
          receiver: /webContents|driver|browser|page|webview/i,
        },
        { what: 'the module to load', calls: ['require', 'import', 'module.require'] },
      ],
    },
    python: {
      local: true,
      sinks: [
        {
          what: 'code that is run',
          calls: [
            'eval',
            'exec',
            'compile',
            'execfile',
            'runpy.run_path',
            'runpy.run_module',
            'code.InteractiveInterpreter().runcode',
            'timeit.timeit',
            'builtins.compile',
            'pandas.eval',
          ],
          unknown: 'composed',
        },
        {
          what: 'the module to load',
          calls: ['__import__', 'importlib.import_module', 'imp.load_source', 'importlib.__import__'],
        },
      ],
      sanitizers: [{ calls: ['ast.literal_eval'] }],
    },
  },
});
