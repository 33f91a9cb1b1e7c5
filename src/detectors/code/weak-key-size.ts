import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import type { Value } from './engine/value.ts';

/** Bits of a modulus that NIST SP 800-57 part 1, table 2, still allows. */
const leastModulus = 2048;
/** Bits of a symmetric key. */
const leastSymmetric = 112;
const weakCurve = /(?:secp|sect|prime|brainpoolp)(?:1\d\d|2[01]\d)|wtls|c2pnb1[67]\d/i;

function judgeModulus(bits: Value | undefined): string | undefined {
  const size = bits?.constant;
  return typeof size === 'number' && size > 0 && size < leastModulus
    ? `A key of ${size} bits can be computed from the public one.`
    : undefined;
}

function judgeCurve(curve: Value | undefined): string | undefined {
  const name = curve?.constant ?? curve?.ref;
  return typeof name === 'string' && weakCurve.test(name)
    ? 'A key on this curve can be computed from the public one.'
    : undefined;
}

/** `initialize(bits)` says nothing of the algorithm: the text does. */
function judgeJavaPair(call: CallView): string | undefined {
  const size = call.arg(0)?.constant;
  if (
    typeof size !== 'number' ||
    !/KeyPairGenerator|^(?:kpg|keyGen|generator|keyPairGen\w*)$/.test(`${call.ref ?? ''}${call.receiverName}`)
  )
    return undefined;
  const isCurve = call.mentions(/getInstance\(\s*"(?:EC|ECDSA|ECDH|EdDSA)"/) && size < 600 && size !== 512;
  if (isCurve) return size < 224 ? 'A key on this curve can be computed from the public one.' : undefined;
  return judgeModulus(call.arg(0));
}

/** CWE-326; NIST SP 800-57 part 1 (revision 5), SP 800-131A. */
export const weakKeySize = defineCodeRule({
  id: 'weak-key-size',
  title: 'Key that is too short',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-326'],
  owasp: ['A02'],
  what: 'Reports keys of RSA, DSA and Diffie-Hellman with less than 2048 bits, and small elliptic curves.',
  why: 'The private key can be computed from the public one with rented machines.',
  fix: 'Make RSA keys of 3072 bits, or use P-256 or Ed25519.',
  references: [
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://nvlpubs.nist.gov/nistpubs/SpecialPublications/NIST.SP.800-57pt1r5.pdf',
  ],
  keywords: [
    'generate',
    'modulus',
    'diffiehellman',
    'newkeys',
    'initialize',
    'keygen',
    'ecdh',
    'nodersa',
    'node-rsa',
    'curve',
    'secp',
    'sect',
  ],
  withoutSource:
    /generateKey|generate_p|modulusLength|createDiffieHellman|createECDH|NodeRSA|PublicKey|newkeys|KeyPairGenerator|KeyGenerator|KeyGenParameterSpec|ECGenParameterSpec|GenerateKey|GenerateMultiPrimeKey|GenerateParameters|SEC[PT]\d|namedCurve/,
  examples: {
    bad: [
      {
        path: 'src/keys.ts',
        text: "import { generateKeyPairSync } from 'node:crypto';\nexport const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });\n",
      },
      {
        path: 'app/keys.py',
        text: 'from cryptography.hazmat.primitives.asymmetric import rsa\n\ndef make():\n    return rsa.generate_private_key(public_exponent=65537, key_size=1024)\n',
      },
      {
        path: 'app/keys.go',
        text: 'package app\n\nimport (\n\t"crypto/rand"\n\t"crypto/rsa"\n)\n\nfunc key() (*rsa.PrivateKey, error) {\n\treturn rsa.GenerateKey(rand.Reader, 1024)\n}\n',
      },
      {
        path: 'src/Keys.java',
        text: 'import java.security.*;\n\nclass Keys {\n  KeyPair make() throws Exception {\n    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");\n    generator.initialize(1024);\n    return generator.generateKeyPair();\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'src/keys.ts',
        text: "import { generateKeyPairSync } from 'node:crypto';\nexport const pair = generateKeyPairSync('rsa', { modulusLength: 3072 });\n",
      },
      {
        path: 'app/keys.py',
        text: 'from cryptography.hazmat.primitives.asymmetric import rsa\n\ndef make():\n    return rsa.generate_private_key(public_exponent=65537, key_size=3072)\n',
      },
      {
        path: 'app/keys.go',
        text: 'package app\n\nimport (\n\t"crypto/rand"\n\t"crypto/rsa"\n)\n\nfunc key() (*rsa.PrivateKey, error) {\n\treturn rsa.GenerateKey(rand.Reader, 3072)\n}\n',
      },
      {
        path: 'src/Keys.java',
        text: 'import java.security.*;\n\nclass Keys {\n  KeyPair make() throws Exception {\n    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");\n    generator.initialize(256);\n    return generator.generateKeyPair();\n  }\n}\n',
      },
    ],
  },
  models: {
    go: {
      checks: [
        {
          calls: ['crypto/rsa.GenerateKey', 'crypto/rsa.GenerateMultiPrimeKey'],
          check: call => judgeModulus(call.arg(call.method === 'GenerateKey' ? 1 : 2)),
        },
        {
          calls: ['crypto/dsa.GenerateParameters'],
          check: call =>
            call.arg(2)?.ref === 'crypto/dsa.L1024N160'
              ? 'A key of 1024 bits can be computed from the public one.'
              : undefined,
        },
      ],
    },
    java: {
      checks: [
        { calls: ['*.initialize'], check: judgeJavaPair },
        { calls: ['RSAKeyGenParameterSpec'], check: call => judgeModulus(call.arg(0)) },
        { calls: ['ECGenParameterSpec'], check: call => judgeCurve(call.arg(0)) },
        {
          calls: ['*.init'],
          check(call) {
            const bits = call.arg(0)?.constant;
            return typeof bits === 'number' &&
              bits > 0 &&
              bits < leastSymmetric &&
              /KeyGenerator|keyGen/.test(`${call.ref ?? ''}${call.receiverName}`)
              ? `A key of ${bits} bits is found by trying all.`
              : undefined;
          },
        },
      ],
    },
    javascript: {
      checks: [
        {
          calls: ['crypto.generateKeyPair', 'crypto.generateKeyPairSync'],
          check: call =>
            judgeModulus(call.option(1, 'modulusLength')) ?? judgeCurve(call.option(1, 'namedCurve')),
        },
        { calls: ['crypto.createDiffieHellman'], check: call => judgeModulus(call.arg(0)) },
        { calls: ['crypto.createECDH'], check: call => judgeCurve(call.arg(0)) },
        { calls: ['node-rsa'], check: call => judgeModulus(call.option(0, 'b')) },
        { calls: ['node-rsa().generateKeyPair'], check: call => judgeModulus(call.arg(0)) },
        {
          calls: ['*.rsa.generateKeyPair', '*.generateKeyPair'],
          check: call =>
            /forge/.test(call.ref ?? call.chain) && call.receiverName === 'rsa'
              ? (judgeModulus(call.arg(0)) ?? judgeModulus(call.option(0, 'bits')))
              : undefined,
        },
        {
          calls: ['*.generateKey'],
          check: call =>
            call.receiverName === 'subtle' ? judgeModulus(call.option(0, 'modulusLength')) : undefined,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: [
            'cryptography.hazmat.primitives.asymmetric.rsa.generate_private_key',
            'cryptography.hazmat.primitives.asymmetric.rsa.generate_private_key_',
          ],
          check: call => judgeModulus(call.arg('1:key_size')),
        },
        {
          calls: [
            'cryptography.hazmat.primitives.asymmetric.dsa.generate_private_key',
            'cryptography.hazmat.primitives.asymmetric.dsa.generate_parameters',
          ],
          check: call => judgeModulus(call.arg('0:key_size')),
        },
        {
          calls: ['cryptography.hazmat.primitives.asymmetric.dh.generate_parameters'],
          check: call => judgeModulus(call.arg('1:key_size')),
        },
        {
          calls: ['RSA', 'DSA'].flatMap(name => [
            `Crypto.PublicKey.${name}.generate`,
            `Cryptodome.PublicKey.${name}.generate`,
          ]),
          check: call => judgeModulus(call.arg('0:bits')),
        },
        { calls: ['rsa.newkeys'], check: call => judgeModulus(call.arg('0:nbits')) },
        {
          calls: ['OpenSSL.crypto.PKey().generate_key', 'paramiko.RSAKey.generate'],
          check: call =>
            judgeModulus(call.arg(call.ref?.startsWith('paramiko') === true ? '0:bits' : '1:bits')),
        },
        {
          calls: ['SECP192R1', 'SECT163K1', 'SECT163R2'].map(
            name => `cryptography.hazmat.primitives.asymmetric.ec.${name}`,
          ),
          check: () => 'A key on this curve can be computed from the public one.',
        },
      ],
    },
  },
});
