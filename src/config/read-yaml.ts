import { Buffer } from 'node:buffer';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { z } from 'zod';
import { type ConfigProblem, quoted } from './config-problem.ts';
import { describeIssue } from './describe-issue.ts';

/** Largest file that is read, bytes of UTF-8. */
const maxBytes = 65_536;
/** Most aliases a file may expand to; more is an attack on memory rather than a configuration. */
const maxAliases = 50;

/** A problem by the path of its setting; the reader knows the place. */
export type SettingProblem = {
  readonly path: readonly PropertyKey[];
  /** Whether the problem is the key itself rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly suggestion?: string | undefined;
};

/** A file that fits its schema, and how further problems of it get their place; or what is wrong with it. */
export type YamlReading<T> =
  | {
      readonly kind: 'read';
      readonly value: T;
      readonly problemAt: (problem: SettingProblem) => ConfigProblem;
    }
  | { readonly kind: 'problems'; readonly errors: readonly ConfigProblem[] };

/** Reads a YAML file by a schema. Pure and total: whatever the text, it returns, and every problem carries its place. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  { file, schema }: { readonly file: string; readonly schema: Schema },
): YamlReading<z.output<Schema>> {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) return whole(file, `The file has ${bytes} bytes; at most ${maxBytes} are read.`);
  const lines = new LineCounter();
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const reader = { file, document, place };
    const syntax = [...document.errors, ...document.warnings].map(error => syntaxProblem(reader, error));
    const structure = syntax.length > 0 ? syntax : structureProblems(reader);
    return structure.length > 0 ? { kind: 'problems', errors: structure } : validate(reader, schema);
  } catch (error) {
    // The YAML parser recurses: text nested thousands deep ends in a RangeError, too many aliases in a ReferenceError.
    const reason = error instanceof RangeError ? 'is nested too deeply' : 'uses too many aliases';
    return whole(file, `The file ${reason}.`);
  }
}

function whole(
  file: string,
  message: string,
): { readonly kind: 'problems'; readonly errors: readonly ConfigProblem[] } {
  return { kind: 'problems', errors: [{ file, line: 1, column: 1, setting: '', message }] };
}

type Reader = {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
};

function syntaxProblem({ file, place }: Reader, error: YAMLError): ConfigProblem {
  const message =
    error.code === 'DUPLICATE_KEY'
      ? 'This setting stands in the file twice; keep one of them.'
      : `Not valid YAML: ${error.message.replace(/\s+/g, ' ').slice(0, 200)}.`;
  return { file, ...place(error.pos[0]), setting: '', message: message.replace(/\.\.$/, '.') };
}

/** Keys must be plain words: objects as keys and `__proto__` have no meaning here and surprise later code. */
function structureProblems({ file, document, place }: Reader): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  visit(document, {
    Pair(_, pair) {
      const { key } = pair;
      const isWord = isScalar(key) && typeof key.value === 'string' && key.value !== '__proto__';
      if (isWord) return;
      const shown = isScalar(key) ? quoted(key.value) : 'This key';
      const range = (key as ParsedNode | null)?.range;
      problems.push({
        file,
        ...place(range?.[0] ?? 0),
        setting: '',
        message: `${shown} cannot be the name of a setting.`,
      });
    },
  });
  return problems;
}

function validate<Schema extends z.ZodType>(reader: Reader, schema: Schema): YamlReading<z.output<Schema>> {
  const value: unknown = reader.document.toJS({ maxAliasCount: maxAliases }) ?? {};
  const result = schema.safeParse(value, { reportInput: false });
  if (result.success)
    return { kind: 'read', value: result.data, problemAt: problem => problemAt(reader, problem) };
  const errors = result.error.issues.flatMap(issue =>
    describeIssue(
      issue,
      path => valueAt(value, path),
      path => keysAt(schema, value, path),
    ).map(problem => problemAt(reader, problem)),
  );
  return { kind: 'problems', errors };
}

function problemAt(reader: Reader, { path, atKey, message, suggestion }: SettingProblem): ConfigProblem {
  return {
    file: reader.file,
    ...reader.place(offsetOf(reader.document, path, atKey)),
    setting: path.map(String).join('.'),
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Offset of the value at a path or of its key; of the name of the nearest enclosing thing when it is not there. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], atKey: boolean): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  let enclosing = offset;
  for (const [depth, segment] of path.entries()) {
    const collection = isAlias(node) ? node.resolve(document) : node;
    if (isMap(collection)) {
      const pair = collection.items.find(({ key }) => isScalar(key) && key.value === segment);
      if (pair === undefined) return enclosing;
      enclosing = (pair.key as ParsedNode | null)?.range?.[0] ?? offset;
      const useKey = atKey && depth === path.length - 1;
      node = useKey ? pair.key : (pair.value ?? pair.key);
    } else if (hasItems(collection)) {
      node = collection.items[Number(segment)];
      enclosing = (node as ParsedNode | undefined)?.range?.[0] ?? offset;
    } else return offset;
    offset = (node as ParsedNode | undefined)?.range?.[0] ?? offset;
  }
  return offset;
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, key) => (typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined),
    value,
  );
}

/** The setting names the schema knows at a path; of a union those of all branches that the value's `type` fits. */
function keysAt(schema: unknown, value: unknown, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy)
    return keysAt(schema.unwrap(), value, path);
  if (schema instanceof z.ZodUnion) {
    const options: readonly unknown[] = schema.options;
    const branches = options.filter(option => fitsType(option, value));
    return [...new Set(branches.flatMap(option => keysAt(option, value, path)))];
  }
  const [segment, ...rest] = path;
  if (segment !== undefined) return keysAt(below(schema, segment), valueAt(value, [segment]), rest);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** A block without `type` fits every value. */
function fitsType(option: unknown, value: unknown): boolean {
  const type: unknown = option instanceof z.ZodObject ? Reflect.get(option.shape, 'type') : undefined;
  return !(type instanceof z.ZodType) || type.safeParse(valueAt(value, ['type'])).success;
}

function below(schema: unknown, segment: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return Reflect.get(schema.shape, segment);
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : undefined;
}
