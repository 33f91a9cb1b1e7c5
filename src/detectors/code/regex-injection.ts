import { defineCodeRule } from './define-code-rule.ts';
import { goRegexInjection } from './go/queries.ts';
import { javaRegexInjection } from './java/queries.ts';

/** CWE-1333; owasp.org, Regular expression Denial of Service. */
export const regexInjection = defineCodeRule({
  id: 'regex-injection',
  title: 'Regular expression injection',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-1333', 'CWE-730'],
  owasp: ['A03'],
  what: 'Reports untrusted data that becomes a regular expression.',
  why: 'A prepared expression takes exponential time and blocks the process.',
  fix: 'Escape the value (`RegExp.escape`, `re.escape`), or compare texts without an expression.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  keywords: ['regexp', 're.', 'regex'],
  examples: {
    bad: [
      {
        path: 'src/search.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(names.filter(name => new RegExp(req.body.query).test(name)));\n});\n",
      },
      {
        path: 'app/search.py',
        text: "import re\nfrom flask import request\n\ndef view():\n    return str(re.search(request.args['pattern'], TEXT))\n",
      },
    ],
    good: [
      {
        path: 'src/search.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(names.filter(name => name.includes(req.body.query)));\n  return new RegExp('^a');\n});\n",
      },
      {
        path: 'app/search.py',
        text: "import re\nfrom flask import request\n\ndef view():\n    return str(re.search(re.escape(request.args['pattern']), TEXT))\n",
      },
    ],
  },
  models: {
    go: goRegexInjection,
    java: javaRegexInjection,
    javascript: {
      sinks: [
        { what: 'a regular expression', calls: ['RegExp'] },
        {
          what: 'a regular expression',
          calls: ['*.match', '*.search', '*.matchAll'],
          deep: false,
          when: call =>
            call.receiver?.taints.length === 0 &&
            call.arg(0)?.ref !== 'RegExp()' &&
            call.receiver.ref === undefined &&
            /^(?:text|str|string|content|line|name|body|html|data|input)$/i.test(call.receiverName),
        },
      ],
      sanitizers: [
        {
          calls: [
            'lodash.escapeRegExp',
            '_.escapeRegExp',
            'escape-string-regexp',
            'RegExp.escape',
            'regexp.escape',
            '*.escapeRegExp',
            '*.escapeRegex',
            'escapeRegExp',
            'escapeRegex',
            'lodash.escaperegexp',
          ],
        },
        {
          calls: ['*.replace'],
          when: call =>
            /^\(?\[/.test(String(call.arg(0)?.constant)) &&
            ['*', '+', '^'].every(sign => String(call.arg(0)?.constant).includes(sign)),
        },
      ],
    },
    python: {
      sinks: [
        {
          what: 'a regular expression',
          calls: [
            'match',
            'search',
            'fullmatch',
            'compile',
            'findall',
            'finditer',
            'split',
            'sub',
            'subn',
          ].flatMap(name => [`re.${name}`, `regex.${name}`]),
          args: ['0:pattern'],
          deep: false,
        },
      ],
      sanitizers: [{ calls: ['re.escape', 'regex.escape'] }],
    },
  },
});
