import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const argument = /^[ \t]{0,40}(?:\w{1,40}_)?password[ \t]{0,40}=[ \t]{0,8}"(?<secret>[^"\n]{6,200})"/dgm;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(argument)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
    const secret = text.slice(start, end);
    if (!/\d/.test(secret) || !isRealPassword(secret)) continue;
    yield { start, end, message: 'Password in a Terraform argument.' };
  }
}

export const terraformPassword = defineSecretRule({
  id: 'terraform-password',
  title: 'password in a Terraform argument',
  appliesTo: path => /\.(?:tf|tfvars|hcl)$/i.test(path),
  keywords: ['password'],
  severity: 'high',
  confidence: 'medium',
  why: 'Whoever reads the repository can sign in to what the resource creates; the value also ends up in the state.',
  fix: 'Change the password, let the provider generate and store it (`manage_master_user_password`, ephemeral values), or read it from a secret store.',
  references: ['https://developer.hashicorp.com/terraform/language/manage-sensitive-data'],
  find,
  bad: [{ path: 'main.tf', text: `  administrator_login_password = "${exampleToken('lower', 14)}"\n` }],
  good: [
    { path: 'main.tf', text: '  administrator_login_password = var.password\n' },
    { path: 'main.tf', text: '  password = "${random_password.db.result}"\n' },
  ],
});
