import { entryOf, itemsOf, type MapNode, stringOf } from '../../../parsers/config-node.ts';
import type { HclBlock } from '../../../parsers/hcl.ts';
import type { Policy, PolicyCondition, PolicyPrincipal, PolicyStatement } from './policy.ts';
import { type Resolve, textOf, textsOf } from './read-policy.ts';

/**
 * Reads Terraform's `data "aws_iam_policy_document"` (AWS provider documentation): snake-case plurals, blocks for
 * principals and conditions, `Allow` by default.
 */
export function policyDocumentBlock(block: HclBlock, resolve: Resolve): Policy {
  const version = entryOf(block.body, 'version')?.value;
  const blocks = block.body.entries.filter(entry => entry.key === 'statement');
  return {
    node: undefined,
    version: version === undefined ? undefined : textOf(resolve(version)),
    statements: blocks.flatMap(({ value, keySpan }) =>
      value.kind === 'map' ? [readStatement(value, keySpan, resolve)] : [],
    ),
    owner: undefined,
    partial: block.body.entries.some(({ key }) => /^(?:source|override)_/.test(key)),
  };
}

function readStatement(body: MapNode, head: PolicyStatement['head'], resolve: Resolve): PolicyStatement {
  const list = (key: string) => textsOf(entryOf(body, key)?.value, resolve);
  const effect = entryOf(body, 'effect')?.value;
  const effectText = effect === undefined ? 'Allow' : stringOf(resolve(effect));
  const sid = entryOf(body, 'sid')?.value;
  return {
    start: body.start,
    end: body.end,
    node: undefined,
    head,
    sid: sid === undefined ? undefined : textOf(resolve(sid)),
    effect: effectText === 'Allow' || effectText === 'Deny' ? effectText : undefined,
    actions: list('actions'),
    notActions: list('not_actions'),
    resources: list('resources'),
    notResources: list('not_resources'),
    principals: principalsOf(body, 'principals', resolve),
    notPrincipals: principalsOf(body, 'not_principals', resolve),
    conditions: conditionsOf(body, resolve),
    hasPrincipal: body.entries.some(({ key }) => key === 'principals' || key === 'not_principals'),
    hasUnknownConditions: false,
  };
}

function principalsOf(body: MapNode, name: string, resolve: Resolve): readonly PolicyPrincipal[] {
  return blocksNamed(body, name).flatMap(block => {
    const type = stringOf(mapNode(block, 'type', resolve)) ?? 'AWS';
    return textsOf(entryOf(block, 'identifiers')?.value, resolve).map(text => ({
      ...text,
      type: text.text === '*' && (type === 'AWS' || type === '*') ? '*' : type,
    }));
  });
}

function conditionsOf(body: MapNode, resolve: Resolve): readonly PolicyCondition[] {
  return blocksNamed(body, 'condition').flatMap(block => {
    const operator = entryOf(block, 'test')?.value;
    const key = entryOf(block, 'variable')?.value;
    const operatorText = operator === undefined ? undefined : textOf(resolve(operator));
    const keyText = key === undefined ? undefined : textOf(resolve(key));
    if (operatorText === undefined || keyText === undefined) return [];
    const values = entryOf(block, 'values')?.value;
    const items = values === undefined ? [] : itemsOf(resolve(values));
    const texts = textsOf(values, resolve);
    return [
      {
        operator: operatorText,
        key: keyText,
        values: texts,
        open: items.length === 0 || texts.some(({ text }) => text.includes('${')),
      },
    ];
  });
}

function blocksNamed(body: MapNode, name: string): readonly MapNode[] {
  return body.entries.flatMap(({ key, value }) => (key === name && value.kind === 'map' ? [value] : []));
}

function mapNode(body: MapNode, key: string, resolve: Resolve) {
  const value = entryOf(body, key)?.value;
  return value === undefined ? undefined : resolve(value);
}
