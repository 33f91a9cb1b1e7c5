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
import type { Config } from '../contracts/config.ts';
import { closest } from '../did-you-mean.ts';
import { type ConfigProblem, quoted } from './config-problem.ts';
import { describeIssue } from './describe-issue.ts';
import { mergeConfigs } from './merge.ts';
import { type WrittenConfig, writtenConfigSchema } from './schema.ts';

/** Largest file that is read, bytes of UTF-8. */
const maxBytes = 65_536;
/** Most aliases a file may expand to; more is an attack on memory rather than a configuration. */
const maxAliases = 50;
/** Most errors that are listed for one file. */
const maxErrors = 50;

/** A file after parsing. With errors, `written` is empty and `config` the defaults: a broken file sets nothing. */
export type ParsedConfig = {
  readonly config: Config;
  readonly written: WrittenConfig;
  readonly errors: readonly ConfigProblem[];
  readonly warnings: readonly ConfigProblem[];
};

/**
 * Parses `.github/devops.yml`. Pure and total: whatever the text, it returns, and every problem carries its place.
 * @param options.ruleIds the rules that exist; ids with a slash belong to other tools and are not checked.
 */
export function parseConfig(
  text: string,
  options: { readonly file: string; readonly ruleIds: readonly string[] },
): ParsedConfig {
  const { file } = options;
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    const message = `The file has ${bytes} bytes; at most ${maxBytes} are read.`;
    return parsed({}, [{ file, line: 1, column: 1, setting: '', message }], []);
  }
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
    return structure.length > 0 ? parsed({}, structure, []) : validate(reader, options.ruleIds);
  } catch (error) {
    // The YAML parser recurses: text nested thousands deep ends in a RangeError, too many aliases in a ReferenceError.
    const reason = error instanceof RangeError ? 'is nested too deeply' : 'uses too many aliases';
    return parsed({}, [{ file, line: 1, column: 1, setting: '', message: `The file ${reason}.` }], []);
  }
}

type Reader = {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
};

function parsed(
  written: WrittenConfig,
  errors: readonly ConfigProblem[],
  warnings: readonly ConfigProblem[],
): ParsedConfig {
  const kept = errors.length === 0 ? written : {};
  const { config } = mergeConfigs({ repository: kept, severityOf: () => undefined });
  return { config, written: kept, errors: errors.slice(0, maxErrors), warnings };
}

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

function validate(reader: Reader, ruleIds: readonly string[]): ParsedConfig {
  const value: unknown = reader.document.toJS({ maxAliasCount: maxAliases }) ?? {};
  const result = writtenConfigSchema.safeParse(value, { reportInput: false });
  if (!result.success) {
    const errors = result.error.issues.flatMap(issue =>
      describeIssue(issue, path => valueAt(value, path), keysAt).map(({ path, atKey, message, suggestion }) =>
        problemAt(reader, { path, atKey, message, suggestion }),
      ),
    );
    return parsed({}, errors, []);
  }
  return parsed(result.data, unknownRules(reader, result.data, ruleIds), []);
}

function unknownRules(
  reader: Reader,
  written: WrittenConfig,
  ruleIds: readonly string[],
): readonly ConfigProblem[] {
  return Object.keys(written.review?.rules ?? {})
    .filter(rule => !rule.includes('/') && !ruleIds.includes(rule))
    .map(rule =>
      problemAt(reader, {
        path: ['review', 'rules', rule],
        atKey: true,
        message: `There is no rule ${quoted(rule)}; \`devops rules\` lists them.`,
        suggestion: closest(rule, ruleIds),
      }),
    );
}

function problemAt(
  reader: Reader,
  problem: {
    readonly path: readonly PropertyKey[];
    readonly atKey: boolean;
    readonly message: string;
    readonly suggestion?: string | undefined;
  },
): ConfigProblem {
  const { path, message, suggestion } = problem;
  return {
    file: reader.file,
    ...reader.place(offsetOf(reader.document, path, problem.atKey)),
    setting: path.map(String).join('.'),
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Offset of the value at a path or of its key; of the nearest enclosing thing when it is not in the file. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], atKey: boolean): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const [depth, segment] of path.entries()) {
    const collection = isAlias(node) ? node.resolve(document) : node;
    if (isMap(collection)) {
      const pair = collection.items.find(({ key }) => isScalar(key) && key.value === segment);
      if (pair === undefined) return offset;
      const useKey = atKey && depth === path.length - 1;
      node = useKey ? pair.key : (pair.value ?? pair.key);
    } else if (hasItems(collection)) node = collection.items[Number(segment)];
    else return offset;
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

/** The setting names the schema knows at a path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = writtenConfigSchema;
  for (const segment of path) {
    if (schema instanceof z.ZodOptional) schema = schema.unwrap();
    if (!(schema instanceof z.ZodObject)) return [];
    schema = Reflect.get(schema.shape, segment);
  }
  if (schema instanceof z.ZodOptional) schema = schema.unwrap();
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
