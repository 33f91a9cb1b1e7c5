import type { RunnerClient } from '../../../clients/github/runner-client.ts';
import type { RunnerJob, RunnerProblem, WorkflowSettings } from '../../../contracts/deploy-runner.ts';
import { readWorkflowFile } from './workflow-file.ts';
import { dispatchInputs } from './workflow-inputs.ts';

type JobBeforeDeployment = Omit<RunnerJob, 'deploymentId'> & { readonly deploymentId?: number };

/** A workflow that can be dispatched, or everything that is wrong with it. */
export type Prepared =
  | {
      readonly kind: 'ready';
      readonly ref: string;
      readonly inputs: Readonly<Record<string, string>>;
      /** The workflow file. */
      readonly text: string;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RunnerProblem[] };

/**
 * Whose version of the workflow runs. A branch may be gone or have moved on when something is brought back, so that
 * is always done by the default branch's version.
 */
export function versionOf(
  settings: WorkflowSettings,
  job: Pick<RunnerJob, 'isRollBack'>,
): WorkflowSettings['ref'] {
  return job.isRollBack ? 'default-branch' : settings.ref;
}

/** Reads the workflow as it would run, unless its text is `known`, and fills its inputs. */
export async function prepareWorkflow(
  client: RunnerClient,
  settings: WorkflowSettings,
  job: JobBeforeDeployment,
  known?: string,
): Promise<Prepared> {
  const path = `.github/workflows/${settings.file}`;
  const version = versionOf(settings, job);
  const ref = version === 'head' ? job.ref : job.repository.defaultBranch;
  const text = known ?? (await client.readFile(path, version === 'head' ? job.sha : ref));
  const problem = (code: string, message: string, next: string): Prepared => ({
    kind: 'problems',
    problems: [{ code, message, next }],
  });
  if (text === undefined) {
    const place = version === 'head' ? `commit ${job.sha.slice(0, 7)}` : `the branch \`${ref}\``;
    return problem(
      'workflow-not-found',
      `\`${path}\` does not exist on ${place}.`,
      'Add the workflow, or name another file in `runner.file`.',
    );
  }
  const workflow = readWorkflowFile(text);
  if (workflow.kind === 'not-a-workflow') {
    return problem(
      'workflow-unreadable',
      `\`${path}\` ${workflow.reason} (line ${workflow.line}).`,
      'Repair the workflow file.',
    );
  }
  if (workflow.kind === 'not-dispatchable') {
    return problem(
      'workflow-not-dispatchable',
      `\`${path}\` cannot be started by a command: \`on:\` (line ${workflow.line}) has no \`workflow_dispatch\`.`,
      'Add `workflow_dispatch` with the inputs of the deployment to `on:`.',
    );
  }
  const filled = dispatchInputs({ workflow, path, settings: { ...settings, ref: version }, job });
  return filled.kind === 'problems' ? filled : { kind: 'ready', ref, inputs: filled.inputs, text };
}
