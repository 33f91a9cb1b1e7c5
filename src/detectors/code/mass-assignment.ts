import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import type { Value } from './engine/value.ts';
import { goMassAssignment } from './go/settings.ts';
import { javaMassAssignment } from './java/settings.ts';

const message = 'The whole request body becomes the record: any of its fields can be set.';

/** The body itself rather than a part of it. */
const isWhole = (value: Value | undefined): boolean =>
  value?.taints.some(
    taint =>
      taint.direct &&
      /\.(?:body|json|form|data|POST|get_json\(\)|json\(\)|post\(\)|payload)$/.test(taint.source.key),
  ) === true;

/** The body, or a record that the body was spread into. */
const holdsWhole = (call: CallView, value: Value | undefined): boolean =>
  isWhole(value) || isWhole(call.rest(value));

const whole = (call: CallView, position: number): boolean => holdsWhole(call, call.arg(position));

/** A class whose instances are records: capitalised, and none of the platform's. */
const isRecord = (name: string): boolean =>
  /^[A-Z]/.test(name) &&
  !/Error$|^(?:Date|URL|URLSearchParams|Map|Set|Response|Request|Buffer|FormData|Promise|Proxy|Array|Blob|Function|RegExp|String|Number|Uint8Array)$/.test(
    name,
  );

const isModel = (call: CallView): boolean =>
  !/^(?:axios|http|client|api|res|response|logger|log|cache|redis|Object|Map|session|hash|hmac|cipher|schema|stripe|fetch|form|formData|params)$/i.test(
    call.receiverName,
  ) && call.receiverName !== '';

/** CWE-915; cheatsheetseries.owasp.org, Mass Assignment. */
export const massAssignment = defineCodeRule({
  id: 'mass-assignment',
  title: 'Mass assignment',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-915'],
  owasp: ['A08'],
  what: 'Reports whole request bodies stored as a record.',
  why: 'Whoever sends the request sets fields nobody meant them to set: roles, owners, prices.',
  fix: 'Name the fields taken from the request, or validate it with a schema that drops others.',
  references: [
    'https://cwe.mitre.org/data/definitions/915.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
  ],
  keywords: ['body', 'json', 'post', 'form', 'setattr', '__all__'],
  withoutSource: /(?!)/,
  examples: {
    bad: [
      {
        path: 'src/user.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(await User.create(req.body));\n});\n",
      },
      {
        path: 'app/user.py',
        text: 'from flask import request\n\ndef view():\n    User.objects.create(**request.get_json())\n',
      },
    ],
    good: [
      {
        path: 'src/user.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(await User.create({ name: req.body.name }));\n});\n",
      },
      {
        path: 'app/user.py',
        text: "from flask import request\n\ndef view():\n    User.objects.create(name=request.get_json()['name'])\n",
      },
    ],
  },
  models: {
    go: goMassAssignment,
    java: javaMassAssignment,
    javascript: {
      checks: [
        {
          calls: [
            'create',
            'build',
            'bulkCreate',
            'insert',
            'insertOne',
            'insertMany',
            'upsert',
            'update',
            'updateOne',
            'updateMany',
            'save',
            'fill',
            'assign',
            'set',
            'merge',
            'values',
          ].map(name => `*.${name}`),
          check: call =>
            isModel(call) &&
            (call.method !== 'values' || /\binsert\b|\bupdate\b/.test(call.chain)) &&
            call.option(1, 'fields') === undefined &&
            (whole(call, 0) ||
              whole(call, 1) ||
              ['data', 'create', 'update'].some(name => holdsWhole(call, call.option(0, name))))
              ? message
              : undefined,
        },
        {
          calls: ['findByIdAndUpdate', 'findOneAndUpdate', 'replaceOne'].map(name => `*.${name}`),
          check: call => (whole(call, 1) || holdsWhole(call, call.option(1, '$set')) ? message : undefined),
        },
        {
          calls: ['Object.assign', 'lodash.assign', 'lodash.extend', '_.extend', '_.assign'],
          check: call =>
            (whole(call, 1) || whole(call, 2)) &&
            call.arg(0)?.literal !== true &&
            /user|account|record|model|entity|doc|item|profile|existing|order|product|post|this/i.test(
              call.text(0),
            )
              ? message
              : undefined,
        },
        { calls: ['new()'], check: call => (whole(call, 0) && isRecord(call.method) ? message : undefined) },
      ],
    },
    python: {
      withoutSource: /__all__/,
      checks: [
        {
          calls: [
            '*.create',
            '*.update',
            '*.update_or_create',
            '*.get_or_create',
            '*.filter',
            '*.insert',
            '*.values',
            '*.construct',
            '*.new',
          ],
          check: call =>
            isWhole(call.arg('**')) &&
            !/^(?:dict|params)$/.test(call.receiverName) &&
            call.method !== 'filter'
              ? message
              : undefined,
        },
        {
          calls: ['*.insert_one', '*.insert_many', '*.insert', '*.update_one', '*.replace_one'],
          check: call =>
            whole(call, 0) || whole(call, 1) || holdsWhole(call, call.option(1, '$set'))
              ? message
              : undefined,
        },
        {
          calls: ['*.update'],
          check: call =>
            whole(call, 0) && /\b(?:query|objects|filter\w*|__dict__|where|session)\b/.test(call.chain)
              ? message
              : undefined,
        },
        {
          writes: ['fields', '*.fields'],
          check: call =>
            call.arg(0)?.constant === '__all__' &&
            call.mentions(/ModelSerializer|ModelForm|modelform_factory|\b(?:Create|Update)View\b/)
              ? {
                  message: 'Every field of the model can be set by whoever sends the request.',
                  confidence: 'low',
                }
              : undefined,
        },
        {
          calls: ['setattr'],
          check: call =>
            (call.arg(1)?.taints.length ?? 0) > 0
              ? 'Untrusted data chooses which attribute is set.'
              : undefined,
        },
        {
          calls: ['new()'],
          check: call => (isWhole(call.arg('**')) && isRecord(call.method) ? message : undefined),
        },
      ],
    },
  },
});
