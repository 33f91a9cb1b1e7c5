import type { SourceFile } from '../../../contracts/detector.ts';
import {
  type ConfigEntry,
  type ConfigNode,
  entryOf,
  itemsOf,
  type MapNode,
  stringOf,
} from '../../../parsers/config-node.ts';
import { copyTree } from '../../code/lowering/syntax-node.ts';
import type { Policy } from '../policy/policy.ts';
import { isPolicy, readPolicy } from '../policy/read-policy.ts';
import { type CodeCall, type CodeReader, createCodeReader } from './code-values.ts';

/** Code in which AWS CDK's policies are looked for. */
export function mayHoldCodePolicies(path: string): boolean {
  return /\.(?:[cm]?[jt]s|tsx|py)$/i.test(path) && !/\.d\.[cm]?ts$/i.test(path);
}

const mentions =
  /\b(?:PolicyStatement|PolicyDocument|(?:WebIdentity|OpenIdConnect|Federated|Any|Star)Principal|[fF]rom_?[aA]ws_?[mM]anaged_?[pP]olicy_?[nN]ame|grant_?[pP]ublic_?[aA]ccess|get_?[pP]olicy_?[dD]ocument(?:Output|_output)?)\b|["']?Version["']?\s*:\s*["']2012-10-17/;

/**
 * The policies that AWS CDK code makes (docs.aws.amazon.com/cdk/api/v2, module aws_iam): statements, principals of
 * roles, managed policies by name, grants to everybody, and policy documents as plain objects.
 */
export function codePolicies(file: SourceFile): readonly Policy[] {
  if (!mentions.test(file.text)) return [];
  const tree = file.tree();
  if (tree === undefined) return [];
  const reader = createCodeReader(copyTree(tree), file.text);
  const calls = reader.calls.map(node => reader.callOf(node));
  return [...calls.flatMap(call => policiesOfCall(call, reader)), ...plainPolicies(reader)];
}

function policiesOfCall(call: CodeCall, reader: CodeReader): readonly Policy[] {
  const { name, node, named, args } = call;
  if (name === 'PolicyStatement') return [policyOf(statementOf(named, reader), node)];
  if (/^from_?json$/i.test(name)) {
    const [body] = args;
    return body?.kind === 'map' &&
      entryOf(body, 'Statement') === undefined &&
      entryOf(body, 'Effect') !== undefined
      ? [policyOf(body, node)]
      : [];
  }
  if (/^from_?aws_?managed_?policy_?name$/i.test(name)) {
    const managed = stringOf(args[0])?.split('/').at(-1) ?? '';
    const actions = { AdministratorAccess: '*', IAMFullAccess: 'iam:*' }[managed];
    return actions === undefined ? [] : [policyOf(statement({ Action: actions, Resource: '*' }, node), node)];
  }
  if (/^grant_?public_?access$/i.test(name)) return [publicGrant(node)];
  if (/^grant(?:_|[A-Z]|$)/.test(name)) return args.some(isEverybody(reader)) ? [publicGrant(node)] : [];
  if (/^get_?policy_?document(?:_?output)?$/i.test(name)) return pulumiPolicies(call, reader);
  const trusted = entryOf(named, 'assumedBy')?.value;
  return name === 'Role' && trusted !== undefined ? trustOf(trusted, node, reader) : [];
}

type Place = { readonly start: number; readonly end: number };

function scalar(value: string, place: Place): ConfigNode {
  return { kind: 'scalar', value, dynamic: false, start: place.start, end: place.end };
}

function entry(key: string, value: ConfigNode): ConfigEntry {
  return { key, keySpan: { start: value.start, end: value.end }, value };
}

/** A statement as JSON has it, at one place. */
function statement(parts: Readonly<Record<string, string>>, { start, end }: Place): MapNode {
  const place = { start, end: Math.min(end, start + 200) };
  const entries = Object.entries({ Effect: 'Allow', ...parts }).map(([key, value]) =>
    entry(key, scalar(value, place)),
  );
  return { kind: 'map', entries, ...place };
}

function policyOf(body: MapNode, place: Place): Policy {
  const document: MapNode = {
    kind: 'map',
    start: place.start,
    end: place.end,
    entries: [
      entry('Version', scalar('2012-10-17', { start: place.start, end: place.start })),
      entry('Statement', { kind: 'list', items: [body], start: body.start, end: body.end }),
    ],
  };
  return { ...readPolicy(document, node => node, undefined), partial: true };
}

function publicGrant(place: Place): Policy {
  const body = statement(
    { Action: 's3:GetObject', Resource: 'arn:aws:s3:::example/*', Principal: '*' },
    place,
  );
  return policyOf(body, place);
}

const elements: Readonly<Record<string, string>> = {
  actions: 'Action',
  notActions: 'NotAction',
  resources: 'Resource',
  notResources: 'NotResource',
  conditions: 'Condition',
  sid: 'Sid',
};

