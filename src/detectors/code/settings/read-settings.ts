import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Span } from '../../../contracts/detector.ts';

/** One setting of a file: its key with dots between the parts, in lower case without `-` and `_`, and its value. */
export type Setting = Span & { readonly key: string; readonly value: string };

/** Longest file whose settings are read, UTF-16 code units, and deepest nesting. */
const maxLength = 300_000;
const maxDepth = 20;
/** Profiles that only developers use. */
const developing = /\b(?:dev|devel|develop|development|local|test|testing|debug)\b/i;

/** Reads `application.properties`, `.env` and YAML; parts of a YAML file for developers only are left out. */
export function readSettings(path: string, text: string): readonly Setting[] {
  if (text.length > maxLength) return [];
  return /\.ya?ml$/i.test(path) ? readYaml(text) : readLines(text);
}

/** Spring reads `include-stacktrace`, `includeStacktrace` and `INCLUDE_STACKTRACE` alike. */
function relaxed(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/g, '');
}

function readLines(text: string): readonly Setting[] {
  const settings: Setting[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const found = /^\s*(?:export\s+)?([\w.[\]-]+)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (found !== null && !/^\s*[#!;]/.test(line)) {
      const [, key = '', raw = ''] = found;
      const value = raw.replace(/\s+#.*$/, '').replace(/^(['"])(.*)\1$/, '$2');
      settings.push({ key: relaxed(key), value, start, end: start + line.trimEnd().length });
    }
    start += line.length + 1;
  }
  return settings;
}

function readYaml(text: string): readonly Setting[] {
  return parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false }).flatMap(document => {
    if (document.errors.length > 0) return [];
    const settings: Setting[] = [];
    collect(document.contents, { prefix: '', depth: 0, settings });
    const profile = settings.find(({ key }) =>
      /^spring\.(?:config\.activate\.onprofile|profiles)$/.test(key),
    );
    return profile !== undefined && developing.test(profile.value) ? [] : settings;
  });
}

function collect(
  node: unknown,
  {
    prefix,
    depth,
    settings,
  }: { readonly prefix: string; readonly depth: number; readonly settings: Setting[] },
): void {
  if (depth > maxDepth) return;
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = relaxed(String(key.value));
      const path = prefix === '' ? name : `${prefix}.${name}`;
      if (isScalar(value)) {
        const [start] = key.range ?? [0];
        settings.push({ key: path, value: String(value.value), start, end: value.range?.[1] ?? start });
      } else collect(value, { prefix: path, depth: depth + 1, settings });
    }
  } else if (isSeq(node)) {
    for (const item of node.items)
      if (isScalar(item)) {
        const [start, end] = item.range ?? [0, 0];
        settings.push({ key: prefix, value: String(item.value), start, end });
      } else collect(item, { prefix, depth: depth + 1, settings });
  }
}

/** Whether a file's name says that only developers use it. */
export function isForDevelopers(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return developing.test(name.replaceAll('_', '-')) || /example|sample|template|dist$/i.test(name);
}
