import { defineSecretRule } from './secret-rule.ts';

export const pkcs12File = defineSecretRule({
  id: 'pkcs12-file',
  title: 'PKCS #12 key store',
  appliesTo: path => /\.(?:p12|pfx)$/i.test(path),
  severity: 'high',
  confidence: 'medium',
  what: 'Reports a file named as a PKCS #12 key store (`.p12`, `.pfx`), which holds private keys.',
  why: 'The keys in it are protected by a password only, which can be guessed without limit.',
  fix: 'Replace the keys and certificates in it, and deliver key stores from a secret store at deployment.',
  references: ['https://www.rfc-editor.org/rfc/rfc7292'],
  find: ({ text }) => [{ start: 0, end: text.length, message: 'PKCS #12 key store in the repository.' }],
  bad: [{ path: 'signing/release.p12', text: '0\u0082\n' }],
  good: [{ path: 'doc/type.P12.html', text: '<h1>P12</h1>\n' }],
});
