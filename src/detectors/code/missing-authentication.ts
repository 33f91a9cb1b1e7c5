import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goMissingAuthentication } from './go/settings.ts';
import { javaMissingAuthentication } from './java/settings.ts';

const message = 'Nothing in this file authenticates the caller of this administrative route.';

const isAdministrative = (call: CallView): boolean =>
  /^\/(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice)(?:\/|$)/i.test(
    String(call.arg(0)?.constant ?? ''),
  );

/** A file that authenticates anything at all may do so for all its routes. */
const speaks = (call: CallView): boolean =>
  call.mentions(
    /auth(?!or\b)|login|session|passport|jwt|token|permission|is_?admin|require_?(?:admin|user|role)|current_?user|guard|Depends|Security/i,
  );

/** CWE-306; cheatsheetseries.owasp.org, Authorization. */
export const missingAuthentication = defineCodeRule({
  id: 'missing-authentication',
  title: 'Administrative route without authentication',
  severity: 'medium',
  confidence: 'low',
  cwe: ['CWE-306'],
  owasp: ['A07'],
  what: 'Reports routes under administrative paths in files where nothing speaks of authentication.',
  why: 'Whoever finds the path can use it.',
  fix: 'Put a middleware or decorator that authenticates and authorises in front of the route.',
  references: [
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  keywords: ['admin', 'internal', 'manage', 'backoffice'],
  withoutSource:
    /\.(?:route|get|post|put|patch|delete|all)\(\s*[`'"]\/(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice)\b/i,
  examples: {
    bad: [
      {
        path: 'src/admin.ts',
        text: "app.delete('/admin/users/:id', async (req, res) => {\n  await removeUser(req.params.id);\n  res.end();\n});\n",
      },
      {
        path: 'app/admin.py',
        text: "from flask import Flask\n\napp = Flask(__name__)\n\n@app.route('/admin/users', methods=['POST'])\ndef users():\n    return remove_users()\n",
      },
    ],
    good: [
      {
        path: 'src/admin.ts',
        text: "app.delete('/admin/users/:id', requireAdmin, async (req, res) => {\n  await removeUser(req.params.id);\n  res.end();\n});\n",
      },
      {
        path: 'app/admin.py',
        text: "from flask import Flask\nfrom flask_login import login_required\n\napp = Flask(__name__)\n\n@app.route('/admin/users', methods=['POST'])\n@login_required\ndef users():\n    return remove_users()\n",
      },
    ],
  },
  models: {
    go: goMissingAuthentication,
    java: javaMissingAuthentication,
    javascript: {
      checks: [
        {
          calls: ['get', 'post', 'put', 'patch', 'delete', 'all'].map(name => `*.${name}`),
          check: call =>
            call.count === 2 && call.arg(1)?.code !== undefined && isAdministrative(call) && !speaks(call)
              ? message
              : undefined,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['route', 'get', 'post', 'put', 'patch', 'delete'].map(name => `*.${name}`),
          check: call =>
            /^(?:app|bp|blueprint|router|api|\w*_bp|\w*_router)$/.test(call.receiverName) &&
            call.arg('dependencies') === undefined &&
            isAdministrative(call) &&
            !speaks(call)
              ? message
              : undefined,
        },
      ],
    },
  },
});
