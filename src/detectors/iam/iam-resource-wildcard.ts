import type { Severity } from '../../contracts/severity.ts';
import { type AccessLevel, catalogue } from './catalogue/catalogue.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { isIdentityAllow, isWideResource, type PolicyText } from './policy/policy.ts';

const severityOf: Readonly<Record<AccessLevel, Severity>> = {
  permissions: 'medium',
  write: 'medium',
  tagging: 'low',
  read: 'low',
  list: 'info',
};
const order: readonly AccessLevel[] = ['permissions', 'write', 'tagging', 'read', 'list'];

export const iamResourceWildcard = defineIamRule({
  id: 'iam-resource-wildcard',
  title: 'Actions allowed on every resource',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-732'],
  what: 'Reports Allow statements on `*` (or an ARN that comes to the same) whose actions could be limited to resources.',
  why: 'The identity can touch every resource of the account, those of other teams and later ones included.',
  fix: 'Put the ARNs of the resources in `Resource`; keep `*` in a statement of its own for actions that know no resources.',
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  check: policy =>
    policy.statements.filter(isIdentityAllow).flatMap(({ actions, resources }) => {
      const wide = resources.find(({ text }) => isWideResource(text));
      // `*` on `*` is another rule's finding.
      if (wide === undefined || actions.some(({ text }) => /^\*+(?::\*+)?$/.test(text))) return [];
      const worst = worstRestrictable(actions);
      if (worst === undefined) return [];
      const { start, end } = wide;
      const message = `${worst.name} is allowed on every resource although it can be limited.`;
      return [{ start, end, severity: severityOf[worst.level], message, related: [...actions] }];
    }),
  bad: [
    { Effect: 'Allow', Action: 'ec2:TerminateInstances', Resource: '*' },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:*:sqs:*:*:*' },
  ],
  good: [
    {
      Effect: 'Allow',
      Action: 'ec2:TerminateInstances',
      Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    },
    { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
  ],
});

function worstRestrictable(actions: readonly PolicyText[]) {
  return actions
    .flatMap(({ text }) => catalogue.actions(text))
    .filter(action => action.resourceArns.length > 0)
    .reduce<ReturnType<typeof catalogue.actions>[number] | undefined>(
      (worst, action) =>
        worst === undefined || order.indexOf(action.level) < order.indexOf(worst.level) ? action : worst,
      undefined,
    );
}
