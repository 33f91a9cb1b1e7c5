import type { Remedy } from './control.ts';

/** What the controls over passwords ask for, at once: IAM replaces the whole policy with every change. */
export const passwordPolicyRemedy: Remedy = {
  change: 'The account’s password policy asks for 14 characters at least and remembers 24 passwords.',
  commands: [
    'aws iam get-account-password-policy  # what is not repeated below goes back to its default',
    'aws iam update-account-password-policy --minimum-password-length 14 --password-reuse-prevention 24 --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols --allow-users-to-change-password',
  ],
  terraform:
    'resource "aws_iam_account_password_policy" "this" {\n  minimum_password_length        = 14\n  password_reuse_prevention      = 24\n  require_uppercase_characters   = true\n  require_lowercase_characters   = true\n  require_numbers                = true\n  require_symbols                = true\n  allow_users_to_change_password = true\n}',
  risk: 'Existing passwords stay valid until they are changed. By command, settings that are not repeated are lost; the tool keeps them.',
  undo: 'Update the policy with its earlier settings.',
  tool: { name: 'iam_raise_password_policy', input: { minimumLength: 14, rememberedPasswords: 24 } },
};
