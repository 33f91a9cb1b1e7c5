import { defineCodeRule } from './define-code-rule.ts';

const weakCipher =
  /^(?:des|des3|des-ede|rc2|rc4|arc4|bf|blowfish|idea|seed|cast5?)(?:$|-)|-ecb$|^aes-?\d*-?ecb/i;
/** `algorithm/mode/padding`; without a mode Java takes ECB (docs.oracle.com, Java Security Standard Algorithm Names). */
function checkTransformation(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const [algorithm = '', mode] = name.split('/');
  const isBlock = /^(?:aes|camellia|twofish)/i.test(algorithm);
  return weakCipher.test(`${algorithm}-`) ||
    /^(?:desede|pbewith.*(?:des|rc2|rc4))/i.test(algorithm) ||
    (isBlock && (mode === undefined || /^ecb$/i.test(mode)))
    ? message(name)
    : undefined;
}

const message = (name: string): string => `The cipher ${name} is broken or shows equal blocks.`;

/** CWE-327; NIST SP 800-131A, SP 800-38A on ECB. */
export const weakCipherUse = defineCodeRule({
  id: 'weak-cipher',
  title: 'Weak cipher',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-327'],
  owasp: ['A02'],
  what: 'Reports DES, RC4, Blowfish and other broken ciphers, and the ECB mode.',
  why: 'What is encrypted so can be read, or shows which parts are equal.',
  fix: 'Use AES-256-GCM or ChaCha20-Poly1305 with a random nonce for each message.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
  ],
  keywords: ['createcipher', 'createdecipher', 'des', 'arc4', 'rc4', 'blowfish', 'ecb'],
  withoutSource:
    /createCipher|createDecipher|\b(?:DES3?|ARC[24]|RC4|Blowfish|TripleDES|CAST5|IDEA|SEED|ECB|MODE_ECB)\b/,
  examples: {
    bad: [
      {
        path: 'src/encrypt.ts',
        text: "import { createCipheriv } from 'node:crypto';\nexport const cipher = (key: Buffer) => createCipheriv('des-ede3-cbc', key, Buffer.alloc(8));\n",
      },
      {
        path: 'app/encrypt.py',
        text: 'from Crypto.Cipher import AES\n\ndef encrypt(key, data):\n    return AES.new(key, AES.MODE_ECB).encrypt(data)\n',
      },
    ],
    good: [
      {
        path: 'src/encrypt.ts',
        text: "import { createCipheriv } from 'node:crypto';\nexport const cipher = (key: Buffer, nonce: Buffer) => createCipheriv('aes-256-gcm', key, nonce);\n",
      },
      {
        path: 'app/encrypt.py',
        text: 'from Crypto.Cipher import AES\n\ndef encrypt(key, data):\n    return AES.new(key, AES.MODE_GCM).encrypt(data)\n',
      },
    ],
  },
  models: {
    go: {
      withoutSource: /crypto\/(?:des|rc4)|x\/crypto\/(?:blowfish|cast5|tea|xtea|twofish)/,
      checks: [
        {
          calls: [
            'crypto/des.NewCipher',
            'crypto/des.NewTripleDESCipher',
            'crypto/rc4.NewCipher',
            'golang.org/x/crypto/blowfish.NewCipher',
            'golang.org/x/crypto/blowfish.NewSaltedCipher',
            'golang.org/x/crypto/cast5.NewCipher',
            'golang.org/x/crypto/tea.NewCipher',
            'golang.org/x/crypto/xtea.NewCipher',
          ],
          check: call => message(call.ref?.split('/').at(-1)?.split('.')[0] ?? ''),
        },
      ],
    },
    java: {
      withoutSource: /Cipher|KeyGenerator|SecretKeyFactory|DESKeySpec/,
      checks: [
        { calls: ['Cipher.getInstance'], check: call => checkTransformation(call.arg(0)?.constant) },
        {
          calls: ['KeyGenerator.getInstance', 'SecretKeyFactory.getInstance'],
          check(call) {
            const name = call.arg(0)?.constant;
            return typeof name === 'string' && weakCipher.test(name) ? message(name) : undefined;
          },
        },
        {
          calls: ['DESKeySpec', 'NullCipher', 'DESedeKeySpec'],
          check: call => (call.isNew ? message(call.method) : undefined),
        },
      ],
    },
    javascript: {
      checks: [
        {
          calls: [
            'crypto.createCipheriv',
            'crypto.createDecipheriv',
            'crypto.createCipher',
            'crypto.createDecipher',
          ],
          check: call => {
            const name = call.arg(0)?.constant;
            return typeof name === 'string' && weakCipher.test(name) ? message(name) : undefined;
          },
        },
        {
          calls: ['crypto.createCipher', 'crypto.createDecipher'],
          check: () => 'The key is derived from the password by one round of MD5, without a salt or nonce.',
        },
        {
          calls: [
            'crypto-js.DES.encrypt',
            'crypto-js.TripleDES.encrypt',
            'crypto-js.RC4.encrypt',
            'CryptoJS.DES.encrypt',
            'CryptoJS.RC4.encrypt',
            'CryptoJS.TripleDES.encrypt',
            'crypto-js.Rabbit.encrypt',
          ],
          check: call => message(call.receiverName),
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['DES', 'DES3', 'ARC2', 'ARC4', 'Blowfish', 'CAST'].flatMap(name => [
            `Crypto.Cipher.${name}.new`,
            `Cryptodome.Cipher.${name}.new`,
          ]),
          check: call => message(call.receiverName),
        },
        {
          calls: ['Crypto.Cipher.AES.new', 'Cryptodome.Cipher.AES.new'],
          check: call =>
            call.arg('1:mode')?.ref?.endsWith('MODE_ECB') === true ? message('AES in ECB mode') : undefined,
        },
        {
          calls: ['ARC4', 'TripleDES', 'Blowfish', 'IDEA', 'SEED', 'CAST5'].map(
            name => `cryptography.hazmat.primitives.ciphers.algorithms.${name}`,
          ),
          check: call => message(call.method),
        },
        { calls: ['cryptography.hazmat.primitives.ciphers.modes.ECB'], check: () => message('in ECB mode') },
      ],
    },
  },
});
