import type { Span } from '../contracts/detector.ts';

/**
 * A configuration value with its place, the same for JSON, YAML and HCL, so that a rule about a policy or a
 * resource is written once.
 */
export type ConfigNode = ScalarNode | ListNode | MapNode | ExpressionNode;

/** A literal. Templates such as `"arn:…:${var.name}"` are strings with `dynamic: true` and their source text. */
export type ScalarNode = Span & {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Whether part of a string is only known at deployment. */
  readonly dynamic: boolean;
  /**
   * Offset in the file of the string's first character when the value stands there unescaped, so that an embedded
   * document can be located exactly.
   */
  readonly contentStart?: number;
};

export type ListNode = Span & { readonly kind: 'list'; readonly items: readonly ConfigNode[] };

export type MapNode = Span & { readonly kind: 'map'; readonly entries: readonly ConfigEntry[] };

/** Something that is not a literal: a reference, a function call, an operator. */
export type ExpressionNode = Span & {
  readonly kind: 'expression';
  /** The function's name for calls (`jsonencode`, `Fn::If`), otherwise undefined. */
  readonly call?: string;
  /** Arguments of a call. */
  readonly args: readonly ConfigNode[];
  /** Source text of a reference such as `aws_s3_bucket.logs.id`. */
  readonly text: string;
};

export type ConfigEntry = { readonly key: string; readonly keySpan: Span; readonly value: ConfigNode };

/** Deepest nesting that is followed; deeper input is refused rather than risking the stack. */
export const maxConfigDepth = 200;

/** The entry of a map by its exact key; the last one wins, as in JSON and YAML. */
export function entryOf(node: ConfigNode | undefined, key: string): ConfigEntry | undefined {
  return node?.kind === 'map' ? node.entries.findLast(entry => entry.key === key) : undefined;
}

/** The value at a path of keys; undefined when a step is missing or not a map. */
export function valueAt(node: ConfigNode | undefined, ...path: readonly string[]): ConfigNode | undefined {
  let current = node;
  for (const key of path) current = entryOf(current, key)?.value;
  return current;
}

/** A list's items, a single value as one item, nothing for undefined. */
export function itemsOf(node: ConfigNode | undefined): readonly ConfigNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** The literal string of a node; undefined for anything else (numbers and booleans included). */
export function stringOf(node: ConfigNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** Visits every node, parents first. */
export function* walkConfig(node: ConfigNode): Generator<ConfigNode> {
  const pending: ConfigNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if (next.kind === 'list') pending.push(...next.items.toReversed());
    if (next.kind === 'map') pending.push(...next.entries.map(entry => entry.value).reverse());
    if (next.kind === 'expression') pending.push(...next.args.toReversed());
  }
}

/** Moves every position by `offset`: for a document that is embedded in another file. */
export function shiftConfig(node: ConfigNode, offset: number): ConfigNode {
  const span = { start: node.start + offset, end: node.end + offset };
  switch (node.kind) {
    case 'scalar':
      return node.contentStart === undefined
        ? { ...node, ...span }
        : { ...node, ...span, contentStart: node.contentStart + offset };
    case 'list':
      return { ...node, ...span, items: node.items.map(item => shiftConfig(item, offset)) };
    case 'expression':
      return { ...node, ...span, args: node.args.map(item => shiftConfig(item, offset)) };
    case 'map':
      return {
        ...node,
        ...span,
        entries: node.entries.map(entry => ({
          key: entry.key,
          keySpan: { start: entry.keySpan.start + offset, end: entry.keySpan.end + offset },
          value: shiftConfig(entry.value, offset),
        })),
      };
  }
}

/** Gives every position the same span: for a document inside an escaped string, which has no places of its own. */
export function pinConfig(node: ConfigNode, span: Span): ConfigNode {
  const place = { start: span.start, end: span.end };
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', value: node.value, dynamic: node.dynamic, ...place };
    case 'list':
      return { ...node, ...place, items: node.items.map(item => pinConfig(item, span)) };
    case 'expression':
      return { ...node, ...place, args: node.args.map(item => pinConfig(item, span)) };
    case 'map':
      return {
        ...node,
        ...place,
        entries: node.entries.map(({ key, value }) => ({
          key,
          keySpan: place,
          value: pinConfig(value, span),
        })),
      };
  }
}
