import type { OutsideRule } from '../../contracts/outside.ts';
import { lockExample } from './online/example.ts';

/** Asks GitHub’s dependency review or OSV; see `online/judge-dependencies.ts`. */
export const knownVulnerableDependency: OutsideRule = {
  meta: {
    id: 'known-vulnerable-dependency',
    family: 'dependencies',
    title: 'Package with a known vulnerability',
    severity: 'high',
    confidence: 'high',
    cwe: ['CWE-1395'],
    owasp: ['A06'],
    what: 'Reports package versions that the change adds or raises and that a published advisory affects. The severity is the advisory’s. Asks GitHub’s dependency review where the repository has it, else OSV; a service that does not answer makes the result incomplete.',
    why: 'The hole and often the way to use it are public from the day of the advisory on.',
    fix: 'Use a version that the advisory names as fixed.',
    references: [
      'https://docs.github.com/en/code-security/supply-chain-security/understanding-your-software-supply-chain/about-dependency-review',
      'https://google.github.io/osv.dev/post-v1-querybatch/',
    ],
    examples: { bad: [lockExample('example-vulnerable')], good: [lockExample('example-fine')] },
  },
};
