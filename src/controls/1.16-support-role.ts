import { accountControl, accountPasses, wholeAccount } from './control.ts';

/** A role for AWS Support. */
export const supportRole = accountControl({
  id: '1.16',
  v7: '2.15',
  title: 'A role may open cases with AWS Support',
  section: 'Identity',
  severity: 'low',
  why: 'In an incident nobody should have to look for the permission to ask AWS.',
  remedy: {
    change: 'A role that those on call may assume gets the policy AWSSupportAccess.',
    commands: [
      'aws iam attach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess',
    ],
    terraform:
      'resource "aws_iam_role_policy_attachment" "support" {\n  role       = "<role>"\n  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"\n}',
    risk: 'Whoever assumes the role can read and write support cases.',
    undo: 'aws iam detach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess',
  },
  reads: ['support-access'],
  judge: ({ 'support-access': { roles } }) => [
    accountPasses(wholeAccount, roles.length > 0, {
      good: `Roles with AWSSupportAccess: ${roles.join(', ')}.`,
      bad: 'No role has AWSSupportAccess.',
    }),
  ],
});
