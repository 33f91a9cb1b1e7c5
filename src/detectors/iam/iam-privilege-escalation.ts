import type { RawFinding } from '../../contracts/detector.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { type EscalationPath, escalationPaths } from './policy/escalation-paths.ts';
import { type Grant, grantOf } from './policy/grants.ts';
import type { Policy } from './policy/policy.ts';

/** How many paths a message names. */
const namedPaths = 3;

export const iamPrivilegeEscalation = defineIamRule({
  id: 'iam-privilege-escalation',
  title: 'Actions that allow privilege escalation',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-269'],
  what: 'Reports combinations of allowed actions with which an identity can give itself more rights than the policy grants.',
  why: 'A leak of this limited identity becomes a leak of whatever it can raise itself to, often administrator.',
  fix: 'Take the action out, limit it to named resources, or bind PassRole with `iam:PassedToService` and the role’s ARN.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
  ],
  check,
  bad: [
    { Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: '*' },
    { Effect: 'Allow', Action: ['iam:PassRole', 'ec2:RunInstances'], Resource: '*' },
  ],
  good: [
    { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' },
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'iam:*', Resource: '*' },
        { Effect: 'Deny', Action: ['iam:*'], Resource: '*' },
      ],
    },
  ],
});

function check(policy: Policy): readonly RawFinding[] {
  const byPlace = new Map<number, { readonly grants: readonly Grant[]; readonly paths: EscalationPath[] }>();
  for (const path of escalationPaths) {
    const grants = path.actions.map(action => grantOf(policy, action));
    const known = grants.filter(grant => grant !== undefined);
    const place = known.at(-1)?.action.start;
    if (known.length < grants.length || place === undefined) continue;
    const entry = byPlace.get(place) ?? { grants: known, paths: [] };
    entry.paths.push(path);
    byPlace.set(place, entry);
  }
  return [...byPlace.values()].flatMap(({ grants, paths }) => finding(grants, paths));
}

function finding(grants: readonly Grant[], paths: readonly EscalationPath[]): readonly RawFinding[] {
  const place = grants.at(-1);
  const [first] = paths;
  if (place === undefined || first === undefined) return [];
  const names = paths.slice(0, namedPaths).map(path => path.actions.join(' + '));
  const more = paths.length > namedPaths ? ` and ${paths.length - namedPaths} more` : '';
  const limited = grants.some(grant => !grant.wide || grant.conditional);
  return [
    {
      start: place.action.start,
      end: place.action.end,
      message: `Privilege escalation by ${names.join(', ')}${more}: the identity ${first.gains}.`,
      ...(limited ? ({ severity: 'low', confidence: 'low' } as const) : {}),
      related: grants.map(grant => grant.action),
    },
  ];
}
