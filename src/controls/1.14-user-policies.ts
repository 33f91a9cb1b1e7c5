import { accountControl, accountPasses } from './control.ts';

/** Permissions of users come from groups. */
export const userPolicies = accountControl({
  id: '1.14',
  v7: '2.13',
  title: 'Users get their permissions from groups only',
  section: 'Identity',
  severity: 'low',
  why: 'What was given to one person by name is not found again when that person’s work changes.',
  remedy: {
    change: 'The policy moves to a group that the user joins.',
    commands: [
      'aws iam add-user-to-group --user-name {resource} --group-name <group>',
      'aws iam detach-user-policy --user-name {resource} --policy-arn <arn>',
      'aws iam delete-user-policy --user-name {resource} --policy-name <name>',
    ],
    terraform:
      'resource "aws_iam_user_group_membership" "this" {\n  user   = "{resource}"\n  groups = ["<group>"]\n}',
    risk: 'The user loses what the group does not have.',
    undo: 'aws iam attach-user-policy --user-name {resource} --policy-arn <arn>',
  },
  reads: ['users'],
  judge: ({ users }) =>
    users.map(({ name, inlinePolicies, attachedPolicies }) =>
      accountPasses(name, inlinePolicies.length + attachedPolicies.length === 0, {
        good: 'Has no policy of its own.',
        bad: `Has policies of its own: ${[...inlinePolicies, ...attachedPolicies].join(', ')}.`,
      }),
    ),
});
