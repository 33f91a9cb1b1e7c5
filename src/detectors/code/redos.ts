import { defineCodeRule } from './define-code-rule.ts';
import type { CheckResult } from './engine/model.ts';
import type { Value } from './engine/value.ts';
import { javaRedosCalls } from './java/data.ts';
import { isExponential } from './patterns/exponential-pattern.ts';

/** `whole`: the expression must match all of the text, as if `$` stood at its end. */
function judge(pattern: unknown, text: Value | undefined, whole = false): CheckResult | undefined {
  if (typeof pattern !== 'string' || text === undefined || text.literal || text.taints.length === 0)
    return undefined;
  return isExponential(pattern, { whole })
    ? { message: 'Untrusted data is matched by an expression that can take exponential time.' }
    : undefined;
}

/** CWE-1333; owasp.org, Regular expression Denial of Service. */
export const redos = defineCodeRule({
  id: 'redos',
  title: 'Regular expression with exponential time',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-1333'],
  owasp: ['A05'],
  what: 'Reports expressions with nested repetition over the same characters that are matched against data from outside.',
  why: 'A short prepared text makes the match take minutes and blocks the process.',
  fix: 'Write the expression without a repetition inside a repetition, or limit the length of the text first.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  keywords: ['test(', '.exec(', 'match', 'replace', 'search', 'split', 'sub(', 'findall', 'finditer'],
  withoutSource: /(?!)/,
  examples: {
    bad: [
      {
        path: 'src/check.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(/^(a+)+$/.test(req.body.name));\n});\n",
      },
      {
        path: 'app/check.py',
        text: "import re\nfrom flask import request\n\ndef view():\n    return str(re.match(r'^(\\w+\\s?)*$', request.args['name']))\n",
      },
    ],
    good: [
      {
        path: 'src/check.ts',
        text: "app.post('/x', async (req, res) => {\n  res.json(/^a+$/.test(req.body.name));\n});\n",
      },
      {
        path: 'app/check.py',
        text: "import re\nfrom flask import request\n\ndef view():\n    return str(re.match(r'^[\\w\\s]*$', request.args['name']))\n",
      },
    ],
  },
  models: {
    go: {
      withoutSource: /(?!)/,
      checks: [
        {
          calls: [
            'MatchString',
            'MatchRunes',
            'FindStringMatch',
            'FindRunesMatch',
            'Replace',
            'ReplaceFunc',
          ].map(name => `github.com/dlclark/regexp2.MustCompile().${name}`),
          // Go's own expressions take linear time; these backtrack, unless a limit stops them.
          check: call =>
            call.mentions(/MatchTimeout/) ? undefined : judge(call.receiver?.constant, call.arg(0)),
        },
      ],
    },
    java: {
      withoutSource: /(?!)/,
      checks: [
        {
          calls: javaRedosCalls,
          check(call) {
            const compiled = call.receiver?.ref === 'regex';
            if (call.ref === 'Pattern.matches') return judge(call.arg(0)?.constant, call.arg(1), true);
            if (compiled)
              return judge(
                call.receiver?.constant,
                call.arg(0),
                call.mentions(/\.matches\(\)|asMatchPredicate/),
              );
            const pattern = call.count > 0 ? call.arg(0)?.constant : undefined;
            return judge(pattern, call.receiver, call.method === 'matches');
          },
        },
      ],
    },
    javascript: {
      checks: [
        {
          calls: ['test', 'exec', 'match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'].map(
            name => `*.${name}`,
          ),
          check: call => {
            const onPattern = call.receiver?.ref === 'regex' || call.receiver?.ref === 'RegExp()';
            return judge(
              onPattern
                ? call.receiver?.constant
                : call.arg(0)?.ref === 'regex'
                  ? call.arg(0)?.constant
                  : undefined,
              onPattern ? call.arg(0) : call.receiver,
            );
          },
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['match', 'search', 'fullmatch', 'findall', 'finditer', 'split'].map(name => `re.${name}`),
          check: call => judge(call.arg(0)?.constant, call.arg(1), call.method === 'fullmatch'),
        },
        { calls: ['re.sub', 're.subn'], check: call => judge(call.arg(0)?.constant, call.arg(2)) },
        {
          calls: ['match', 'search', 'fullmatch', 'findall', 'finditer', 'split', 'sub', 'subn'].map(
            name => `re.compile().${name}`,
          ),
          check: call =>
            judge(
              call.receiver?.constant,
              call.method.startsWith('sub') ? call.arg(1) : call.arg(0),
              call.method === 'fullmatch',
            ),
        },
      ],
    },
  },
});
