import type { CiClient } from '../../clients/github/ci-client.ts';
import { diagnoseRun } from './diagnose-run.ts';

/**
 * Fingerprints of what the same workflow fails with on the base branch, from its newest run there; empty when that
 * passed or there is none.
 */
export async function baseFailures(
  client: CiClient,
  options: { readonly runId: number; readonly baseBranch: string },
  redact: (text: string) => string,
): Promise<ReadonlySet<string>> {
  const { runId, baseBranch } = options;
  const run = await client.newestRunOn(baseBranch, { sameWorkflowAs: runId });
  if (run === undefined || !run.failed || run.id === runId) return new Set();
  const { failures } = await diagnoseRun(client, run.id, redact);
  return new Set(failures.map(({ fingerprint }) => fingerprint));
}
