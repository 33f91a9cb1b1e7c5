import type { AuditOutcome } from '../contracts/audit.ts';
import { accountControl, accountPasses, unread } from './control.ts';
import { type Statement, statementsOf } from './policy-statements.ts';
import type { AttachedPolicy } from './snapshot.ts';

/** Policies that allow everything. */
export const fullAccessPolicies = accountControl({
  id: '1.15',
  v7: '2.14',
  title: 'No attached policy allows every action on every resource',
  section: 'Identity',
  severity: 'high',
  why: 'Whoever gets hold of such a credential has the account.',
  remedy: {
    change:
      'The policy is detached; its holders get one with what they use (IAM Access Analyzer can generate it).',
    commands: [
      'aws iam list-entities-for-policy --policy-arn {resource}',
      'aws iam detach-role-policy --role-name <role> --policy-arn {resource}',
    ],
    terraform: '',
    risk: 'The holders lose everything that the narrower policy does not allow; keep one way in for administrators.',
    undo: 'aws iam attach-role-policy --role-name <role> --policy-arn {resource}',
  },
  reads: ['attached-policies'],
  judge: values => values['attached-policies'].map(judgePolicy),
});

function judgePolicy({ arn, document }: AttachedPolicy): AuditOutcome {
  if (document.kind === 'failed') return { ...unread(arn, document.failure), region: null };
  const statements = statementsOf(document.value);
  const base = { resource: arn, region: null };
  if (statements === undefined)
    return { ...base, verdict: 'ERROR', reason: 'It is no policy that could be read.' };
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  const suspect = allowing.some(isSuspect);
  if (suspect && !allowing.some(allowsAll))
    return {
      ...base,
      verdict: 'MANUAL',
      reason: 'It allows everything except what it names (NotAction or NotResource): look at what is left.',
    };
  return accountPasses(arn, !allowing.some(allowsAll), {
    good: 'It does not allow everything.',
    bad: 'It allows every action on every resource.',
  });
}

function allowsAll({ actions, resources }: Statement): boolean {
  return (
    actions.some(action => /^\*+(:\*+)?$/.test(action)) && resources.some(resource => /^\*+$/.test(resource))
  );
}

function isSuspect({ notActions, notResources, actions, resources }: Statement): boolean {
  const isEverywhere = resources.includes('*') || notResources.length > 0;
  const isEverything = notActions.length > 0 || actions.includes('*');
  return isEverywhere && isEverything && notActions.length + notResources.length > 0;
}
