import type { Reading } from '../contracts/estate.ts';
import type { Saving } from '../contracts/savings.ts';
import type { RegionHoldings } from './facts.ts';

/** One rule: pure, over what was read of one region. */
export type SavingsRule = {
  readonly id: string;
  readonly find: (
    holdings: RegionHoldings,
    window: { readonly days: number },
  ) => readonly Omit<Saving, 'rule' | 'region'>[];
};

/** What a reading holds; what was not read is told as a gap elsewhere. */
export function entriesOf<Entry>(reading: Reading<readonly Entry[]>): readonly Entry[] {
  return reading.kind === 'read' ? reading.value : [];
}
