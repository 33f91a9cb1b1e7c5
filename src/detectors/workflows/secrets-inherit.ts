import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Calls that hand every secret to the called workflow. */
export const secretsInherit = defineWorkflowRule({
  id: 'secrets-inherit',
  title: 'All secrets passed to a reusable workflow',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-200', 'CWE-272'],
  owasp: ['A01'],
  what: 'Reports calls of reusable workflows with `secrets: inherit`.',
  why: 'The called workflow gets every secret of the caller, those added later included, and nobody can tell from the file which ones it uses.',
  fix: 'List the secrets that the called workflow needs under `secrets:`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsecretsinherit',
    'https://docs.zizmor.sh/audits/#secrets-inherit',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  release:\n    uses: ./.github/workflows/release.yml\n    secrets: inherit\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  release:\n    uses: ./.github/workflows/release.yml\n    secrets:\n      token: ${{ secrets.RELEASE_TOKEN }}\n',
      ),
    ],
  },
  onJob(job) {
    const secrets = entryOf(job.map, 'secrets');
    if (job.uses === undefined || secrets === undefined || textOf(secrets.value) !== 'inherit') return [];
    return [
      {
        ...spanOfEntry(job.uses.entry),
        related: [spanOfEntry(secrets)],
        message: 'The called workflow inherits all secrets.',
      },
    ];
  },
});
