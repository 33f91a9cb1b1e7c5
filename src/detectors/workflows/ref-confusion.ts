import type { OutsideRule } from '../../contracts/outside.ts';
import { exampleCommits, usesExample } from './references/example.ts';

const { fixed } = exampleCommits;

/** Asks GitHub; see `references/audit-references.ts`. */
export const refConfusion: OutsideRule = {
  meta: {
    id: 'ref-confusion',
    family: 'workflows',
    title: 'Name that is a branch and a tag',
    severity: 'medium',
    confidence: 'high',
    cwe: ['CWE-706'],
    owasp: ['A08'],
    what: 'Reports references to a name that the other repository has both as a branch and as a tag. Needs GitHub’s API: runs in the App and in the Action.',
    why: 'Which of the two runs is not to be seen from the workflow, and the one that can be pushed to may be the one that wins.',
    fix: 'Bind the full commit hash.',
    references: [
      'https://docs.zizmor.sh/audits/#ref-confusion',
      'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    ],
    examples: { bad: [usesExample('octo/tool@v2')], good: [usesExample(`octo/tool@${fixed} # v2.0.0`)] },
  },
};
