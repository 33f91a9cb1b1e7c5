import type { OutsideRule } from '../../contracts/outside.ts';
import { exampleCommits, usesExample } from './references/example.ts';

const { fixed } = exampleCommits;

/** Asks GitHub; see `references/audit-references.ts`. */
export const knownVulnerableActions: OutsideRule = {
  meta: {
    id: 'known-vulnerable-actions',
    family: 'workflows',
    title: 'Action with a known vulnerability',
    severity: 'high',
    confidence: 'high',
    cwe: ['CWE-1395'],
    owasp: ['A06'],
    what: 'Reports actions and reusable workflows whose version is affected by a published advisory. The severity is the advisory’s. Needs GitHub’s API: runs in the App and in the Action.',
    why: 'The hole is public; the job’s token and secrets are within reach of whoever uses it.',
    fix: 'Use a version that the advisory names as fixed.',
    references: [
      'https://docs.zizmor.sh/audits/#known-vulnerable-actions',
      'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    ],
    examples: { bad: [usesExample('octo/tool@v1')], good: [usesExample(`octo/tool@${fixed} # v2.0.0`)] },
  },
};
