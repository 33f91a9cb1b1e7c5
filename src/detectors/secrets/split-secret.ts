import type { Detector, SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { findHiddenSecret } from './hidden-secret.ts';
import { isMinified, isQuietPath } from './quiet-paths.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const piece = String.raw`["'\x60][0-9A-Za-z+/=_.:~-]{1,300}["'\x60]`;
const newline = String.raw`[ \t]{0,8}\\?(?:\r?\n[ \t]{0,60})?`;
const joint = String.raw`(?:[+.&,~]|\}\$\{)?`;
/** `'a' + 'b'`, `'a' . 'b'`, `'a' & 'b'`, `"a" "b"`, `['a', 'b'].join('')`, also over several lines. */
const chain = new RegExp(`${piece}(?:${newline}${joint}${newline}${piece}){1,60}`, 'g');
/** A string or a shell word that goes on in the next line. */
const continued =
  /(?<![0-9A-Za-z+/=_.-])[0-9A-Za-z+/=_.-]{4,300}(?:\\\r?\n[ \t]{0,60}[0-9A-Za-z+/=_.-]{1,300}){1,60}/g;
/** What follows a list that is put together: `.join('')` there or soon, or Python's `])` of `''.join([…])`. */
const listIsJoined = /^\s{0,20},?\s{0,20}(?:\][\s\S]{0,200}\.\s{0,4}join\(|[\])]{1,2}\))/;
/** Shorter texts are no secrets. */
const leastLength = 20;
/** How much in front of the text may name it, characters. */
const longestName = 120;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  if (isMinified(text)) return;
  for (const match of text.matchAll(chain)) {
    const [whole] = match;
    const after = text.slice(match.index + whole.length, match.index + whole.length + 260);
    if (/["'`][ \t]{0,8},/.test(whole) && !listIsJoined.test(after)) continue;
    const joined = [...whole.matchAll(/["'`]([^"'`]{0,300})["'`]/g)].map(part => part[1]).join('');
    yield* judge({ text, start: match.index, end: match.index + whole.length, joined: `"${joined}"` });
  }
  if (!/\\\r?\n/.test(text)) return;
  for (const match of text.matchAll(continued)) {
    const joined = match[0].replace(/\\\r?\n[ \t]*/g, '');
    yield* judge({ text, start: match.index, end: match.index + match[0].length, joined });
  }
}

function* judge(place: {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly joined: string;
}): Iterable<FoundSecret> {
  const { text, start, end, joined } = place;
  if (joined.length < leastLength || !/\d/.test(joined)) return;
  const line = text.slice(Math.max(0, start - longestName), start);
  const name = line.slice(line.lastIndexOf('\n') + 1).replace(/(?:\[|\bjoin\(|["'`]["'`]\.)+\s*$/, '');
  const hidden = findHiddenSecret(`${name}${joined}\n`, name.length);
  if (hidden !== undefined) {
    const { title, severity, confidence } = hidden;
    yield { start, end, message: `In pieces: ${title}.`, severity, confidence };
  }
}

const secret = `dop_v1_${exampleToken('hex', 64)}`;
const [head, middle, tail] = [secret.slice(0, 5), secret.slice(5, 40), secret.slice(40)];

export const splitSecret: Detector = defineSecretRule({
  id: 'split-secret',
  title: 'secret in pieces',
  appliesTo: path => !isQuietPath(path),
  confidence: 'medium',
  what: 'Reports string pieces which, put together by the code around them, are a secret that another rule knows.',
  why: 'Splitting hides a secret from scanners, not from people: it works until it is revoked.',
  fix: 'Revoke the secret where it was issued, issue a new one, and read it from the environment or a secret store.',
  references: ['https://cwe.mitre.org/data/definitions/798.html'],
  find,
  bad: [
    { path: 'src/client.ts', text: `const token = '${head}' + '${middle}' +\n  '${tail}';\n` },
    { path: 'src/client.ts', text: `const token = ['${head}', '${middle}', '${tail}'].join('');\n` },
    { path: 'client.py', text: `token = ("${head}${middle}"\n         "${tail}")\n` },
    {
      path: 'src/client.ts',
      text: `const parts = ['${head}${middle}', '${tail}'];\nconst token = parts.join('');\n`,
    },
    { path: 'client.php', text: `$token = '${head}${middle}' . '${tail}';\n` },
    { path: 'run.sh', text: `TOKEN=${head}${middle}\\\n${tail}\n` },
    {
      path: 'src/client.ts',
      text: `const apiKey = '${exampleToken('base62', 12)}' + '${exampleToken('base62', 20, 2)}';\n`,
    },
  ],
  good: [
    { path: 'src/client.ts', text: "const url = 'https://api.acme-corp.io' + '/v1/tokens';\n" },
    {
      path: 'src/words.ts',
      text: `const ids = ['${exampleToken('base62', 12)}', '${exampleToken('base62', 20, 2)}'];\n`,
    },
  ],
});
