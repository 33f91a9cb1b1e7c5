import type { Node } from 'web-tree-sitter';
import type { CodeFile, ParseCode } from '../contracts/code-review.ts';
import { changedLinesOf, linesOf } from './lines.ts';

/** A line of the head that does something. */
export type BehaviourLine = { readonly line: number; readonly text: string };

/** Lines that do nothing, for languages without a grammar here, and for what a grammar does not tell. */
const noBehaviour =
  /^\s*(?:$|\/\/|\/?\*|#|import\b|from\b.*import\b|export \*|export \{|export type\b|type\b|interface\b|package\b|using\b|require(?:_relative)? ['"]|["'`]{3}|[)}\]>;,({[]+\s*$|@\w+$|(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)|(?:end|else|begin|try|do|then|pass)\b:?\s*$)/;

/** What says nothing about what a program does, in the grammars of JavaScript, TypeScript, Python, Go and Java. */
const silentNodes = [
  'comment',
  'line_comment',
  'block_comment',
  'import_statement',
  'import_from_statement',
  'future_import_statement',
  'import_declaration',
  'package_clause',
  'package_declaration',
  'interface_declaration',
  'type_alias_declaration',
  'ambient_declaration',
];

/**
 * Changed lines that do something: no comment, import, type or bracket, and not one that merely moved. Empty when the
 * two texts differ in comments and layout only.
 */
export function changedBehaviour(file: CodeFile, parse: ParseCode): readonly BehaviourLine[] {
  if (file.status === 'removed' || file.head === undefined) return [];
  const now = readCode(file.path, file.head, parse);
  if (
    now !== undefined &&
    file.base !== undefined &&
    now.words === readCode(file.path, file.base, parse)?.words
  )
    return [];
  const before = new Set(linesOf(file.base ?? '').map(text => text.trim()));
  return changedLinesOf(file).filter(
    ({ line, text }) => !noBehaviour.test(text) && now?.silent.has(line) !== true && !before.has(text.trim()),
  );
}

type Code = {
  /** Lines that belong to silent nodes alone. */
  readonly silent: ReadonlySet<number>;
  /** Everything else, without white space and what formatters add and remove. */
  readonly words: string;
};

function readCode(path: string, text: string, parse: ParseCode): Code | undefined {
  const tree = parse(path, text);
  if (tree === undefined) return undefined;
  try {
    if (tree.rootNode.hasError) return undefined;
    const nodes = tree.rootNode
      .descendantsOfType([...silentNodes, 'expression_statement', 'export_statement'])
      .filter(node => node !== null && isSilent(node))
      .filter(node => node !== null);
    const silent = new Set<number>();
    const lines = linesOf(text);
    let rest = '';
    let at = 0;
    for (const node of nodes.toSorted((a, b) => a.startIndex - b.startIndex)) {
      const first = node.startPosition.row;
      const isAlone = lines[first]?.slice(0, node.startPosition.column).trim() === '';
      for (let row = isAlone ? first : first + 1; row <= node.endPosition.row; row += 1) silent.add(row + 1);
      if (node.startIndex >= at) rest += text.slice(at, node.startIndex);
      at = Math.max(at, node.endIndex);
    }
    return { silent, words: `${rest}${text.slice(at)}`.replace(/[\s;,()'"`]/g, '') };
  } finally {
    tree.delete();
  }
}

/** Of statements, only those that are a text (Python's docstrings) or export a type. */
function isSilent(node: Node): boolean {
  if (node.type === 'expression_statement')
    return node.namedChildCount === 1 && node.namedChildren[0]?.type === 'string';
  if (node.type === 'export_statement')
    return /^(?:interface_declaration|type_alias_declaration)$/.test(
      node.childForFieldName('declaration')?.type ?? '',
    );
  return true;
}
