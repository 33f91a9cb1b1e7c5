import type { Tree } from 'web-tree-sitter';
import { AppError } from '../../../errors.ts';

/**
 * Deepest nesting that is analysed, in syntax nodes. Lowering and evaluation recurse; the bound keeps them far
 * from the end of the stack of a worker thread.
 */
const maxDepth = 600;

/** A syntax node copied out of WebAssembly memory: reading it costs nothing, unlike web-tree-sitter's own. */
export type SyntaxNode = {
  readonly type: string;
  readonly named: boolean;
  /** The field of the parent that this node stands in. */
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
};

/** Punctuation carries no meaning beyond the shape of the tree. */
const punctuation: ReadonlySet<string> = new Set(
  '( ) [ ] { } , ; . : " \' ` ${ </ /> => ?. @ string_start string_end comment line_comment block_comment'.split(
    ' ',
  ),
);

const none: readonly SyntaxNode[] = [];

type NodeKind = { readonly type: string; readonly named: boolean; readonly skip: boolean };

type Frame = { readonly node: SyntaxNode; readonly children: SyntaxNode[]; readonly isChain: boolean };

/** Operators nest to the left and are lowered without recursion: a chain of them counts as one level. */
const chains: ReadonlySet<string> = new Set(['binary_expression', 'binary_operator', 'boolean_operator']);

/**
 * Copies a tree by one cursor, leaving punctuation and comments out.
 * @throws AppError `code-too-deep` when the tree is nested deeper than what is analysed.
 */
export function copyTree(tree: Tree): SyntaxNode {
  const cursor = tree.walk();
  const kinds: (NodeKind | undefined)[] = [];
  const { language } = tree;
  const fields = language.fields;
  const kindOf = (id: number): NodeKind => {
    const known = kinds[id];
    if (known !== undefined) return known;
    const type = cursor.nodeType;
    const kind = { type, named: cursor.nodeIsNamed, skip: punctuation.has(type) };
    kinds[id] = kind;
    return kind;
  };
  try {
    const root = kindOf(cursor.nodeTypeId);
    const top: SyntaxNode[] = [];
    const stack: Frame[] = [];
    let depth = 0;
    let siblings = top;
    let kind = root;
    for (;;) {
      let descended = false;
      if (!kind.skip) {
        const fieldId = cursor.currentFieldId;
        const start = cursor.startIndex;
        const end = cursor.endIndex;
        const hasChildren = kind.named && cursor.gotoFirstChild();
        const children: SyntaxNode[] = hasChildren ? [] : (none as SyntaxNode[]);
        const node: SyntaxNode = {
          type: kind.type,
          named: kind.named,
          field: fieldId === 0 ? undefined : (fields[fieldId] ?? undefined),
          start,
          end,
          children,
        };
        siblings.push(node);
        if (hasChildren) {
          const isChain =
            chains.has(node.type) && siblings.length === 1 && stack.at(-1)?.node.type === node.type;
          stack.push({ node, children: siblings, isChain });
          if (!isChain && ++depth > maxDepth) throw tooDeep();
          siblings = children;
          descended = true;
        }
      }
      if (!descended) {
        while (!cursor.gotoNextSibling()) {
          const frame = stack.pop();
          if (frame === undefined || !cursor.gotoParent()) return top[0] ?? emptyRoot;
          siblings = frame.children;
          if (!frame.isChain) depth--;
        }
      }
      kind = kindOf(cursor.nodeTypeId);
    }
  } finally {
    cursor.delete();
  }
}

const emptyRoot: SyntaxNode = {
  type: 'program',
  named: true,
  field: undefined,
  start: 0,
  end: 0,
  children: none,
};

function tooDeep(): AppError {
  return new AppError({
    code: 'code-too-deep',
    publicMessage: `The file is nested deeper than ${maxDepth} levels, so its code was not analysed.`,
  });
}

/** The first child in a field. */
export function fieldOf(node: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const child of node.children) if (child.field === name) return child;
  return undefined;
}

/** All children in a field. */
export function fieldsOf(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  return node.children.filter(child => child.field === name);
}

/** The named children. */
export function namedOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(child => child.named);
}

/** Whether an anonymous token such as `async` or `*` is among the children. */
export function hasToken(node: SyntaxNode, token: string): boolean {
  return node.children.some(child => child.type === token);
}
