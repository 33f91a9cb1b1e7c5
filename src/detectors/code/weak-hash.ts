import { defineCodeRule } from './define-code-rule.ts';
import type { CallView, CheckResult } from './engine/model.ts';

const weak = /^(?:md2|md4|md5|sha|sha1|sha-1|ripemd|ripemd160|rsa-md5|rsa-sha1)$/i;
const fast = /^(?:sha-?(?:224|256|384|512)|sha3-\d+|blake2[bs]\d*|sha512-256)$/i;
const passwordNames =
  /pass(?:wd|word|phrase)?(?!port|ed|ing|es|enger|ive|age)|(?:^|[^a-z])pwd|passwd|\bpw\b/i;
const harmlessNames =
  /etag|cache|checksum|fingerprint|gravatar|avatar|integrity|content_?hash|file_?hash|bucket|shard|dedup|cache_?key|cacheKey|revision|thumb/i;

function checkHash(call: CallView, algorithm: unknown, data: string): CheckResult | undefined {
  if (typeof algorithm !== 'string') return undefined;
  const context = `${data} ${call.assignedTo} ${call.within}`;
  const isPassword = passwordNames.test(context);
  if (isPassword && (weak.test(algorithm) || fast.test(algorithm))) {
    return {
      message: `A password is hashed with ${algorithm}, which is fast enough to be guessed by the billion.`,
      severity: 'high',
    };
  }
  if (!weak.test(algorithm) || harmlessNames.test(context)) return undefined;
  return {
    message: `${algorithm} is broken: two inputs with the same hash can be made.`,
    confidence: 'medium',
  };
}

const goHashes = ['crypto/md5', 'crypto/sha1', 'golang.org/x/crypto/md4', 'golang.org/x/crypto/ripemd160']
  .flatMap(home => ['New', 'Sum'].map(name => `${home}.${name}`))
  .concat(['crypto/sha256.Sum256', 'crypto/sha512.Sum512']);

function goAlgorithm(ref: string | undefined): string {
  return /(md[45]|sha1|sha256|sha512|ripemd160)/.exec(ref ?? '')?.[1] ?? '';
}

const javaHashes = [
  'md5',
  'md5Hex',
  'md5DigestAsHex',
  'md2Hex',
  'sha',
  'shaHex',
  'sha1',
  'sha1Hex',
  'getMd5Digest',
  'getSha1Digest',
  'sha256Hex',
  'sha512Hex',
  'sha256',
  'sha512',
];

function javaAlgorithm(method: string): string {
  return (/md2|md5|sha1|sha256|sha512|sha/i.exec(method)?.[0] ?? '').toLowerCase();
}

/** The names that say what a digest made in a function is for. */
function functionNames(call: CallView): string {
  return call.within;
}

const python = ['md5', 'sha1', 'md4', 'sha224', 'sha256', 'sha384', 'sha512'];

