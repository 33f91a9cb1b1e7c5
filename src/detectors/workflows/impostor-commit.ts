import type { OutsideRule } from '../../contracts/outside.ts';
import { exampleCommits, usesExample } from './references/example.ts';

const { fixed, foreign } = exampleCommits;

/** Asks GitHub; see `references/audit-references.ts`. */
export const impostorCommit: OutsideRule = {
  meta: {
    id: 'impostor-commit',
    family: 'workflows',
    title: 'Commit of a fork under the name of the original',
    severity: 'high',
    confidence: 'high',
    cwe: ['CWE-829', 'CWE-345'],
    owasp: ['A08'],
    what: 'Reports actions and reusable workflows bound to a commit that no branch or tag of the repository reaches: GitHub serves commits of its forks under the same address. Needs GitHub’s API: runs in the App and in the Action.',
    why: 'Anybody can push a commit to a fork and have it run as if the original project had made it.',
    fix: 'Bind the commit of a release of the project itself.',
    references: [
      'https://docs.zizmor.sh/audits/#impostor-commit',
      'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    ],
    examples: {
      bad: [usesExample(`octo/tool@${foreign} # v1.4.0`)],
      good: [usesExample(`octo/tool@${fixed} # v2.0.0`)],
    },
  },
};
