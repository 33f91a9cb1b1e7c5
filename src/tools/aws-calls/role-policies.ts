import type { AwsChangeLimits, Tag } from '../../contracts/aws.ts';
import type { ToolSpecification } from '../../contracts/tool.ts';
import { catalogue } from '../../detectors/iam/catalogue/catalogue.ts';
import { AppError } from '../../errors.ts';

/** The two roles of an account: the one that reads, and the one that carries out approved plans. */
export const awsRoles = ['reader', 'actor'] as const;
export type AwsRoleName = (typeof awsRoles)[number];

/** One statement of a policy document (IAM user guide, "JSON policy element reference"). */
export type PolicyStatement = {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type PolicyDocument = {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
};

/** Characters that AWS takes of a managed policy, white space not counted (IAM quotas). */
const maxPolicyLength = 6_144;

/** What no role of ours may do, whatever else is attached to it: it would blind or lock out the account's owners. */
export const neverActions: readonly string[] = [
  'account:CloseAccount',
  'cloudtrail:DeleteTrail',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:StopLogging',
  'cloudtrail:UpdateTrail',
  'config:DeleteConfigurationRecorder',
  'config:StopConfigurationRecorder',
  'guardduty:DeleteDetector',
  'guardduty:StopMonitoringMembers',
  'guardduty:UpdateDetector',
  'kms:DisableKey',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'organizations:LeaveOrganization',
  'securityhub:DisableSecurityHub',
];

/**
 * The policies of a role, from what its tools declare and nothing else. The reader gets what AWS itself counts as
 * listing and reading; the actor everything else, bound to the tags where AWS can.
 *
 * @throws AppError when a tool declares an action that AWS does not have.
 */
export function rolePolicies(
  role: AwsRoleName,
  tools: readonly Pick<ToolSpecification, 'name' | 'risk' | 'permissions'>[],
  limits: Pick<AwsChangeLimits, 'protectedTags' | 'managedTag'>,
): readonly PolicyDocument[] {
  const declared = tools.flatMap(({ name, permissions }) => (permissions.iam ?? []).map(named(name)));
  const alsoRead = tools.flatMap(({ permissions }) => permissions.actorReads ?? []);
  const actions = [...new Set(declared)]
    .filter(action =>
      role === 'reader' ? isReading(action) : !isReading(action) || alsoRead.includes(action),
    )
    .toSorted();
  return role === 'reader' ? readerPolicies(actions) : actorPolicies(actions, limits);
}

function readerPolicies(actions: readonly string[]): readonly PolicyDocument[] {
  return inDocuments(
    byService(actions).map(([service, some]) => ({
      Sid: `Read${sid(service)}`,
      Effect: 'Allow',
      Action: some,
      Resource: '*',
    })),
  );
}

function actorPolicies(
  actions: readonly string[],
  { protectedTags, managedTag }: Pick<AwsChangeLimits, 'protectedTags' | 'managedTag'>,
): readonly PolicyDocument[] {
  const tagged = managedTag === undefined ? [] : actions.filter(canAskForTag);
  const free = actions.filter(action => !tagged.includes(action));
  return inDocuments([
    { Sid: 'Never', Effect: 'Deny', Action: neverActions, Resource: '*' },
    ...protectedTags.map(
      (tag, index): PolicyStatement => ({
        Sid: `Protected${index + 1}`,
        Effect: 'Deny',
        Action: ['*'],
        Resource: '*',
        Condition: carries(tag),
      }),
    ),
    ...byService(tagged).map(
      ([service, some]): PolicyStatement => ({
        Sid: `Managed${sid(service)}`,
        Effect: 'Allow',
        Action: some,
        Resource: '*',
        Condition: carries(managedTag ?? { key: '', value: '' }),
      }),
    ),
    ...byService(free).map(
      ([service, some]): PolicyStatement => ({
        Sid: `Act${sid(service)}`,
        Effect: 'Allow',
        Action: some,
        Resource: '*',
      }),
    ),
  ]);
}

/** An empty value stands for any: then the key being there is enough. */
function carries({ key, value }: Tag): NonNullable<PolicyStatement['Condition']> {
  const name = `aws:ResourceTag/${key}`;
  return value === '' ? { Null: { [name]: 'false' } } : { StringEquals: { [name]: value } };
}

/** What exists already can be asked for its tag; what is being made, and what it is made from, cannot. */
function canAskForTag(action: string): boolean {
  if (/:(?:Create|Run|Allocate|Import|Put|Register|Start(?:Query|Session))/.test(action)) return false;
  return factsOf(action)?.conditionKeys.some(({ key }) => key.startsWith('aws:ResourceTag/')) === true;
}

/** Whether AWS counts an action as listing or reading. */
export function isReading(action: string): boolean {
  const level = factsOf(action)?.level;
  return level === 'list' || level === 'read';
}

function named(tool: string): (action: string) => string {
  return action => {
    if (factsOf(action) !== undefined) return action;
    throw new AppError({
      code: 'unknown-iam-action',
      publicMessage: `${tool} declares ${action}, which AWS does not have.`,
    });
  };
}

function factsOf(action: string) {
  return catalogue.actions(action).find(facts => facts.name === action);
}

function byService(actions: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const services = Map.groupBy(actions, action => action.slice(0, action.indexOf(':')));
  return [...services];
}

/** A statement's id takes letters and digits only. */
function sid(service: string): string {
  return service
    .split('-')
    .map(part => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`)
    .join('');
}

/** As few documents as AWS's limit allows; denials come first and bind all of them. */
function inDocuments(statements: readonly PolicyStatement[]): readonly PolicyDocument[] {
  const documents: PolicyStatement[][] = [[]];
  for (const statement of statements) {
    const last = documents.at(-1) ?? [];
    if (last.length > 0 && JSON.stringify(documentOf([...last, statement])).length > maxPolicyLength)
      documents.push([statement]);
    else last.push(statement);
  }
  return documents.map(documentOf);
}

function documentOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