/** CWE-327, CWE-328, CWE-916; NIST SP 800-131A, OWASP Password Storage Cheat Sheet. */
export const weakHash = defineCodeRule({
  id: 'weak-hash',
  title: 'Weak hash',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-328', 'CWE-916'],
  owasp: ['A02'],
  what: 'Reports MD5 and SHA-1, and passwords hashed with any fast hash.',
  why: 'Collisions for MD5 and SHA-1 can be bought; fast hashes of leaked passwords are reversed by guessing.',
  fix: 'Use SHA-256 or better for integrity, and argon2id, scrypt or bcrypt for passwords.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    'https://nvlpubs.nist.gov/nistpubs/SpecialPublications/NIST.SP.800-131Ar2.pdf',
  ],
  keywords: ['md5', 'md4', 'sha', 'ripemd', 'createhash', 'hashlib'],
  withoutSource:
    /createHash|hashlib|crypto-js|CryptoJS|\b(?:md5|sha1)\s*\(|Crypto(?:dome)?\.Hash|hashes\.|crypto\.[hH]ash\(|js-md5|js-sha1/,
  examples: {
    bad: [
      {
        path: 'src/password.ts',
        text: "import { createHash } from 'node:crypto';\nexport const hashPassword = (password: string) => createHash('md5').update(password).digest('hex');\n",
      },
      {
        path: 'app/password.py',
        text: 'import hashlib\n\ndef store(password):\n    return hashlib.sha1(password.encode()).hexdigest()\n',
      },
    ],
    good: [
      {
        path: 'src/password.ts',
        text: "import { createHash } from 'node:crypto';\nexport const digest = (text: string) => createHash('sha256').update(text).digest('hex');\n",
      },
      {
        path: 'app/password.py',
        text: 'import hashlib\n\ndef etag(body):\n    return hashlib.md5(body, usedforsecurity=False).hexdigest()\n',
      },
    ],
  },
  models: {
    go: {
      withoutSource: /crypto\/(?:md5|sha1|sha256|sha512)|x\/crypto\/(?:md4|ripemd160)/,
      checks: [
        {
          calls: goHashes,
          check: call => checkHash(call, goAlgorithm(call.ref), `${call.text(0)} ${call.receiverName}`),
        },
      ],
    },
    java: {
      withoutSource: /MessageDigest|DigestUtils|Hashing\.|Mac\b|Md5|SHA-?1/,
      checks: [
        {
          calls: ['MessageDigest.getInstance', 'Signature.getInstance_'],
          check: call => checkHash(call, call.arg(0)?.constant, functionNames(call)),
        },
        {
          calls: javaHashes.map(name => `DigestUtils.${name}`),
          check: call => checkHash(call, javaAlgorithm(call.method), call.text(0)),
        },
        { calls: ['Hashing.md5', 'Hashing.sha1'], check: call => checkHash(call, call.method, call.text(0)) },
        {
          calls: [
            'Md5PasswordEncoder',
            'ShaPasswordEncoder',
            'MessageDigestPasswordEncoder',
            'Md4PasswordEncoder',
          ],
          check: () => ({
            message: 'Passwords are hashed with a fast hash, which is guessed by the billion.',
            severity: 'high',
          }),
        },
      ],
    },
    javascript: {
      checks: [
        {
          calls: ['crypto.createHash', 'crypto.createHash()', 'crypto.Hash', 'crypto.hash'],
          check: call => checkHash(call, call.arg(0)?.constant, call.text(1)),
        },
        {
          calls: ['crypto.createHash().update'],
          check: call =>
            passwordNames.test(call.text(0))
              ? {
                  message: 'A password is hashed with a fast hash, which can be guessed by the billion.',
                  severity: 'high',
                  confidence: 'medium',
                }
              : undefined,
        },
        {
          calls: [
            'md5',
            'js-md5',
            'blueimp-md5',
            'sha1',
            'js-sha1',
            'crypto-js.MD5',
            'crypto-js.SHA1',
            'CryptoJS.MD5',
            'CryptoJS.SHA1',
            'crypto-js/md5',
            'crypto-js/sha1',
            'md5.default',
          ],
          check: call => checkHash(call, /md5/i.test(`${call.ref}`) ? 'md5' : 'sha1', call.text(0)),
        },
        {
          calls: ['crypto-js.SHA256', 'CryptoJS.SHA256', 'crypto-js/sha256', 'crypto-js.SHA512'],
          check: call => checkHash(call, 'sha256', call.text(0)),
        },
      ],
    },
    python: {
      checks: [
        {
          calls: python.map(name => `hashlib.${name}`),
          check: call =>
            call.arg('usedforsecurity')?.constant === false
              ? undefined
              : checkHash(call, call.method, call.text(0)),
        },
        {
          calls: ['hashlib.new'],
          check: call =>
            call.arg('usedforsecurity')?.constant === false
              ? undefined
              : checkHash(call, call.arg('0:name')?.constant, call.text(1)),
        },
        {
          calls: [
            'Crypto.Hash.MD5.new',
            'Crypto.Hash.SHA1.new',
            'Crypto.Hash.MD4.new',
            'Crypto.Hash.SHA.new',
            'Cryptodome.Hash.MD5.new',
            'Cryptodome.Hash.SHA1.new',
          ],
          check: call =>
            checkHash(
              call,
              /MD5/.test(`${call.ref}`) ? 'md5' : /MD4/.test(`${call.ref}`) ? 'md4' : 'sha1',
              call.text(0),
            ),
        },
        {
          calls: ['cryptography.hazmat.primitives.hashes.MD5', 'cryptography.hazmat.primitives.hashes.SHA1'],
          check: call => checkHash(call, call.method, ''),
        },
      ],
    },
  },
});
