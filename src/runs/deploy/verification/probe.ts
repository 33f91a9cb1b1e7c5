import { z } from 'zod';
import type { HttpProber } from '../../../clients/http/http-prober.ts';
import type { HttpProbe } from '../../../contracts/deploy-runner.ts';

/** How far a probe has come; stored between tries. */
export const probeStateSchema = z.object({
  tries: z.number(),
  /** Good answers in a row. */
  good: z.number(),
  /** Why the last try was not good. */
  reason: z.string(),
});
export type ProbeState = z.infer<typeof probeStateSchema>;

export const newProbe: ProbeState = { tries: 0, good: 0, reason: '' };

/** After one try: healthy, not (for good), or to be asked again. */
export type ProbeStep =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'unhealthy'; readonly reason: string }
  | { readonly kind: 'again'; readonly state: ProbeState; readonly delayMs: number };

/** Asks once and counts. */
export async function tryProbe(probe: HttpProbe, state: ProbeState, ask: HttpProber): Promise<ProbeStep> {
  const { url, allowPrivate, timeoutSeconds, successes, attempts, intervalSeconds } = probe;
  const answer = await ask({ url, allowPrivate, timeoutMs: timeoutSeconds * 1_000 });
  if (answer.kind === 'refused') return { kind: 'unhealthy', reason: answer.reason };
  const reason = answer.kind === 'no-answer' ? answer.reason : problemOf(probe, answer);
  const good = reason === undefined ? state.good + 1 : 0;
  if (good >= successes) return { kind: 'healthy' };
  const next: ProbeState = { tries: state.tries + 1, good, reason: reason ?? '' };
  if (next.tries >= attempts) {
    const why = reason ?? `It answered well ${good} times in a row; ${successes} are asked for.`;
    return { kind: 'unhealthy', reason: `${why} It was asked ${next.tries} times.` };
  }
  return { kind: 'again', state: next, delayMs: intervalSeconds * 1_000 };
}

function problemOf(
  { expectStatus, expectText }: HttpProbe,
  { status, text }: { readonly status: number; readonly text: string },
): string | undefined {
  if (status !== expectStatus) return `It answered ${status} instead of ${expectStatus}.`;
  if (expectText !== undefined && !text.includes(expectText)) return 'Its answer lacks the expected text.';
  return undefined;
}
