import type { Tree } from 'web-tree-sitter';
import type { UserRuleLanguage } from '../../contracts/user-rule.ts';
import { copyTree, type SyntaxNode } from '../../detectors/code/lowering/syntax-node.ts';

/** Stand-ins that every language reads as identifiers. */
const metavariable = /^MVAR_(?<name>[A-Z0-9_]+)_$/;
const ellipsis = 'MVAR_ELLIPSIS_';

/** What a pattern has to stand in to be a file of its language. */
const frames: Readonly<Record<UserRuleLanguage, readonly (readonly [before: string, after: string])[]>> = {
  javascript: [['', '']],
  python: [['', '']],
  go: [
    ['package p\nfunc f() {\n', '\n}\n'],
    ['package p\n', '\n'],
    ['package p\nfunc f() {\n_ = ', '\n}\n'],
  ],
  java: [
    ['class C { void m() {\n', '\n} }'],
    ['class C { void m() {\n', ';\n} }'],
    ['class C { Object f =\n', ';\n}'],
    ['class C {\n', '\n}'],
  ],
};

/** A pattern ready to be matched. */
export type CodePattern = { readonly node: SyntaxNode; readonly source: string };

/**
 * Reads code with metavariables in a grammar: `$X` is any expression (the same text wherever it occurs again, `$_` any
 * each time), `...` any number of arguments, items or statements, and `"..."` any string. Undefined when it is not code
 * of the language.
 */
export function readCodePattern(
  pattern: string,
  language: UserRuleLanguage,
  parse: (text: string) => Tree | undefined,
): CodePattern | undefined {
  const prepared = pattern
    .trim()
    .replace(/\$([A-Z_][A-Z0-9_]*)/g, (_all, name: string) => `MVAR_${name}_`)
    .replace(/\.\.\.(?![\w$([])/g, ellipsis);
  for (const [before, after] of frames[language]) {
    const source = `${before}${prepared}${after}`;
    const tree = parse(source);
    if (tree === undefined) continue;
    try {
      if (tree.rootNode.hasError) continue;
      const span = { start: before.length, end: before.length + prepared.length };
      const found = nodeAt(copyTree(tree), span);
      if (found !== undefined) return { node: found, source };
    } finally {
      tree.delete();
    }
  }
  return undefined;
}

/** The node that is the pattern and nothing else; a statement of one expression is that expression. */
function nodeAt(
  root: SyntaxNode,
  span: { readonly start: number; readonly end: number },
): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  let found: SyntaxNode | undefined;
  while (node !== undefined) {
    if (node.named && node.start >= span.start && node.end <= span.end && node.end > node.start) {
      found = node;
      break;
    }
    node =
      node.children.find(child => child.start <= span.start && child.end >= span.end) ??
      node.children.find(child => child.named && child.start >= span.start && child.end <= span.end);
  }
  while (found !== undefined && /^(?:program|module|expression_statement|source_file)$/.test(found.type)) {
    const [only, ...others]: readonly SyntaxNode[] = found.children;
    if (only === undefined || others.length > 0 || !only.named) break;
    found = only;
  }
  return found;
}

/** What the metavariables of a match stand for. */
export type Bindings = ReadonlyMap<string, string>;

/** How much work a match may be, in comparisons; shared by everything one rule does with one file. */
export type Budget = { steps: number };

/** Thrown when a budget is spent. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** What the metavariables stand for where the pattern matches a node. @throws BudgetSpent */
export function matchNode(
  pattern: CodePattern,
  node: SyntaxNode,
  text: string,
  budget: Budget,
): Bindings | undefined {
  const matcher = { pattern: pattern.source, text, budget };
  return matchOne(matcher, pattern.node, node, new Map());
}

type Matcher = { readonly pattern: string; readonly text: string; readonly budget: Budget };

function matchOne(
  matcher: Matcher,
  pattern: SyntaxNode,
  node: SyntaxNode,
  bindings: Bindings,
): Bindings | undefined {
  spend(matcher.budget);
  const wanted = matcher.pattern.slice(pattern.start, pattern.end);
  const name = metavariable.exec(wanted)?.groups?.['name'];
  if (name !== undefined)
    return node.named ? bind(bindings, name, matcher.text.slice(node.start, node.end)) : undefined;
  if (isAnyString(wanted)) return /string|char_sequence/.test(node.type) ? bindings : undefined;
  if (pattern.type !== node.type) {
    // `f(x)` as a whole statement matches where it stands as one.
    return undefined;
  }
  if (pattern.children.length === 0 || node.children.length === 0)
    return pattern.children.length === node.children.length &&
      wanted === matcher.text.slice(node.start, node.end)
      ? bindings
      : pattern.children.length === 1 && isEllipsis(matcher, pattern.children[0])
        ? bindings
        : undefined;
  return matchList(matcher, pattern.children, node.children, bindings);
}

function matchList(
  matcher: Matcher,
  patterns: readonly SyntaxNode[],
  nodes: readonly SyntaxNode[],
  bindings: Bindings,
): Bindings | undefined {
  const [first, ...rest] = patterns;
  if (first === undefined) return nodes.length === 0 ? bindings : undefined;
  if (!isEllipsis(matcher, first)) {
    const [node, ...others] = nodes;
    const bound = node === undefined ? undefined : matchOne(matcher, first, node, bindings);
    return bound === undefined ? undefined : matchList(matcher, rest, others, bound);
  }
  for (let skipped = 0; skipped <= nodes.length; skipped++) {
    spend(matcher.budget);
    const bound = matchList(matcher, rest, nodes.slice(skipped), bindings);
    if (bound !== undefined) return bound;
  }
  return undefined;
}

/** `...` alone, or as a statement of its own. */
function isEllipsis({ pattern }: Matcher, node: SyntaxNode | undefined): boolean {
  return node !== undefined && pattern.slice(node.start, node.end).replace(/;$/, '') === ellipsis;
}

function isAnyString(text: string): boolean {
  return text.length === ellipsis.length + 2 && /^["'`]/.test(text) && text.includes(ellipsis);
}

function bind(bindings: Bindings, name: string, text: string): Bindings | undefined {
  if (name === '_') return bindings;
  const known = bindings.get(name);
  if (known !== undefined) return known === text ? bindings : undefined;
  return new Map([...bindings, [name, text]]);
}

function spend(budget: Budget): void {
  budget.steps -= 1;
  if (budget.steps < 0) throw new BudgetSpent();
}
