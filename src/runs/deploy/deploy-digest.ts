import { createHash } from 'node:crypto';
import type { DeployIntent } from '../../contracts/deploy.ts';

/** SHA-256 of an intent in canonical JSON (keys sorted), hexadecimal: what an approval and a payload are bound to. */
export function digestOf(intent: DeployIntent): string {
  return createHash('sha256').update(canonical(intent)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}
