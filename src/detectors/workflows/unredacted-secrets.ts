import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { type Expression, withDescendants } from './model/expression.ts';

/** Secrets that are taken apart, whose parts the runner does not mask. */
export const unredactedSecrets = defineWorkflowRule({
  id: 'unredacted-secrets',
  title: 'Part of a secret that logs do not mask',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-532', 'CWE-200'],
  owasp: ['A09'],
  what: 'Reports `fromJSON` on a secret.',
  why: 'The runner masks a secret by its exact text. A field of a structured secret is another text, so that it appears in logs.',
  fix: 'Store each field as a secret of its own, or mask the fields with `::add-mask::` before using them.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information',
    'https://docs.zizmor.sh/audits/#unredacted-secrets',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy.sh\n        env:\n          PASSWORD: ${{ fromJSON(secrets.ACCOUNT).password }}\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy.sh\n        env:\n          PASSWORD: ${{ secrets.ACCOUNT_PASSWORD }}\n',
      ),
    ],
  },
  onTemplate({ expression, place }) {
    if (expression === undefined) return [];
    return withDescendants(expression)
      .filter(isTakenApart)
      .map(part => ({
        ...place(part),
        message: 'What `fromJSON` takes out of a secret is not masked in logs.',
      }));
  },
});

function isTakenApart(expression: Expression): boolean {
  return (
    expression.kind === 'call' &&
    expression.name === 'fromjson' &&
    expression.args.flatMap(withDescendants).some(part => part.kind === 'context' && isSecret(part.name))
  );
}

function isSecret(context: string): boolean {
  return context.toLowerCase() === 'secrets';
}
