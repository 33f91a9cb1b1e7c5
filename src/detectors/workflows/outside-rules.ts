import type { OutsideRule } from '../../contracts/outside.ts';
import { impostorCommit } from './impostor-commit.ts';
import { knownVulnerableActions } from './known-vulnerable-actions.ts';
import { refConfusion } from './ref-confusion.ts';
import { refVersionMismatch } from './ref-version-mismatch.ts';
import { staleActionRefs } from './stale-action-refs.ts';

/** The audits of this family that ask GitHub; a test proves that this and the folder agree. */
export const outsideWorkflowRules: readonly OutsideRule[] = [
  impostorCommit,
  knownVulnerableActions,
  refConfusion,
  refVersionMismatch,
  staleActionRefs,
];
