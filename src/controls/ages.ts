const dayMs = 86_400_000;

/** Whole days since a moment (ISO 8601). */
export function daysSince(moment: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(moment)) / dayMs);
}

/** `1 day`, `2 days`. */
export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
