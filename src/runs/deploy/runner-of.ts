import type { DeployRunner, RunnerProblem } from '../../contracts/deploy-runner.ts';
import { type DeploySaga, jobOf } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

/** The runner of the environment's own kind; its settings are of that kind. */
export function runnerOf({ parts }: Pick<DeploySaga, 'parts'>, { environment }: DeployPlan): DeployRunner {
  return parts.deploy.runners[environment.runner.type] as DeployRunner;
}

/** What would keep the runner from starting; asked without a GitHub deployment. */
export async function runnerProblems(saga: DeploySaga, plan: DeployPlan): Promise<readonly RunnerProblem[]> {
  const { deploymentId: _none, ...job } = jobOf(saga, plan, 0);
  const startedAt = saga.parts.now().toISOString();
  return await runnerOf(saga, plan).validate(plan.environment.runner, { ...job, startedAt });
}
