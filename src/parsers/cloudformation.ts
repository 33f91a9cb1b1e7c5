import { type ConfigNode, entryOf, stringOf } from './config-node.ts';

/**
 * Rewrites the long form of intrinsic functions, `{ "Fn::Sub": x }` and `{ "Ref": x }`, as the expression nodes that
 * the short forms of YAML already are, throughout a document.
 */
export function withIntrinsics(node: ConfigNode): ConfigNode {
  if (node.kind === 'list') return { ...node, items: node.items.map(withIntrinsics) };
  if (node.kind === 'expression') return { ...node, args: node.args.map(withIntrinsics) };
  if (node.kind === 'scalar') return node;
  const [only] = node.entries;
  if (only !== undefined && node.entries.length === 1 && /^(?:Fn::\w+|Ref)$/.test(only.key)) {
    const value = withIntrinsics(only.value);
    return {
      kind: 'expression',
      call: only.key,
      args: value.kind === 'list' ? value.items : [value],
      text: stringOf(value) ?? '',
      start: node.start,
      end: node.end,
    };
  }
  return { ...node, entries: node.entries.map(entry => ({ ...entry, value: withIntrinsics(entry.value) })) };
}

/** True for a CloudFormation or SAM template: resources whose entries have an `AWS::…` or custom type. */
export function isTemplate(node: ConfigNode): boolean {
  if (entryOf(node, 'AWSTemplateFormatVersion') !== undefined) return true;
  const resources = entryOf(node, 'Resources')?.value;
  if (resources?.kind !== 'map') return false;
  return resources.entries.some(entry => {
    const type = stringOf(entryOf(entry.value, 'Type')?.value);
    return type !== undefined && /^(?:AWS|Alexa|Custom)::/.test(type);
  });
}

/**
 * The text of a string, `Fn::Sub` or `Fn::Join` with unknown parts written as `${…}`; undefined when nothing of it
 * is known.
 */
export function textOfIntrinsic(node: ConfigNode): string | undefined {
  if (node.kind === 'scalar') return node.value === null ? undefined : String(node.value);
  if (node.kind !== 'expression') return undefined;
  if (node.call === 'Fn::Sub') return stringOf(node.args[0]);
  if (node.call !== 'Fn::Join') return undefined;
  const [separator, parts] = node.args;
  if (parts?.kind !== 'list') return undefined;
  return parts.items.map(part => textOfIntrinsic(part) ?? '${…}').join(stringOf(separator) ?? '');
}
