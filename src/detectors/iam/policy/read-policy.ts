import { textOfIntrinsic } from '../../../parsers/cloudformation.ts';
import {
  type ConfigNode,
  entryOf,
  itemsOf,
  type MapNode,
  stringOf,
  walkConfig,
} from '../../../parsers/config-node.ts';
import type { Policy, PolicyCondition, PolicyPrincipal, PolicyStatement, PolicyText } from './policy.ts';

/** Follows references to what the file itself says. */
export type Resolve = (node: ConfigNode) => ConfigNode;

/** Elements that only policy statements have in this combination (IAM user guide, JSON policy elements). */
const statementKeys = ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal'];

/** Whether a map is a policy document: statements that look like it, or nothing but a policy version. */
export function isPolicy(node: ConfigNode): node is MapNode {
  if (node.kind !== 'map') return false;
  const version = stringOf(entryOf(node, 'Version')?.value);
  const dated = version === '2012-10-17' || version === '2008-10-17';
  const statement = entryOf(node, 'Statement')?.value;
  if (statement === undefined)
    return dated && node.entries.every(({ key }) => key === 'Version' || key === 'Id');
  return dated || itemsOf(statement).some(looksLikeStatement);
}

function looksLikeStatement(node: ConfigNode): boolean {
  if (node.kind !== 'map') return false;
  const effect = stringOf(entryOf(node, 'Effect')?.value);
  const known = statementKeys.filter(key => entryOf(node, key) !== undefined).length;
  return ((effect === 'Allow' || effect === 'Deny') && known > 0) || known > 1;
}

/** Reads a document that `isPolicy` accepted. */
export function readPolicy(node: MapNode, resolve: Resolve, owner: string | undefined): Policy {
  const version = entryOf(node, 'Version')?.value;
  const statement = entryOf(node, 'Statement')?.value;
  const items = statement === undefined ? [] : itemsOf(resolve(statement)).map(resolve);
  const maps = items.filter(item => item.kind === 'map');
  return {
    node,
    version: version === undefined ? undefined : textOf(resolve(version)),
    statements: maps.map(item => readStatement(item, resolve)),
    owner,
    partial: maps.length < items.length,
  };
}

function readStatement(node: MapNode, resolve: Resolve): PolicyStatement {
  const list = (key: string): readonly PolicyText[] => textsOf(entryOf(node, key)?.value, resolve);
  const effect = stringOf(mapDefined(entryOf(node, 'Effect')?.value, resolve));
  const sid = mapDefined(entryOf(node, 'Sid')?.value, resolve);
  const condition = mapDefined(entryOf(node, 'Condition')?.value, resolve);
  const conditions = condition === undefined ? [] : readConditions(condition, resolve);
  const principal = entryOf(node, 'Principal') ?? entryOf(node, 'NotPrincipal');
  return {
    start: node.start,
    end: node.end,
    node,
    head: { start: node.start, end: node.start + 1 },
    sid: sid === undefined ? undefined : textOf(sid),
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    actions: list('Action'),
    notActions: list('NotAction'),
    resources: list('Resource'),
    notResources: list('NotResource'),
    principals: readPrincipals(entryOf(node, 'Principal')?.value, resolve),
    notPrincipals: readPrincipals(entryOf(node, 'NotPrincipal')?.value, resolve),
    conditions,
    hasPrincipal: principal !== undefined,
    hasUnknownConditions: condition !== undefined && condition.kind !== 'map',
  };
}

function readConditions(node: ConfigNode, resolve: Resolve): readonly PolicyCondition[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(operator => {
    const body = resolve(operator.value);
    if (body.kind !== 'map') return [];
    return body.entries.map(({ key, keySpan, value }) => {
      const resolved = itemsOf(resolve(value)).map(resolve);
      const values = resolved.flatMap(item => textOf(item) ?? []);
      return {
        operator: { text: operator.key, ...operator.keySpan },
        key: { text: key, ...keySpan },
        values,
        open: values.length < resolved.length || resolved.length === 0,
      };
    });
  });
}

function readPrincipals(node: ConfigNode | undefined, resolve: Resolve): readonly PolicyPrincipal[] {
  if (node === undefined) return [];
  const value = resolve(node);
  if (value.kind === 'map') {
    return value.entries.flatMap(({ key, value: names }) =>
      textsOf(names, resolve).map(text => ({
        ...text,
        type: text.text === '*' && key === 'AWS' ? '*' : key,
      })),
    );
  }
  return textsOf(value, resolve).map(text => ({ ...text, type: text.text === '*' ? '*' : 'AWS' }));
}

/** Every string of a value or list; a reference that is not known is `${…}`. */
export function textsOf(node: ConfigNode | undefined, resolve: Resolve): readonly PolicyText[] {
  if (node === undefined) return [];
  return itemsOf(resolve(node)).flatMap(item => {
    const value = resolve(item);
    return value.kind === 'list' ? textsOf(value, resolve) : (textOf(value) ?? [unknown(value)]);
  });
}

/** The text of a literal, template or intrinsic; undefined for maps and lists. */
export function textOf(node: ConfigNode): PolicyText | undefined {
  if (node.kind === 'list' || node.kind === 'map') return undefined;
  const text = textOfIntrinsic(node);
  return text === undefined ? unknown(node) : { text, start: node.start, end: node.end };
}

/** Keeps the reference's own words: `aws_iam_openid_connect_provider.github.arn` says what it is. */
function unknown(node: ConfigNode): PolicyText {
  const text = node.kind === 'expression' && node.text !== '' ? node.text : '…';
  return { text: `\${${text}}`, start: node.start, end: node.end };
}

function mapDefined<T, U>(value: T | undefined, map: (value: T) => U): U | undefined {
  return value === undefined ? undefined : map(value);
}

/** Every policy document inside a node. */
export function policiesIn(root: ConfigNode, resolve: Resolve, owner: string | undefined): readonly Policy[] {
  const found: Policy[] = [];
  for (const node of walkConfig(root)) {
    if (isPolicy(node)) found.push(readPolicy(node, resolve, owner));
  }
  return found;
}