/** `new PolicyStatement({ … })` in JSON's words; CDK allows by default. */
function statementOf(named: MapNode, reader: CodeReader): MapNode {
  const effect = entryOf(named, 'effect')?.value;
  const isDeny = effect?.kind === 'expression' && effect.text.endsWith('.DENY');
  const isUnknown = effect?.kind === 'expression' && !/\.(?:ALLOW|DENY)$/.test(effect.text);
  const entries = named.entries.flatMap(({ key, keySpan, value }) => {
    const element = elements[key];
    if (element !== undefined) return [{ key: element, keySpan, value }];
    if (key !== 'principals' && key !== 'notPrincipals') return [];
    const principal = principalsOf(itemsOf(value), reader, value);
    return [{ key: key === 'principals' ? 'Principal' : 'NotPrincipal', keySpan, value: principal }];
  });
  const place = { start: named.start, end: named.start + 1 };
  const allowed = isUnknown && effect !== undefined ? effect : scalar(isDeny ? 'Deny' : 'Allow', place);
  return { ...named, entries: [entry('Effect', allowed), ...entries] };
}

/** Pulumi's data source of a policy document (`aws.iam.getPolicyDocument`): Terraform's blocks as lists of objects. */
function pulumiPolicies({ named, args, node }: CodeCall, reader: CodeReader): readonly Policy[] {
  const options = args.find(arg => arg.kind === 'map') ?? named;
  const statements = itemsOf(entryOf(options, 'statements')?.value)
    .map(item => callAt(item, reader)?.named ?? item)
    .filter(item => item.kind === 'map');
  return statements.map(item => {
    const entries = item.entries.flatMap(({ key, keySpan, value }): readonly ConfigEntry[] => {
      const element = key === 'conditions' ? undefined : elements[key];
      if (element !== undefined) return [{ key: element, keySpan, value }];
      if (key === 'effect') return [{ key: 'Effect', keySpan, value }];
      // What the conditions say is not read; a statement with any counts as limited.
      const open: ConfigNode = { kind: 'expression', args: [], text: '', start: value.start, end: value.end };
      if (key === 'conditions') return [{ key: 'Condition', keySpan, value: open }];
      return key === 'principals'
        ? [{ key: 'Principal', keySpan, value: pulumiPrincipals(value, reader) }]
        : [];
    });
    const allowed = entries.some(({ key }) => key === 'Effect')
      ? []
      : [entry('Effect', scalar('Allow', { start: item.start, end: item.start + 1 }))];
    return policyOf({ ...item, entries: [...allowed, ...entries] }, node);
  });
}

function pulumiPrincipals(value: ConfigNode, reader: CodeReader): ConfigNode {
  const entries = itemsOf(value)
    .map(item => callAt(item, reader)?.named ?? item)
    .flatMap(item => {
      const identifiers = entryOf(item, 'identifiers')?.value;
      return identifiers === undefined
        ? []
        : [entry(stringOf(entryOf(item, 'type')?.value) ?? 'AWS', identifiers)];
    });
  return { kind: 'map', entries, start: value.start, end: value.end };
}

/** Principals by type, as `Principal` of a policy; those that are not known stay expressions. */
function principalsOf(items: readonly ConfigNode[], reader: CodeReader, place: Place): ConfigNode {
  const entries: ConfigEntry[] = items.map(item => {
    const call = callAt(item, reader);
    if (call === undefined) return entry('AWS', item);
    const [first] = call.args;
    if (/^(?:Any|Star)Principal$/.test(call.name)) return entry('AWS', scalar('*', call.node));
    if (call.name === 'ServicePrincipal' && first !== undefined) return entry('Service', first);
    if (call.name === 'ArnPrincipal' && first !== undefined) return entry('AWS', first);
    if (/^(?:Federated|WebIdentity|OpenIdConnect|Saml)Principal$/.test(call.name) && first !== undefined)
      return entry('Federated', first);
    return entry('AWS', item);
  });
  return { kind: 'map', entries, start: place.start, end: place.end };
}

/** The call that an expression is. */
function callAt({ kind, start, end }: ConfigNode, reader: CodeReader): CodeCall | undefined {
  const node =
    kind === 'expression' ? reader.calls.find(call => call.start === start && call.end === end) : undefined;
  return node === undefined ? undefined : reader.callOf(node);
}

function isEverybody(reader: CodeReader): (node: ConfigNode) => boolean {
  return node => /^(?:Any|Star)Principal$/.test(callAt(node, reader)?.name ?? '');
}

/** Who may assume a role: the trust policy that `assumedBy` makes. */
function trustOf(trusted: ConfigNode, place: Place, reader: CodeReader): readonly Policy[] {
  const call = callAt(trusted, reader);
  if (call === undefined) return [];
  const isFederated = /^(?:Federated|WebIdentity|OpenIdConnect)Principal$/.test(call.name);
  const conditions = call.args.find(arg => arg.kind === 'map') ?? entryOf(call.named, 'conditions')?.value;
  const action = isFederated ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole';
  const base = statement({ Action: action }, trusted);
  const entries = [
    ...base.entries,
    entry('Principal', principalsOf([trusted], reader, trusted)),
    ...(conditions === undefined ? [] : [entry('Condition', conditions)]),
  ];
  return [policyOf({ ...base, entries }, place)];
}

/** Policy documents written as objects: `PolicyDocument.fromJson`, the L1 constructs, other SDKs. */
function plainPolicies(reader: CodeReader): readonly Policy[] {
  return reader.maps.flatMap(node => {
    const value = reader.valueOf(node);
    return isPolicy(value) ? [readPolicy(value, item => item, undefined)] : [];
  });
}
