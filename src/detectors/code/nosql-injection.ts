import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goNosqlInjection } from './go/queries.ts';
import { javaNosqlInjection } from './java/queries.ts';
import { isSchema, schemaMethods } from './schemas.ts';

/** `Array.prototype.find` takes a function, a query takes a record. */
const isQuery = (call: CallView): boolean => {
  const filter = call.arg(0);
  // Path parameters and headers are always texts.
  return (
    filter?.code === undefined &&
    /body|query|json|data|parameter|cookies|args/.test(call.sourceKeys(0)) &&
    !(call.method === 'remove' && filter?.object === undefined) &&
    call.receiver?.ref !== 'document'
  );
};

/** Values of a form are texts, those of JSON anything; `$where` is code in any case. */
const isPythonQuery = (call: CallView): boolean =>
  call.option('0:filter', '$where') !== undefined ||
  call.option('0:filter', '$function') !== undefined ||
  call
    .sourceKeys('0:filter')
    .split(' ')
    .some(key => /json|body|loads/.test(key) && (!key.startsWith('parameter:') || call.mentions(untyped)));

/** A body without a model: fields of one have the types that it says. */
const untyped = /:\s*(?:dict|Dict|Any|list|List|Mapping)\b/;

/** CWE-943; mongodb.com/docs on query operators. */
export const nosqlInjection = defineCodeRule({
  id: 'nosql-injection',
  title: 'NoSQL injection',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-943'],
  owasp: ['A03'],
  what: 'Reports untrusted data used as a MongoDB query or as code in `$where`.',
  why: 'An object such as `{"$ne": null}` in place of a text makes the query match anything: logins without a password.',
  fix: 'Convert the value to the type meant (`String(value)`), or validate it with a schema, before it goes into a query.',
  references: [
    'https://cwe.mitre.org/data/definitions/943.html',
    'https://www.mongodb.com/docs/manual/reference/operator/query/where/',
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/07-Input_Validation_Testing/05.6-Testing_for_NoSQL_Injection',
  ],
  keywords: ['find', '$where', 'aggregate', 'update', 'delete', 'count', 'mapreduce'],
  examples: {
    bad: [
      {
        path: 'src/login.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(await users.findOne({ name: req.body.name, password: req.body.password }));\n});\n",
      },
      {
        path: 'app/login.py',
        text: "from flask import request\n\ndef view():\n    return db.users.find_one({'$where': 'this.name == \"' + request.form['name'] + '\"'})\n",
      },
    ],
    good: [
      {
        path: 'src/login.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(await users.findOne({ name: String(req.body.name) }));\n});\n",
      },
      {
        path: 'app/login.py',
        text: "from flask import request\n\ndef view():\n    return db.users.find_one({'name': str(request.form['name'])})\n",
      },
    ],
  },
  models: {
    go: goNosqlInjection,
    java: javaNosqlInjection,
    javascript: {
      sinks: [
        {
          what: 'a database query',
          calls: [
            'find',
            'findOne',
            'findOneAndUpdate',
            'findOneAndDelete',
            'findOneAndReplace',
            'findOneAndRemove',
            'updateOne',
            'updateMany',
            'deleteOne',
            'deleteMany',
            'countDocuments',
            'distinct',
            'aggregate',
            'remove',
            'replaceOne',
            'exists',
            'count',
          ].map(name => `*.${name}`),
          args: [0],
          when: isQuery,
        },
        { what: 'code in a query', calls: ['*.$where', '*.mapReduce'], args: [0] },
      ],
      sanitizers: [
        { calls: schemaMethods, when: isSchema },
        {
          calls: [
            'String',
            '*.toString',
            'mongo-sanitize',
            'express-mongo-sanitize.sanitize',
            'mongoose.Types.ObjectId',
            'mongodb.ObjectId',
            'mongodb.ObjectID',
            'ObjectId',
            '*.trim',
            '*.toLowerCase',
            '*.toUpperCase',
            '*.slice',
            '*.substring',
            'mongoose.sanitizeFilter',
            'encodeURIComponent',
            '*.join',
          ],
        },
      ],
    },
    python: {
      sinks: [
        {
          what: 'a database query',
          calls: [
            'find',
            'find_one',
            'find_one_and_update',
            'find_one_and_delete',
            'update_one',
            'update_many',
            'delete_one',
            'delete_many',
            'count_documents',
            'aggregate',
            'distinct',
          ].map(name => `*.${name}`),
          args: ['0:filter'],
          when: isPythonQuery,
        },
      ],
      sanitizers: [{ calls: ['bson.ObjectId', 'bson.objectid.ObjectId', 'str'] }],
    },
  },
});
