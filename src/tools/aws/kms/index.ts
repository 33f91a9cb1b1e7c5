import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { rotateKeyYearly } from './rotate-key.ts';

/** AWS KMS: keys are rotated; none is disabled, deleted or given to anybody. */
export const kmsTools: readonly AwsTool[] = [rotateKeyYearly];
