import { defineCodeRule } from './define-code-rule.ts';
import type { CallView, CheckResult } from './engine/model.ts';
import { goGenerators } from './go/crypto.ts';
import { javaGenerators } from './java/crypto.ts';

const secretName =
  /(?:^|[_a-z])(?:token|secret|passw(?:or)?d|pwd|otp|nonce|salt|csrf|xsrf|session_?id|session_?key|api_?key|access_?key|auth_?key|private_?key|encryption_?key|reset_?code|verification_?code|auth_?code|verify_?code|invite_?code|pin_?code|credential|cookie)s?(?:$|[_A-Z0-9])|(?:Token|Secret|Password|Otp|OTP|Nonce|Salt|Csrf|SessionId|SessionKey|ApiKey|AccessKey|ResetCode|VerificationCode|AuthCode|RememberMe|Iv|IV)(?:$|[A-Z0-9_])|^(?:iv|pin)$/;

/** A variable of the function that holds a secret, put together from what stands before. */
const madeWithin =
  /\b(?:\w*(?:[tT]oken|[sS]ecret|[pP]assword|[oO]tp|OTP|[nN]once|[sS]alt|[cC]srf|[sS]essionId|[sS]essionID|session_id|[aA]piKey|api_key|[rR]esetCode|[rR]ememberMe\w*|[vV]erificationCode))\s*(?::?=|\+=)(?!=)/;

/** The variable becomes a cookie or stands in the session. */
function isHandedOut(call: CallView): boolean {
  const name = call.assignedTo;
  return (
    /^\w{2,40}$/.test(name) &&
    call.mentionsWithin(
      new RegExp(
        `(?:set_?cookie|add_?cookie|\\.cookie|new (?:\\w+\\.)*Cookie)\\([^;\\n]*\\b${name}\\b|\\bsession\\[[^\\]\\n]*\\]\\s*=[^;\\n]*\\b${name}\\b`,
        'i',
      ),
    )
  );
}

const check = (call: CallView): CheckResult | string | undefined => {
  // Commons Lang takes a generator as the last argument.
  if (call.count === 7) return undefined;
  const named = [call.assignedTo, call.within].find(
    name => secretName.test(name) || secretName.test(name.toLowerCase()),
  );
  if (named === undefined && (call.mentionsWithin(madeWithin) || isHandedOut(call)))
    return {
      message: 'The function makes a secret and uses a generator whose next values can be computed.',
      confidence: 'low',
    };
  return named === undefined
    ? undefined
    : 'A secret is made from a generator whose next values can be computed.';
};

const generators = [
  'random',
  'randint',
  'choice',
  'choices',
  'randrange',
  'sample',
  'getrandbits',
  'randbytes',
  'uniform',
  'shuffle',
];

/** CWE-330, CWE-338; docs.python.org/3/library/random.html, developer.mozilla.org on `Math.random`. */
export const insecureRandomness = defineCodeRule({
  id: 'insecure-randomness',
  title: 'Predictable secret',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-330', 'CWE-338'],
  owasp: ['A02'],
  what: 'Reports tokens, passwords and keys made with a generator that is not meant for secrets.',
  why: 'After seeing a few values one can compute the next ones, and with them other people’s tokens.',
  fix: 'Use `crypto.randomBytes`, `crypto.randomUUID` or `crypto.getRandomValues`; in Python the `secrets` module.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Math/random',
    'https://docs.python.org/3/library/secrets.html',
  ],
  keywords: ['math.random', 'random'],
  withoutSource: /Math\.random|\brandom\b|pseudoRandomBytes|from random import/,
  examples: {
    bad: [
      {
        path: 'src/token.ts',
        text: 'export function createToken() {\n  return Math.random().toString(36).slice(2);\n}\n',
      },
      {
        path: 'app/token.py',
        text: "import random\n\ndef reset_token():\n    return ''.join(random.choice('abcdef0123456789') for _ in range(32))\n",
      },
    ],
    good: [
      {
        path: 'src/token.ts',
        text: "import { randomBytes } from 'node:crypto';\nexport function createToken() {\n  return randomBytes(32).toString('hex');\n}\n",
      },
      {
        path: 'app/token.py',
        text: 'import secrets\n\ndef reset_token():\n    return secrets.token_hex(16)\n',
      },
    ],
  },
  models: {
    go: { withoutSource: /math\/rand/, checks: [{ calls: goGenerators, check }] },
    java: {
      withoutSource: /\b(?:ThreadLocal)?Random\b|Math\.random|RandomStringUtils|RandomUtils|SplittableRandom/,
      checks: [{ calls: javaGenerators, check }],
    },
    javascript: {
      checks: [
        {
          calls: ['Math.random', 'lodash.random', '_.random', 'crypto.pseudoRandomBytes', 'random-js.Random'],
          check,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: [
            ...generators.map(name => `random.${name}`),
            ...generators.map(name => `random.Random().${name}`),
            'numpy.random.randint',
            'numpy.random.choice',
            'numpy.random.rand',
          ],
          check,
        },
      ],
    },
  },
});
