import { defineCodeRule } from './define-code-rule.ts';
import type { CallView, CheckResult } from './engine/model.ts';
import type { Value } from './engine/value.ts';
import { goJwtMisuse } from './go/crypto.ts';
import { javaJwtMisuse } from './java/crypto.ts';

const hasNone = (call: CallView, list: Value | undefined): boolean =>
  (call.items(list) ?? (list === undefined ? [] : [list])).some(item =>
    /^none$/i.test(String(item.constant)),
  );

const keyIn = (call: CallView, key: Value | undefined): CheckResult | undefined =>
  typeof key?.constant === 'string' &&
  key.constant !== '' &&
  !key.constant.includes('-----BEGIN PUBLIC') &&
  !call.mentions(/\b(?:describe|it)\(/)
    ? { message: 'The key that signs tokens stands in the code.', confidence: 'medium' }
    : undefined;

/** CWE-347; RFC 8725 (JWT Best Current Practices). */
export const jwtMisuse = defineCodeRule({
  id: 'jwt-misuse',
  title: 'JSON Web Token not verified properly',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-347', 'CWE-345'],
  owasp: ['A02', 'A07'],
  what: 'Reports tokens accepted without verifying their signature, with the algorithm `none`, past their expiry, or signed with a key that stands in the code.',
  why: 'Anybody can write a token and be whoever they say.',
  fix: 'Verify with a key from a secret store and a fixed list of algorithms.',
  references: ['https://cwe.mitre.org/data/definitions/347.html', 'https://www.rfc-editor.org/rfc/rfc8725'],
  keywords: ['jwt', 'jsonwebtoken', 'jose'],
  withoutSource: /jsonwebtoken|\bjwt\.|['"]jose['"]|jwt-decode|jwt-simple|express-jwt|import jwt|from jose/,
  examples: {
    bad: [
      {
        path: 'src/token.ts',
        text: "import jwt from 'jsonwebtoken';\nexport const user = (token: string) => jwt.verify(token, key, { algorithms: ['none'] });\n",
      },
      {
        path: 'app/token.py',
        text: "import jwt\n\ndef user(token):\n    return jwt.decode(token, options={'verify_signature': False})\n",
      },
    ],
    good: [
      {
        path: 'src/token.ts',
        text: "import jwt from 'jsonwebtoken';\nexport const user = (token: string) => jwt.verify(token, process.env.KEY, { algorithms: ['RS256'] });\n",
      },
      {
        path: 'app/token.py',
        text: "import jwt\n\ndef user(token, key):\n    return jwt.decode(token, key, algorithms=['RS256'])\n",
      },
    ],
  },
  models: {
    go: goJwtMisuse,
    java: javaJwtMisuse,
    javascript: {
      checks: [
        {
          calls: ['jsonwebtoken.verify', 'express-jwt.expressjwt', 'express-jwt', 'jose.jwtVerify'],
          check: call => {
            const options = call.ref?.startsWith('express') === true ? 0 : 2;
            if (hasNone(call, call.option(options, 'algorithms')))
              return 'The algorithm `none` accepts tokens without a signature.';
            if (call.option(options, 'ignoreExpiration')?.constant === true)
              return { message: 'Expired tokens are accepted.', severity: 'medium' };
            return call.ref === 'jsonwebtoken.verify' &&
              (call.arg(1)?.constant === null ||
                call.arg(1)?.constant === '' ||
                call.arg(1)?.constant === false)
              ? 'The token is verified without a key.'
              : keyIn(call, call.arg(1));
          },
        },
        {
          calls: ['jsonwebtoken.sign'],
          check: call =>
            /^none$/i.test(String(call.option(2, 'algorithm')?.constant))
              ? 'The token is not signed.'
              : keyIn(call, call.arg(1)),
        },
        {
          calls: [
            'jsonwebtoken.decode',
            'jwt-decode',
            'jwt-decode.jwtDecode',
            'jose.decodeJwt',
            'jwt-simple.decode',
          ],
          check: call => {
            if (call.ref === 'jwt-simple.decode')
              return call.arg(2)?.constant === true
                ? 'The token is read without verifying its signature.'
                : undefined;
            // In a browser there is nothing to verify with: only a token of a request is somebody else's.
            return call.ref === 'jsonwebtoken.decode' || call.sourceKeys(0) !== ''
              ? {
                  message: 'The token is read without verifying its signature.',
                  severity: 'medium',
                  confidence: 'low',
                }
              : undefined;
          },
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['jwt.decode', 'jose.jwt.decode', 'jwt.api_jwt.decode'],
          check: call => {
            const options = call.option('options', 'verify_signature')?.constant;
            if (options === false || call.arg('verify')?.constant === false)
              return 'The token is read without verifying its signature.';
            if (hasNone(call, call.arg('2:algorithms')))
              return 'The algorithm `none` accepts tokens without a signature.';
            return call.option('options', 'verify_exp')?.constant === false
              ? { message: 'Expired tokens are accepted.', severity: 'medium' }
              : keyIn(call, call.arg('1:key'));
          },
        },
        {
          calls: ['jwt.encode', 'jose.jwt.encode'],
          check: call =>
            /^none$/i.test(String(call.arg('2:algorithm')?.constant))
              ? 'The token is not signed.'
              : keyIn(call, call.arg('1:key')),
        },
        {
          calls: ['jose.jwt.get_unverified_claims'],
          check: () => ({ message: 'The token is read without verifying its signature.', confidence: 'low' }),
        },
      ],
    },
  },
});
