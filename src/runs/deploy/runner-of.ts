import type { DeployRunner } from '../../contracts/deploy-runner.ts';
import type { DeploySaga } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

/** The runner of the environment's own kind; its settings are of that kind. */
export function runnerOf({ parts }: Pick<DeploySaga, 'parts'>, { environment }: DeployPlan): DeployRunner {
  return parts.deploy.runners[environment.runner.type] as DeployRunner;
}
