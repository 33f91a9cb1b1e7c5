import { z } from 'zod';
import { probeStateSchema } from '../verification/probe.ts';

/** What is remembered of a deployment in waves. */
export const ssmStateSchema = z.object({
  /** Instance ids by wave. */
  waves: z.array(z.array(z.string())),
  parameters: z.record(z.string(), z.array(z.string())),
  /** Index of the wave at work. */
  wave: z.number(),
  phase: z.enum(['send', 'running', 'health']),
  /** Commands of the wave at work. */
  commands: z.array(z.object({ id: z.string(), instanceIds: z.array(z.string()) })),
  /** Instances that failed so far. */
  failed: z.array(z.string()),
  probe: probeStateSchema.optional(),
  /** Somebody asked to stop: no further wave is started. */
  stopping: z.boolean(),
});
export type SsmState = {
  readonly waves: readonly (readonly string[])[];
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly wave: number;
  readonly phase: 'send' | 'running' | 'health';
  readonly commands: readonly { readonly id: string; readonly instanceIds: readonly string[] }[];
  readonly failed: readonly string[];
  readonly probe?: z.infer<typeof probeStateSchema> | undefined;
  readonly stopping: boolean;
};

/**
 * Divides instances by shares in percent: every instance is in exactly one wave, no wave is empty, and a wave ends
 * where its share does, rounded up.
 */
export function wavesOf(
  instances: readonly string[],
  wavesPercent: readonly number[],
): readonly (readonly string[])[] {
  const total = wavesPercent.reduce((sum, share) => sum + share, 0);
  let percent = 0;
  let begin = 0;
  const waves: (readonly string[])[] = [];
  for (const share of wavesPercent) {
    percent += share;
    const end = Math.min(instances.length, Math.ceil((instances.length * percent) / total));
    if (end > begin) waves.push(instances.slice(begin, end));
    begin = Math.max(begin, end);
  }
  return waves;
}
