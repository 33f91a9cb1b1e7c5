import type { RunnerClient, WorkflowRun } from '../../../clients/github/runner-client.ts';
import type { RunnerJob, RunnerObservation, WorkflowSettings } from '../../../contracts/deploy-runner.ts';
import { finished } from './finished.ts';
import { readWorkflowFile } from './workflow-file.ts';
import { correlationInput } from './workflow-inputs.ts';

/** How far GitHub's clock and ours may be apart, milliseconds. */
const clockSkewMs = 60_000;

/** What looking for the run of a dispatch came to. */
export type Search =
  | { readonly kind: 'run'; readonly run: WorkflowRun }
  | { readonly kind: 'ambiguous'; readonly count: number }
  | { readonly kind: 'none' };

/**
 * Looks for the run that the dispatch with this key started: the one whose title shows the key, else the only one of
 * ours since then.
 */
export async function searchRun(
  client: RunnerClient,
  settings: WorkflowSettings,
  job: RunnerJob,
): Promise<Search> {
  const since = new Date(Date.parse(job.startedAt) - clockSkewMs).toISOString();
  const ours = (await client.dispatchedRuns({ file: settings.file, since })).filter(({ actor }) =>
    actor.endsWith('[bot]'),
  );
  const named = ours.find(({ displayTitle }) => showsKey(displayTitle, job.key));
  if (named !== undefined) return { kind: 'run', run: named };
  const path = `.github/workflows/${settings.file}`;
  const text = ours.length === 0 ? undefined : await client.readFile(path, job.repository.defaultBranch);
  const workflow = text === undefined ? undefined : readWorkflowFile(text);
  // Its title would show the key, so none of these is it.
  if (workflow?.kind === 'dispatchable' && workflow.titleShows(correlationInput)) return { kind: 'none' };
  const [only] = ours;
  if (only === undefined) return { kind: 'none' };
  return ours.length === 1 ? { kind: 'run', run: only } : { kind: 'ambiguous', count: ours.length };
}

/** The key as a word of its own: `a1` is not `a12`. */
function showsKey(title: string, key: string): boolean {
  return title.split(/[^a-z0-9-]+/).includes(key);
}

/** The end of a deployment whose run cannot be told from others. */
export function ambiguous({ file }: WorkflowSettings, count: number): RunnerObservation {
  return finished({
    result: 'error',
    code: 'workflow-run-ambiguous',
    summary: `${count} runs of \`${file}\` were started at the same time, and nothing tells which one is this deployment.`,
    next: `Look at the runs, then deploy again. Add \`run-name: Deploy \${{ inputs.${correlationInput} }}\` and the input \`${correlationInput}\` to the workflow to tell them apart.`,
  });
}
