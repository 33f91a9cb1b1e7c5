import type { OutsideRule } from '../../contracts/outside.ts';
import { lockExample } from './online/example.ts';

/** Judges by `dependencies.licences` of the configuration; see `online/judge-dependencies.ts`. */
export const dependencyLicence: OutsideRule = {
  meta: {
    id: 'dependency-licence',
    family: 'dependencies',
    title: 'Package whose licence the policy does not admit',
    severity: 'high',
    confidence: 'medium',
    cwe: ['CWE-1357'],
    owasp: ['A06'],
    what: 'Reports packages that the change adds and whose licence `dependencies.licences` of the configuration denies, or does not allow. Without that section it reports nothing. The licence is the one GitHub’s dependency review knows, else the lock file’s.',
    why: 'Some licences oblige whoever distributes or serves the software to things the owner of this repository has ruled out.',
    fix: 'Use another package, or have the licence admitted in `.github/devops.yml` on the default branch.',
    references: [
      'https://spdx.org/licenses/',
      'https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/',
    ],
    examples: {
      bad: [lockExample('example-denied', 'AGPL-3.0-only')],
      good: [lockExample('example-fine', 'MIT OR AGPL-3.0-only')],
    },
  },
};
