import { z } from 'zod';
import type { PublicAccessBlock } from './bucket-settings.ts';

/** The four switches; all on unless said otherwise. */
export const blockSetting = z.object({
  blockPublicAcls: z.boolean().default(true),
  ignorePublicAcls: z.boolean().default(true),
  blockPublicPolicy: z.boolean().default(true),
  restrictPublicBuckets: z.boolean().default(true),
});

/** Names of switches that are on and would be turned off: no tool here makes anything public. */
function liftedSwitches(wanted: PublicAccessBlock, before: PublicAccessBlock): readonly string[] {
  return (Object.keys(before) as (keyof PublicAccessBlock)[]).filter(name => before[name] && !wanted[name]);
}

/** The refusal's sentence, or undefined. */
export function liftObjection(wanted: PublicAccessBlock, before: PublicAccessBlock): string | undefined {
  const lifted = liftedSwitches(wanted, before);
  return lifted.length === 0
    ? undefined
    : `it would turn off ${lifted.join(', ')}. Public access is blocked here and never let in again; somebody with the right does that in the console.`;
}

/** As AWS's APIs take it. */
export function awsBlock(setting: PublicAccessBlock) {
  return {
    BlockPublicAcls: setting.blockPublicAcls,
    IgnorePublicAcls: setting.ignorePublicAcls,
    BlockPublicPolicy: setting.blockPublicPolicy,
    RestrictPublicBuckets: setting.restrictPublicBuckets,
  };
}
