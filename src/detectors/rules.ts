import type { RuleMetadata } from '../contracts/detector.ts';
import { outsideDependencyRules } from './dependencies/outside-rules.ts';
import { detectors } from './index.ts';
import { outsideWorkflowRules } from './workflows/outside-rules.ts';

const families = ['secrets', 'workflows', 'iam', 'infrastructure', 'code', 'dependencies', 'agents'];

/** What every rule is, those that ask services included, in the order of the catalogue. */
export const rules: readonly RuleMetadata[] = [
  ...detectors,
  ...outsideWorkflowRules,
  ...outsideDependencyRules,
]
  .map(({ meta }) => meta)
  .toSorted((a, b) => families.indexOf(a.family) - families.indexOf(b.family));
