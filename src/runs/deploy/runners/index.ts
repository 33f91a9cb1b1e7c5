import type { DeployRunners } from '../../../contracts/deploy-runner.ts';
import { createEcsRunner, type EcsRunnerParts } from './ecs.ts';
import { endOnRefusal } from './end-on-refusal.ts';
import { createEventRunner } from './event.ts';
import { createSsmRunner } from './ssm.ts';
import type { SsmRunnerParts } from './ssm-look.ts';
import { createWorkflowRunner, type WorkflowRunnerParts } from './workflow.ts';

/** Everything that runners are composed with. */
export type DeployRunnerParts = WorkflowRunnerParts & SsmRunnerParts & EcsRunnerParts;

/** The runner of each type. */
export function createDeployRunners(parts: DeployRunnerParts): DeployRunners {
  return {
    workflow: endOnRefusal(createWorkflowRunner(parts)),
    event: endOnRefusal(createEventRunner(parts)),
    ssm: endOnRefusal(createSsmRunner(parts)),
    ecs: endOnRefusal(createEcsRunner(parts)),
  };
}
