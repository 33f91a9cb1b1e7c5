import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job, Workflow } from './model/document.ts';
import { type ContextExpression, pathOf, withDescendants } from './model/expression.ts';
import { entryOf, scalarsBelow, spanOfEntry } from './model/yaml-access.ts';

/** Secrets of the whole repository where an environment's could do. */
export const secretsOutsideEnv = defineWorkflowRule({
  id: 'secrets-outside-env',
  title: 'Secret used outside an environment',
  severity: 'info',
  confidence: 'high',
  cwe: ['CWE-522', 'CWE-272'],
  owasp: ['A01'],
  what: 'Reports secrets in jobs without `environment:`; `GITHUB_TOKEN` is left out.',
  why: 'Secrets of the repository or organisation are open to every workflow. Those of an environment are given out only under its protection rules, such as a reviewer or a branch.',
  fix: 'Move the secret into an environment with protection rules and name that as the `environment:` of the job.',
  references: [
    'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
    'https://docs.zizmor.sh/audits/#secrets-outside-env',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy.sh\n        env:\n          KEY: ${{ secrets.DEPLOY_KEY }}\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    environment: production\n    steps:\n      - run: ./deploy.sh\n        env:\n          KEY: ${{ secrets.DEPLOY_KEY }}\n',
      ),
    ],
  },
  onJob: check,
});

function check(job: Job, workflow: Workflow): readonly RawFinding[] {
  // A call cannot name an environment; the called workflow's jobs can.
  if (job.uses !== undefined || entryOf(job.map, 'environment') !== undefined) return [];
  return scalarsBelow(job.map)
    .flatMap(scalar => workflow.templatesOf(scalar))
    .flatMap(({ expression, place }) =>
      (expression === undefined ? [] : withDescendants(expression))
        .filter(part => part.kind === 'context')
        .filter(isOwnSecret)
        .map(part => ({
          ...place(part),
          scope: spanOfEntry(job.entry),
          related: [job.entry.keySpan],
          message: 'The secret is not bound to an environment.',
        })),
    );
}

function isOwnSecret(context: ContextExpression): boolean {
  const path = pathOf(context);
  return path.startsWith('secrets.') && path !== 'secrets.github_token';
}
