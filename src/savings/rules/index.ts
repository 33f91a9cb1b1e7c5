import type { SavingsRule } from '../rule.ts';
import { bucketWithoutLifecycle } from './bucket-without-lifecycle.ts';
import { gp2Volume } from './gp2-volume.ts';
import { idleInstance } from './idle-instance.ts';
import { logGroupWithoutRetention } from './log-group-without-retention.ts';
import { oldSnapshot } from './old-snapshot.ts';
import { oversizedInstance } from './oversized-instance.ts';
import { unattachedVolume } from './unattached-volume.ts';
import { unusedAddress } from './unused-address.ts';

/** Every rule about money; a test proves that the list and the folder agree. */
export const savingsRules: readonly SavingsRule[] = [
  idleInstance,
  oversizedInstance,
  unattachedVolume,
  oldSnapshot,
  unusedAddress,
  gp2Volume,
  bucketWithoutLifecycle,
  logGroupWithoutRetention,
];
