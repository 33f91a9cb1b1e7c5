import { Buffer } from 'node:buffer';
import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword, isTemplate } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const kind = /^[ \t]{0,8}kind:[ \t]{1,8}["']?Secret["']?[ \t]{0,8}(?:#.{0,80})?$/m;
const block = /^(?<indent>[ \t]{0,8})(?<field>data|stringData):[ \t]{0,8}\r?$/gm;
const entry =
  /^(?<indent>[ \t]{1,20})["']?[\w.-]{1,120}["']?:[ \t]{1,8}["']?(?<value>[^\s"'#|>&*][^\n"']{3,8000}?)["']?[ \t]{0,8}\r?$/dgm;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  let offset = 0;
  for (const document of text.split(/^---/m)) {
    if (kind.test(document)) yield* inDocument(document, offset);
    offset += document.length + 3;
  }
}

function* inDocument(document: string, offset: number): Iterable<FoundSecret> {
  for (const match of document.matchAll(block)) {
    const indent = match.groups?.['indent']?.length ?? 0;
    const from = match.index + match[0].length;
    const encoded = match.groups?.['field'] === 'data';
    // The block ends at the next line that is indented no deeper.
    const rest = document.slice(from);
    const end = rest.search(new RegExp(`\\n[ \\t]{0,${indent}}[^\\s#]`));
    const body = end === -1 ? rest : rest.slice(0, end + 1);
    for (const line of body.matchAll(entry)) {
      const [start, stop] = line.indices?.groups?.['value'] ?? [0, 0];
      if (!isSecretValue(body.slice(start, stop), encoded)) continue;
      const place = offset + from;
      yield { start: place + start, end: place + stop, message: 'Value of a Kubernetes Secret.' };
    }
  }
}

function isSecretValue(value: string, encoded: boolean): boolean {
  if (isTemplate(value) || /^ENC\[|^AQ[A-Za-z0-9+/]{300}/.test(value)) return false;
  if (encoded && !/^[A-Za-z0-9+/]{6,}={0,2}$/.test(value)) return false;
  const plain = encoded ? Buffer.from(value, 'base64').toString('latin1').trim() : value;
  return plain.length >= 4 && isRealPassword(plain);
}

const manifest = (field: string, value: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\n${field}:\n  password: ${value}\n`;
const password = exampleToken('base62', 18);

export const kubernetesSecret = defineSecretRule({
  id: 'kubernetes-secret',
  title: 'Kubernetes Secret with its values',
  appliesTo: path => /\.(?:ya?ml|tpl|txt)$/i.test(path),
  keywords: ['secret'],
  severity: 'high',
  confidence: 'medium',
  what: 'Reports the values of a Kubernetes Secret manifest; base64 is an encoding, not encryption.',
  why: 'Whoever reads the repository has the credentials of the workload.',
  fix: 'Replace the credentials, and deliver them with an external secret store or encrypted (Sealed Secrets, SOPS).',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
  find,
  bad: [
    { path: 'deploy/secret.yaml', text: manifest('data', Buffer.from(password).toString('base64')) },
    { path: 'deploy/secret.yaml', text: manifest('stringData', password) },
  ],
  good: [
    { path: 'deploy/secret.yaml', text: manifest('stringData', '{{ .Values.password }}') },
    { path: 'deploy/secret.yaml', text: manifest('data', Buffer.from('changeme').toString('base64')) },
    { path: 'deploy/sealed.yaml', text: manifest('data', password).replace('Secret', 'SealedSecret') },
  ],
});
