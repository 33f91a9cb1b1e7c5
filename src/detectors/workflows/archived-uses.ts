import type { RawFinding } from '../../contracts/detector.ts';
import { archivedRepositories } from './model/archived-repositories.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Uses } from './model/document.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Actions that nobody maintains any more. */
export const archivedUses = defineWorkflowRule({
  id: 'archived-uses',
  title: 'Archived action',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-1104'],
  owasp: ['A06'],
  what: 'Reports `uses:` of repositories that are known to be archived.',
  why: 'An archived repository gets no fixes, neither for its own weaknesses nor for those of what it bundles.',
  fix: 'Move to the maintained successor, or run the command itself (`gh`, `cargo`, …) in a `run:` step.',
  references: [
    'https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories',
    'https://docs.zizmor.sh/audits/#archived-uses',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/create-release@0cb9c9b65d5d1901c1f53e5e66eaf4afd303e70e # v1.1.4\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - run: gh release create "$GITHUB_REF_NAME"\n',
      ),
    ],
  },
  onJob: job => (job.uses === undefined ? [] : check(job.uses)),
  onStep: ({ step }) => (step.uses === undefined ? [] : check(step.uses)),
});

function check(uses: Uses): readonly RawFinding[] {
  if (uses.reference?.kind !== 'repository' || !archivedRepositories.has(uses.reference.repository))
    return [];
  return [{ ...spanOfEntry(uses.entry), message: `\`${uses.reference.repository}\` is archived.` }];
}
