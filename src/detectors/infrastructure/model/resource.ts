import type { Span } from '../../../contracts/detector.ts';
import {
  type ConfigNode,
  itemsOf,
  type MapNode,
  pinConfig,
  shiftConfig,
  stringOf,
} from '../../../parsers/config-node.ts';
import { parseJson } from '../../../parsers/json.ts';
import { SyntaxProblem } from '../../../parsers/syntax-problem.ts';

/** Something a rule is about: a resource of Terraform or CloudFormation, a container, a pod, a service of Compose. */
export type Resource = {
  /** `aws_s3_bucket`, `AWS::S3::Bucket`, `kubernetes/container`, `compose/service`, … */
  readonly type: string;
  /** Name in its file: the second label of Terraform, the logical id of CloudFormation. */
  readonly name: string;
  readonly body: MapNode;
  /** Where to point when an attribute is missing. */
  readonly head: Span;
  /** Follows references to what the file itself says. */
  readonly resolve: (node: ConfigNode) => ConfigNode;
  /** Set when the text is only part of it (a patch, a template): what is missing may stand elsewhere. */
  readonly partial?: true;
};

/** The resources of a file by type. */
export type Resources = ReadonlyMap<string, readonly Resource[]>;

/**
 * Every value at a dotted path (`*` in a key stands for any characters), through blocks, lists and embedded JSON; references are followed. Empty when a step is missing;
 * an expression in the way counts as a value that is not known.
 */
export function valuesAt(
  resource: Resource,
  path: string,
  from: ConfigNode = resource.body,
): readonly ConfigNode[] {
  let current: readonly ConfigNode[] = [from];
  for (const step of stepsOf(path)) {
    current = current.flatMap(node => stepInto(resource, node, step));
  }
  return current.map(resource.resolve);
}

/** The keys of a dotted path; a key's own dots are written `\\.`. */
export function stepsOf(path: string): readonly string[] {
  return path === '' ? [] : path.split(/(?<!\\)\./).map(step => step.replaceAll('\\.', '.'));
}

/** Whether a step names a key; `*` in a step stands for any characters. */
function names(step: string, key: string): boolean {
  const [first = '', ...rest] = step.split('*');
  const last = rest.pop();
  if (last === undefined) return key === step;
  if (!key.startsWith(first) || !key.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = key.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at + last.length <= key.length;
}

function stepInto(resource: Resource, node: ConfigNode, step: string): readonly ConfigNode[] {
  const value = decode(resource.resolve(node));
  if (value.kind === 'expression') return [value];
  return itemsOf(value).flatMap(item => {
    const map = decode(resource.resolve(item));
    if (map.kind === 'expression') return [map];
    if (map.kind !== 'map') return [];
    return map.entries.filter(({ key }) => names(step, key)).map(entry => entry.value);
  });
}

/** What `jsonencode` or a JSON string holds: container definitions are written like that. */
function decode(node: ConfigNode): ConfigNode {
  if (node.kind === 'expression') return node.call === 'jsonencode' ? (node.args[0] ?? node) : node;
  const text = stringOf(node);
  if (node.kind !== 'scalar' || text === undefined || !/^\s*[[{]/.test(text)) return node;
  try {
    const document = parseJson(text);
    return node.contentStart === undefined
      ? pinConfig(document, node)
      : shiftConfig(document, node.contentStart);
  } catch (error) {
    if (error instanceof SyntaxProblem) return node;
    throw error;
  }
}
