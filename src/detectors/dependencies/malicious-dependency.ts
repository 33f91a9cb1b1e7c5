import type { OutsideRule } from '../../contracts/outside.ts';
import { lockExample } from './online/example.ts';

/** Asks GitHub’s dependency review or OSV; see `online/judge-dependencies.ts`. */
export const maliciousDependency: OutsideRule = {
  meta: {
    id: 'malicious-dependency',
    family: 'dependencies',
    title: 'Package known to be malware',
    severity: 'critical',
    confidence: 'high',
    cwe: ['CWE-506'],
    owasp: ['A08'],
    what: 'Reports package versions that the change adds or raises and that the malware database of the Open Source Security Foundation lists (`MAL-…`).',
    why: 'It was published to attack those who install it.',
    fix: 'Take it out. Whoever installed it should treat that machine and the secrets on it as taken.',
    references: [
      'https://github.com/ossf/malicious-packages',
      'https://google.github.io/osv.dev/post-v1-querybatch/',
    ],
    examples: { bad: [lockExample('example-malware')], good: [lockExample('example-fine')] },
  },
};
