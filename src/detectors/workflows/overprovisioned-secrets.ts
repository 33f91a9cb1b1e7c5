import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { type Expression, ungrouped, withDescendants } from './model/expression.ts';

/** The whole `secrets` context turned into text, or looked up by a computed name. */
export const overprovisionedSecrets = defineWorkflowRule({
  id: 'overprovisioned-secrets',
  title: 'Whole secrets context exposed',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-200', 'CWE-272'],
  owasp: ['A01'],
  what: 'Reports expressions that read the `secrets` context as a whole, such as `toJSON(secrets)`, or by a computed name.',
  why: 'The runner then holds every secret of the repository and organisation, not only those that the job names.',
  fix: 'Read the secrets one by one: `${{ secrets.NAME }}`.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information',
    'https://docs.zizmor.sh/audits/#overprovisioned-secrets',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy.sh\n        env:\n          ALL: ${{ toJSON(secrets) }}\n',
      ),
      workflowExample(
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy.sh\n        env:\n          KEY: ${{ secrets[format('KEY_{0}', matrix.region)] }}\n",
      ),
    ],
    good: [
      workflowExample(
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy.sh\n        env:\n          KEY: ${{ secrets['DEPLOY_KEY'] }}\n",
      ),
    ],
  },
  onTemplate({ expression, place, ...template }) {
    if (expression === undefined) return [];
    return withDescendants(expression)
      .filter(isExcessive)
      .map(part => ({
        ...place(part),
        related: [{ start: template.start, end: template.end }],
        message: 'The expression exposes more of the `secrets` context than single, named secrets.',
      }));
  },
});

function isExcessive(expression: Expression): boolean {
  if (expression.kind === 'call') {
    const [argument] = expression.args.map(ungrouped);
    return expression.name === 'tojson' && argument?.kind === 'context' && isWholeContext(argument);
  }
  if (expression.kind !== 'context' || expression.name.toLowerCase() !== 'secrets') return false;
  const [part] = expression.parts;
  return part?.kind === 'star' || (part?.kind === 'index' && part.index.kind !== 'literal');
}

function isWholeContext(expression: { readonly name: string; readonly parts: readonly unknown[] }): boolean {
  return expression.name.toLowerCase() === 'secrets' && expression.parts.length === 0;
}
