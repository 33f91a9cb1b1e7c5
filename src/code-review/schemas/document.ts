import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { objectOf } from './json-schema.ts';

/** A JSON or YAML document whose places can be asked for. */
export type SchemaDocument = {
  readonly value: Readonly<Record<string, unknown>>;
  /** The 1-based line of a JSON pointer's key, or of the nearest one above that is there. */
  readonly lineOf: (pointer: readonly string[]) => number;
  /** Follows a local `$ref`; other values, and those that lead nowhere, come back as they are. */
  readonly resolve: (value: unknown) => unknown;
};

/** Longest text that is read, UTF-16 code units. */
const maxLength = 1_000_000;
const maxReferences = 10;

/** Undefined for what is no object in JSON or YAML, or too long. Never throws. */
export function readSchemaDocument(text: string): SchemaDocument | undefined {
  if (text.length > maxLength) return undefined;
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    const value = objectOf(document.toJS({ maxAliasCount: 50 }));
    if (value === undefined) return undefined;
    return {
      value,
      lineOf(pointer) {
        let node: unknown = document.contents;
        let offset = 0;
        for (const key of pointer) {
          const target = referenceIn(node);
          if (target !== undefined) node = document.getIn(target, true);
          const pair = pairOf(node, key);
          if (pair === undefined) break;
          offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
          node = pair.value;
        }
        return Math.max(1, lineCounter.linePos(offset).line);
      },
      resolve: reference => resolved(value, reference),
    };
  } catch {
    return undefined;
  }
}

function pairOf(node: unknown, key: string): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(item => isScalar(item.key) && String(item.key.value) === key);
}

/** Where a node that is a local reference leads. */
function referenceIn(node: unknown): readonly string[] | undefined {
  const reference = pairOf(node, '$ref')?.value;
  return isScalar(reference) && typeof reference.value === 'string' && reference.value.startsWith('#/')
    ? keysOf(reference.value)
    : undefined;
}

function keysOf(reference: string): readonly string[] {
  return reference
    .slice(2)
    .split('/')
    .map(key => decodeURI(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function resolved(root: Readonly<Record<string, unknown>>, value: unknown): unknown {
  let current = value;
  for (let step = 0; step < maxReferences; step += 1) {
    const reference = objectOf(current)?.['$ref'];
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return current;
    const keys = keysOf(reference);
    let at: unknown = root;
    for (const key of keys) at = objectOf(at)?.[key];
    if (at === undefined) return current;
    current = at;
  }
  return current;
}
