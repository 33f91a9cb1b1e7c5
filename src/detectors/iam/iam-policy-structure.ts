import type { RawFinding } from '../../contracts/detector.ts';
import { type ConfigEntry, entryOf, itemsOf, type MapNode, stringOf } from '../../parsers/config-node.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { isTrust, type Policy, type PolicyStatement } from './policy/policy.ts';

const documentKeys = ['Version', 'Id', 'Statement'];
const statementKeys = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser', '*'];
const base = { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' };

export const iamPolicyStructure = defineIamRule({
  id: 'iam-policy-structure',
  title: 'Malformed policy document',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-1287'],
  what: 'Reports policy documents that break IAM’s grammar: missing, contradicting, unknown or invalid elements.',
  why: 'AWS refuses the document at deployment, and until then the protection it should give is not there.',
  fix: 'Write the document by the IAM policy grammar.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'],
  check: policy =>
    policy.node === undefined
      ? []
      : [...checkDocument(policy.node), ...checkVersion(policy, policy.node), ...checkStatements(policy)],
  bad: [
    { ...base, NotAction: 's3:ListAllMyBuckets' },
    { Version: '2012-10-17' },
    { ...base, Sid: 'List buckets' },
    { Statement: base },
    { Effect: 'allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
    { ...base, Ressource: '*' },
  ],
  good: [base, { Version: '2012-10-17', Statement: base }],
});

function checkDocument(node: MapNode): readonly RawFinding[] {
  const version = entryOf(node, 'Version');
  const text = stringOf(version?.value);
  const found: RawFinding[] = [];
  if (version !== undefined && text !== undefined && text !== '2012-10-17' && text !== '2008-10-17') {
    found.push(at(version, 'The policy version is 2012-10-17 or 2008-10-17.'));
  }
  if (entryOf(node, 'Statement') === undefined) found.push(atStart(node, 'The policy has no Statement.'));
  return [...found, ...unknownKeys(node, documentKeys, 'policy'), ...repeatedKeys(node)];
}

/** Without a version it is that of 2008, which knows no variables; SAM adds the current one. */
function checkVersion({ owner, version, statements }: Policy, node: MapNode): readonly RawFinding[] {
  const variable = statements
    .flatMap(({ resources, conditions }) => [...resources, ...conditions.flatMap(({ values }) => values)])
    .find(({ text }) => /\$\{(?:aws|s3|saml|cognito-identity\.amazonaws\.com):/i.test(text));
  if (version?.text === '2008-10-17' && variable !== undefined) {
    return [{ start: version.start, end: version.end, message: 'In a policy of 2008 variables stay text.' }];
  }
  const hasVersion = entryOf(node, 'Version') !== undefined || entryOf(node, 'Statement') === undefined;
  if (hasVersion || owner?.startsWith('AWS::Serverless::') === true) return [];
  const message = 'Without a Version it is that of 2008, in which variables stay text.';
  return [{ ...atStart(node, message), severity: 'low' }];
}

function checkStatements(policy: Policy): readonly RawFinding[] {
  return policy.statements.flatMap(statement =>
    statement.node === undefined ? [] : checkStatement(statement, statement.node),
  );
}

function checkStatement(statement: PolicyStatement, node: MapNode): readonly RawFinding[] {
  const has = (key: string): boolean => entryOf(node, key) !== undefined;
  const found: RawFinding[] = [...unknownKeys(node, statementKeys, 'statement'), ...repeatedKeys(node)];
  const effect = entryOf(node, 'Effect');
  const effectText = stringOf(effect?.value);
  if (effect === undefined) found.push(atStart(node, 'The statement has no Effect.'));
  else if (
    effectText !== undefined &&
    effectText !== 'Allow' &&
    effectText !== 'Deny' &&
    !effectText.includes('${')
  ) {
    found.push(at(effect, 'Effect is Allow or Deny.'));
  }
  for (const key of ['Action', 'Resource', 'Principal']) {
    const negated = entryOf(node, `Not${key}`);
    if (negated !== undefined && has(key))
      found.push(at(negated, `${key} and Not${key} exclude each other.`));
  }
  if (!has('Action') && !has('NotAction')) found.push(atStart(node, 'The statement has no Action.'));
  const needsResource = !statement.hasPrincipal && !isTrust(statement);
  if (needsResource && !has('Resource') && !has('NotResource')) {
    found.push(atStart(node, 'The statement has neither a Resource nor a Principal.'));
  }
  return [...found, ...checkSid(statement, node), ...checkPrincipal(node), ...checkEmpty(node)];
}

/** Only policies of resources may have other characters in a Sid. */
function checkSid({ hasPrincipal }: PolicyStatement, node: MapNode): readonly RawFinding[] {
  const sid = entryOf(node, 'Sid');
  const text = stringOf(sid?.value);
  if (sid === undefined || text === undefined || hasPrincipal || text.includes('${')) return [];
  return /^[0-9A-Za-z]*$/.test(text) ? [] : [at(sid, 'A Sid holds letters and digits only.')];
}

function checkPrincipal(node: MapNode): readonly RawFinding[] {
  const principal = entryOf(node, 'Principal') ?? entryOf(node, 'NotPrincipal');
  if (principal === undefined) return [];
  if (principal.value.kind === 'map') return unknownKeys(principal.value, principalTypes, 'principal');
  const text = stringOf(principal.value);
  return text !== undefined && text !== '*' && !text.includes('${')
    ? [at(principal, 'A principal is `*` or a map such as {"AWS": …}.')]
    : [];
}

function checkEmpty(node: MapNode): readonly RawFinding[] {
  return ['Action', 'NotAction', 'Resource', 'NotResource'].flatMap(key => {
    const entry = entryOf(node, key);
    if (entry === undefined) return [];
    const items = itemsOf(entry.value);
    const wrong =
      entry.value.kind === 'map' || items.length === 0 || items.some(item => stringOf(item) === '');
    return wrong ? [at(entry, `${key} is a string or a list of strings, not empty.`)] : [];
  });
}

function unknownKeys(node: MapNode, known: readonly string[], what: string): readonly RawFinding[] {
  return node.entries
    .filter(({ key }) => !known.includes(key) && !key.startsWith('Fn::'))
    .map(entry => at(entry, `A ${what} has no such element.`));
}

function repeatedKeys(node: MapNode): readonly RawFinding[] {
  return node.entries
    .filter(({ key }, index) => node.entries.findIndex(entry => entry.key === key) < index)
    .map(entry => at(entry, 'The element stands here twice; only the last one counts.'));
}

function at({ keySpan }: ConfigEntry, message: string): RawFinding {
  return { start: keySpan.start, end: keySpan.end, message };
}

function atStart(node: MapNode, message: string): RawFinding {
  return { start: node.start, end: node.start + 1, message };
}
