import {
  type ConfigEntry,
  type ConfigNode,
  entryOf,
  type MapNode,
  pinConfig,
  stringOf,
} from '../../../parsers/config-node.ts';
import type { HclBlock } from '../../../parsers/hcl.ts';

const reference = /^data\.aws_iam_policy_document\.([\w-]+)(?:\[[^\]]*\])?\.(?:minified_)?json$/;

/** Follows references as before, and those to a policy document's data source as the JSON that it makes. */
export function withPolicyData(
  blocks: readonly HclBlock[],
  resolve: (node: ConfigNode) => ConfigNode,
): (node: ConfigNode) => ConfigNode {
  const documents = new Map(
    blocks
      .filter(({ type, labels }) => type === 'data' && labels[0] === 'aws_iam_policy_document')
      .map(({ labels, body }) => [labels[1] ?? '', body]),
  );
  if (documents.size === 0) return resolve;
  return node => {
    const next = resolve(node);
    const name = next.kind === 'expression' ? reference.exec(next.text)?.[1] : undefined;
    const body = name === undefined ? undefined : documents.get(name);
    return body === undefined ? next : pinConfig(documentOf(body), node);
  };
}

const names: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
};

function documentOf(body: MapNode): MapNode {
  const statements = blocksOf(body, 'statement').map(statementOf);
  return mapOf(body, [['Statement', { ...spanOf(body), kind: 'list', items: statements }]]);
}

function statementOf(body: MapNode): MapNode {
  const plain = body.entries.flatMap(({ key, value }): readonly Pair[] => {
    const name = names[key];
    return name === undefined ? [] : [[name, value]];
  });
  const principals = blocksOf(body, 'principals').map(
    (block): Pair => [textAt(block, 'type') ?? 'AWS', entryOf(block, 'identifiers')?.value ?? block],
  );
  const conditions = blocksOf(body, 'condition').map((block): Pair => {
    const values = entryOf(block, 'values')?.value ?? block;
    return [textAt(block, 'test') ?? '', mapOf(block, [[textAt(block, 'variable') ?? '', values]])];
  });
  return mapOf(body, [
    ...plain,
    ...(principals.length === 0 ? [] : [['Principal', mapOf(body, principals)] as const]),
    ...(conditions.length === 0 ? [] : [['Condition', mapOf(body, conditions)] as const]),
  ]);
}

type Pair = readonly [string, ConfigNode];

function mapOf(place: MapNode, pairs: readonly Pair[]): MapNode {
  const keySpan = spanOf(place);
  const entries = pairs.map(([key, value]): ConfigEntry => ({ key, keySpan, value }));
  return { kind: 'map', entries, ...keySpan };
}

function spanOf({ start, end }: MapNode) {
  return { start, end };
}

function blocksOf(body: MapNode, name: string): readonly MapNode[] {
  return body.entries.flatMap(({ key, value }) => (key === name && value.kind === 'map' ? [value] : []));
}

function textAt(block: MapNode, key: string): string | undefined {
  return stringOf(entryOf(block, key)?.value);
}
