import type { OutsideRule } from '../../contracts/outside.ts';
import { dependencyLicence } from './dependency-licence.ts';
import { knownVulnerableDependency } from './known-vulnerable-dependency.ts';
import { maliciousDependency } from './malicious-dependency.ts';

/** The rules of this family that need a service or a policy; a test proves that this and the folder agree. */
export const outsideDependencyRules: readonly OutsideRule[] = [
  dependencyLicence,
  knownVulnerableDependency,
  maliciousDependency,
];
