import type { RawFinding } from '../../contracts/detector.ts';
import { catalogue } from './catalogue/catalogue.ts';
import { defineIamRule } from './define-iam-rule.ts';
import type { PolicyText } from './policy/policy.ts';

export const iamUnknownAction = defineIamRule({
  id: 'iam-unknown-action',
  title: 'Action that does not exist',
  severity: 'low',
  confidence: 'medium',
  cwe: ['CWE-1289'],
  what: 'Reports actions and wildcards that match nothing in AWS’s service authorisation reference.',
  why: 'An Allow that allows nothing fails at run time; a Deny with a typing error denies nothing, silently.',
  fix: 'Correct the action’s name by the service authorisation reference.',
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  check: policy =>
    policy.statements.flatMap(({ actions, notActions, effect }) =>
      [...actions, ...notActions].flatMap(action => checkAction(action, effect === 'Deny')),
    ),
  bad: [{ Effect: 'Allow', Action: ['iam:ListUsers', 'iam:List'], Resource: '*' }],
  good: [{ Effect: 'Allow', Action: ['iam:ListUsers', 'iam:List*'], Resource: '*' }],
});

function checkAction({ text, start, end }: PolicyText, denies: boolean): readonly RawFinding[] {
  if (text.includes('${') || /^\*+(?::\*+)?$/.test(text)) return [];
  const place = { start, end, ...(denies ? { severity: 'medium' as const } : {}) };
  const colon = text.indexOf(':');
  if (colon === -1) return [{ ...place, message: 'An action is written `service:Name`.' }];
  const prefix = text.slice(0, colon);
  if (/[*?]/.test(prefix)) return [];
  if (!catalogue.hasService(prefix)) return [{ ...place, message: 'There is no service with this prefix.' }];
  return catalogue.actions(text).length === 0
    ? [{ ...place, message: `The service ${prefix.toLowerCase()} has no such action.` }]
    : [];
}
