import type { DeployRunners } from '../../../contracts/deploy-runner.ts';
import { createEventRunner } from './event.ts';
import { createWorkflowRunner, type WorkflowRunnerParts } from './workflow.ts';

/** The runner of each type, composed with its clients. */
export function createDeployRunners(parts: WorkflowRunnerParts): Pick<DeployRunners, 'workflow' | 'event'> {
  return { workflow: createWorkflowRunner(parts), event: createEventRunner(parts) };
}
