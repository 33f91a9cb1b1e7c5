import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goLogInjection } from './go/queries.ts';
import { javaLogInjection } from './java/queries.ts';

const removesBreaks = (call: CallView): boolean => {
  const pattern = String(call.arg(0)?.constant ?? '');
  return /\\?[nrsW]|\n|\r|\[\^/.test(pattern);
};

/** CWE-117; cheatsheetseries.owasp.org, Logging. */
export const logInjection = defineCodeRule({
  id: 'log-injection',
  title: 'Log injection',
  severity: 'low',
  confidence: 'medium',
  cwe: ['CWE-117'],
  owasp: ['A09'],
  what: 'Reports untrusted data written into a text log with its line breaks.',
  why: 'Line breaks let one forge log entries and hide one\u2019s traces.',
  fix: 'Log structured fields, or take line breaks out of the value.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  keywords: ['log', 'console', 'winston', 'warn', 'error', 'info'],
  examples: {
    bad: [
      {
        path: 'src/login.ts',
        text: "app.post('/x', async (req, res) => {\n  console.log('login failed for ' + req.body.user);\n});\n",
      },
      {
        path: 'app/login.py',
        text: "import logging\nfrom flask import request\n\ndef view():\n    logging.info('login failed for ' + request.form['user'])\n",
      },
    ],
    good: [
      {
        path: 'src/login.ts',
        text: "app.post('/x', async (req, res) => {\n  console.log('login failed for ' + req.body.user.replace(/[\\r\\n]/g, ''));\n});\n",
      },
      {
        path: 'app/login.py',
        text: "import logging\nfrom flask import request\n\ndef view():\n    logging.info('login failed for ' + request.form['user'].replace('\\n', '').replace('\\r', ''))\n",
      },
    ],
  },
  models: {
    go: goLogInjection,
    java: javaLogInjection,
    javascript: {
      sinks: [
        {
          what: 'a log entry',
          calls: ['log', 'info', 'warn', 'error', 'debug', 'trace'].flatMap(name => [
            `console.${name}`,
            `*.${name}`,
          ]),
          args: ['all'],
          deep: false,
          receiver: /^(?:console|_?log(?:ger)?|winston|pino|bunyan|\w*Logger)$/,
          when: call => call.receiverName !== '' && !/^(?:pino|bunyan)$/.test(call.receiverName),
        },
      ],
      sanitizers: [
        { calls: ['*.replace', '*.replaceAll'], when: removesBreaks },
        { calls: ['JSON.stringify', 'encodeURIComponent'] },
      ],
    },
    python: {
      sinks: [
        {
          what: 'a log entry',
          calls: ['debug', 'info', 'warning', 'warn', 'error', 'critical', 'exception', 'log'].flatMap(
            name => [`logging.${name}`, `*.${name}`],
          ),
          args: ['all'],
          deep: false,
          receiver: /^(?:logging|_?log(?:ger)?|LOG(?:GER)?|\w*[lL]ogger)$/,
          when: call => call.receiverName !== '' && !isQuoted(call.arg(0)?.constant),
        },
      ],
      sanitizers: [
        { calls: ['*.replace', 're.sub', '*.translate'], when: removesBreaks },
        { calls: ['repr', 'json.dumps', 'urllib.parse.quote', '*.splitlines', 'html.escape_'] },
      ],
    },
  },
});

/** `%r` writes a text with its line breaks escaped. */
function isQuoted(format: unknown): boolean {
  return typeof format === 'string' && /%r/.test(format) && !/%(?:\(\w+\))?s/.test(format);
}
