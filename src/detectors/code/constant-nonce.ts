import { defineCodeRule } from './define-code-rule.ts';
import type { CallView, CheckResult } from './engine/model.ts';

const found: CheckResult = {
  message:
    'Every message is encrypted with the same nonce: equal beginnings show, and in GCM and CTR the texts themselves.',
  confidence: 'medium',
};

/** Random bytes are put into it after it was made. */
const filled =
  /randomFill|getRandomValues|\.nextBytes\(|rand\.Read|ReadFull\(|crypto_rand|copy\(|\.randomBytes|PutUint|BigEndian|LittleEndian|SecureRandom/;

function isConstant(call: CallView, position: number | string): boolean {
  const value = call.arg(position);
  if (value === undefined || value.constant === null || value.constant === '') return false;
  if (/random|uuid/i.test(value.ref ?? '')) return false;
  const isText = typeof value.constant === 'string' || (value.object === undefined && value.literal);
  const isList = value.object !== undefined && (call.items(value)?.length ?? 0) > 0 && call.isLiteral(value);
  const isZero =
    /^(?:Buffer\.alloc\(|new\s+(?:Uint8Array\(|byte\s*\[)|bytes\(|bytearray\(|make\(\[\]byte)/.test(
      call.text(position),
    );
  return (isText || isList || isZero) && !call.mentionsWithin(filled);
}

const judge = (call: CallView, position: number | string): CheckResult | undefined =>
  isConstant(call, position) ? found : undefined;

const modes = ['CBC', 'CTR', 'OFB', 'CFB', 'CFB8', 'GCM'];

/** CWE-329, CWE-1204; NIST SP 800-38A appendix C, SP 800-38D section 8. */
export const constantNonce = defineCodeRule({
  id: 'constant-nonce',
  title: 'Encryption with a constant nonce',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-329', 'CWE-1204'],
  owasp: ['A02'],
  what: 'Reports initialisation vectors and nonces of ciphers that are constants.',
  why: 'Two messages under one key and nonce show what they have in common; in GCM messages can then be forged.',
  fix: 'Make a new random nonce for each message and send it along.',
  references: [
    'https://cwe.mitre.org/data/definitions/329.html',
    'https://cwe.mitre.org/data/definitions/1204.html',
    'https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf',
  ],
  keywords: ['createcipheriv', 'cipher', 'aes', 'ivparameterspec', 'gcmparameterspec', 'seal', 'modes.'],
  withoutSource:
    /createCipheriv|Cipher|AESGCM|ChaCha20|IvParameterSpec|GCMParameterSpec|crypto\/cipher|chacha20poly1305/,
  examples: {
    bad: [
      {
        path: 'src/encrypt.ts',
        text: "import { createCipheriv } from 'node:crypto';\nexport const cipher = (key: Buffer) => createCipheriv('aes-256-gcm', key, '000000000000');\n",
      },
      {
        path: 'app/encrypt.py',
        text: "from Crypto.Cipher import AES\n\ndef encrypt(key, data):\n    return AES.new(key, AES.MODE_CBC, b'0123456789abcdef').encrypt(data)\n",
      },
      {
        path: 'src/Encrypt.java',
        text: 'import javax.crypto.*;\nimport javax.crypto.spec.*;\n\nclass Encrypt {\n  void start(Cipher cipher, SecretKey key) throws Exception {\n    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec("0123456789abcdef".getBytes()));\n  }\n}\n',
      },
      {
        path: 'app/encrypt.go',
        text: 'package app\n\nimport "crypto/cipher"\n\nfunc seal(aead cipher.AEAD, data []byte) []byte {\n\treturn aead.Seal(nil, []byte("123456789012"), data, nil)\n}\n',
      },
    ],
    good: [
      {
        path: 'src/encrypt.ts',
        text: "import { createCipheriv, randomBytes } from 'node:crypto';\nexport const cipher = (key: Buffer) => createCipheriv('aes-256-gcm', key, randomBytes(12));\n",
      },
      {
        path: 'app/encrypt.py',
        text: 'import os\nfrom Crypto.Cipher import AES\n\ndef encrypt(key, data):\n    iv = os.urandom(16)\n    return iv + AES.new(key, AES.MODE_CBC, iv).encrypt(data)\n',
      },
      {
        path: 'src/Encrypt.java',
        text: 'import java.security.SecureRandom;\nimport javax.crypto.*;\nimport javax.crypto.spec.*;\n\nclass Encrypt {\n  void start(Cipher cipher, SecretKey key) throws Exception {\n    byte[] iv = new byte[16];\n    new SecureRandom().nextBytes(iv);\n    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));\n  }\n}\n',
      },
      {
        path: 'app/encrypt.go',
        text: 'package app\n\nimport (\n\t"crypto/cipher"\n\t"crypto/rand"\n)\n\nfunc seal(aead cipher.AEAD, data []byte) []byte {\n\tnonce := make([]byte, 12)\n\trand.Read(nonce)\n\treturn aead.Seal(nonce, nonce, data, nil)\n}\n',
      },
    ],
  },
  models: {
    go: {
      checks: [
        {
          calls: ['NewCBCEncrypter', 'NewCTR', 'NewCFBEncrypter', 'NewOFB'].map(
            name => `crypto/cipher.${name}`,
          ),
          check: call => judge(call, 1),
        },
        { calls: ['*.Seal'], check: call => (call.count === 4 ? judge(call, 1) : undefined) },
      ],
    },
    java: {
      checks: [
        { calls: ['IvParameterSpec'], check: call => (call.isNew ? judge(call, 0) : undefined) },
        { calls: ['GCMParameterSpec'], check: call => (call.isNew ? judge(call, 1) : undefined) },
      ],
    },
    javascript: {
      checks: [
        {
          calls: ['crypto.createCipheriv'],
          check: call => (/ecb/i.test(String(call.arg(0)?.constant ?? '')) ? undefined : judge(call, 2)),
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['AES', 'DES3', 'ChaCha20', 'ChaCha20_Poly1305', 'Salsa20', 'DES', 'Blowfish'].flatMap(
            name => [`Crypto.Cipher.${name}.new`, `Cryptodome.Cipher.${name}.new`],
          ),
          check: call => judge(call, '2:iv') ?? judge(call, 'nonce'),
        },
        {
          calls: modes.map(name => `cryptography.hazmat.primitives.ciphers.modes.${name}`),
          check: call => judge(call, 0),
        },
        {
          calls: ['AESGCM', 'AESCCM', 'ChaCha20Poly1305'].map(
            name => `cryptography.hazmat.primitives.ciphers.aead.${name}().encrypt`,
          ),
          check: call => judge(call, '0:nonce'),
        },
      ],
    },
  },
});
