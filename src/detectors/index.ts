import type { Detector } from '../contracts/detector.ts';
import { agentDetectors } from './agents/index.ts';
import { codeDetectors } from './code/index.ts';
import { dependencyDetectors } from './dependencies/index.ts';
import { iamDetectors } from './iam/index.ts';
import { infrastructureDetectors } from './infrastructure/index.ts';
import { secretDetectors } from './secrets/index.ts';
import { workflowDetectors } from './workflows/index.ts';

/** Every rule, in the order of the catalogue; a test proves that this and the folders agree. */
export const detectors: readonly Detector[] = [
  ...secretDetectors,
  ...workflowDetectors,
  ...iamDetectors,
  ...infrastructureDetectors,
  ...codeDetectors,
  ...dependencyDetectors,
  ...agentDetectors,
];
