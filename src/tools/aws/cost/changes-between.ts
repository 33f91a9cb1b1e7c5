import { cents } from './costs.ts';

/** What one thing cost in two windows of equal length. */
export type CostChange = {
  /** Service, usage type, region or account. */
  readonly name: string;
  readonly before: number;
  readonly now: number;
  readonly change: number;
  /** Of the whole change, where that is a rise; null otherwise. */
  readonly sharePercent: number | null;
};

type Sum = { readonly keys: readonly string[]; readonly amount: number };

/** Every thing of either window, the largest rise first. */
export function changesBetween(before: readonly Sum[], now: readonly Sum[]): readonly CostChange[] {
  const earlier = amounts(before);
  const later = amounts(now);
  const total = sum(later) - sum(earlier);
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map(name => {
      const was = earlier.get(name) ?? 0;
      const is = later.get(name) ?? 0;
      const change = cents(is - was);
      const sharePercent = total > 0 ? Math.round((change / total) * 1000) / 10 : null;
      return { name, before: cents(was), now: cents(is), change, sharePercent };
    })
    .toSorted((a, b) => b.change - a.change || (a.name < b.name ? -1 : 1));
}

function amounts(sums: readonly Sum[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  for (const { keys, amount } of sums) {
    const name = keys.join(' ');
    byName.set(name, (byName.get(name) ?? 0) + amount);
  }
  return byName;
}

function sum(amountByName: ReadonlyMap<string, number>): number {
  return [...amountByName.values()].reduce((total, amount) => total + amount, 0);
}
