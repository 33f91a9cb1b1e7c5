import type { OutsideRule } from '../../contracts/outside.ts';
import { exampleCommits, usesExample } from './references/example.ts';

const { fixed, released } = exampleCommits;

/** Asks GitHub; see `references/audit-references.ts`. */
export const refVersionMismatch: OutsideRule = {
  meta: {
    id: 'ref-version-mismatch',
    family: 'workflows',
    title: 'Commit that is not the version its comment names',
    severity: 'medium',
    confidence: 'high',
    cwe: ['CWE-345'],
    owasp: ['A08'],
    what: 'Reports references by commit hash whose comment names a version that points at another commit, or that does not exist. Needs GitHub’s API: runs in the App and in the Action.',
    why: 'Reviewers trust the comment; update tools do too. The code that runs is another.',
    fix: 'Correct the comment or the hash; Dependabot and Renovate keep both together.',
    references: [
      'https://docs.zizmor.sh/audits/#ref-version-mismatch',
      'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    ],
    examples: {
      bad: [usesExample(`octo/tool@${released} # v2.0.0`)],
      good: [usesExample(`octo/tool@${fixed} # v2.0.0`)],
    },
  },
};
