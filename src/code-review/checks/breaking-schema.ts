import type { CodeCheck, CodeFile, CodeProblem } from '../../contracts/code-review.ts';
import { linesOf, placeInHead } from '../lines.ts';
import { isGeneratedPath, isTestPath } from '../path-roles.ts';
import { readSchemaDocument, type SchemaDocument } from '../schemas/document.ts';
import { compareGraphql } from '../schemas/graphql.ts';
import { compareSchemas, type SchemaBreak } from '../schemas/json-schema.ts';
import { compareOpenApi, isOpenApi } from '../schemas/openapi.ts';
import { compareProtobuf } from '../schemas/protobuf.ts';

const fix =
  'Add the new beside the old and keep what is used, or make it a new version and say so to those who use it.';

/** OpenAPI descriptions whose callers would fail. */
export const breakingOpenApi: CodeCheck = ({ files }) =>
  files.flatMap(file => {
    const both = documentsOf(file, /\.(?:ya?ml|json)$/, /["']?(?:openapi|swagger)["']?\s*:/);
    if (both === undefined || !isOpenApi(both.before) || !(both.isGone || isOpenApi(both.after))) return [];
    return compareOpenApi(both.before, both.after).map(each =>
      problemOf('breaking-openapi', file, each, both),
    );
  });

/** JSON Schemas that take less than before, Protocol Buffers that mean something else, GraphQL that queries rely on. */
export const breakingSchema: CodeCheck = ({ files }) => [
  ...files.flatMap(file => {
    const both = documentsOf(
      file,
      /\.(?:json|ya?ml)$/,
      /["']?\$schema["']?\s*:\s*["']?https?:\/\/json-schema\.org/,
    );
    if (both === undefined || both.isGone) return [];
    const { before, after } = both;
    const resolve = { before: before.resolve, after: after.resolve };
    const breaks = compareSchemas(before.value, after.value, { direction: 'input', pointer: [], resolve });
    return breaks.map(each =>
      problemOf(
        'breaking-schema',
        file,
        { ...each, what: `the schema${inside(each.pointer)} ${each.what}` },
        both,
      ),
    );
  }),
  ...files.flatMap(protobufProblems),
  ...files.flatMap(file => graphqlProblems(file, files)),
];

type Documents = {
  readonly before: SchemaDocument;
  readonly after: SchemaDocument;
  readonly isGone: boolean;
};

function documentsOf(file: CodeFile, path: RegExp, text: RegExp): Documents | undefined {
  const { base, head = '{}' } = file;
  if (base === undefined || !path.test(file.path) || isTestPath(file.path) || !text.test(base))
    return undefined;
  const before = readSchemaDocument(base);
  const after = readSchemaDocument(head);
  return before === undefined || after === undefined
    ? undefined
    : { before, after, isGone: file.status === 'removed' };
}

function problemOf(
  kind: CodeProblem['kind'],
  file: CodeFile,
  { pointer, gone, what }: SchemaBreak,
  { before, after }: Documents,
): CodeProblem {
  const { path, base = '', head } = file;
  const oldLine = before.lineOf(pointer);
  const line = head === undefined ? oldLine : gone ? placeInHead(base, head, oldLine) : after.lineOf(pointer);
  const source = gone || head === undefined ? linesOf(base)[oldLine - 1] : linesOf(head)[line - 1];
  const sentence = what.replace(/ : /g, ': ');
  return {
    kind,
    path,
    line,
    quote: source ?? '',
    message: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
    fix,
  };
}

function protobufProblems(file: CodeFile): readonly CodeProblem[] {
  const { path, base, head } = file;
  if (!path.endsWith('.proto') || base === undefined || head === undefined || isTestPath(path)) return [];
  return compareProtobuf(base, head).map(({ line, quote, gone, what }) => ({
    kind: 'breaking-schema',
    path,
    line: gone ? placeInHead(base, head, line) : line,
    quote,
    message: `${what}.`,
    fix: 'Keep the field or reserve its number and name; give what is new a new number.',
  }));
}

/** A schema may stand in several files: what another changed one has now was moved. */
function graphqlProblems(file: CodeFile, files: readonly CodeFile[]): readonly CodeProblem[] {
  const { path, base, head } = file;
  if (!isGraphql(path) || base === undefined || isTestPath(path) || isGeneratedPath(path)) return [];
  const others = files.flatMap(other =>
    other !== file && isGraphql(other.path) && other.head !== undefined ? [other.head] : [],
  );
  return compareGraphql(base, head ?? '', others).map(({ line, gone, what }): CodeProblem => {
    const source = linesOf(gone ? base : (head ?? ''))[line - 1] ?? '';
    return {
      kind: 'breaking-schema',
      path,
      line: gone && head !== undefined ? placeInHead(base, head, line) : line,
      quote: source,
      message: `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
      fix: 'Keep it with @deprecated beside the new one until nobody asks for it any more.',
    };
  });
}

function isGraphql(path: string): boolean {
  return /\.(?:graphqls?|gql)$/.test(path);
}

function inside(pointer: readonly string[]): string {
  const names = pointer.filter((key, index) => pointer[index - 1] === 'properties' && key !== 'properties');
  return names.length === 0 ? '' : ` at \`${names.join('.')}\``;
}
