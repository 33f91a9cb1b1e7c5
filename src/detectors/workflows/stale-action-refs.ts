import type { OutsideRule } from '../../contracts/outside.ts';
import { exampleCommits, usesExample } from './references/example.ts';

const { fixed, untagged } = exampleCommits;

/** Asks GitHub; see `references/audit-references.ts`. */
export const staleActionRefs: OutsideRule = {
  meta: {
    id: 'stale-action-refs',
    family: 'workflows',
    title: 'Commit that is no release',
    severity: 'info',
    confidence: 'high',
    cwe: ['CWE-1104'],
    owasp: ['A06'],
    what: 'Reports references by commit hash at which no tag points. Needs GitHub’s API: runs in the App and in the Action.',
    why: 'A commit between releases was not announced or tested as one, and advisories and update tools do not know it.',
    fix: 'Bind the commit of a release.',
    references: [
      'https://docs.zizmor.sh/audits/#stale-action-refs',
      'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    ],
    examples: {
      bad: [usesExample(`octo/tool@${untagged}`)],
      good: [usesExample(`octo/tool@${fixed} # v2.0.0`)],
    },
  },
};
