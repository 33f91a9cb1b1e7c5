import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { describeService } from './describe-service.ts';
import { forceNewDeployment } from './force-new-deployment.ts';
import { listClusters } from './list-clusters.ts';
import { listServices } from './list-services.ts';
import { listTasks } from './list-tasks.ts';
import { scaleService } from './scale-service.ts';

/** Amazon ECS: clusters, services and tasks. New versions are deployed by deployments, not by tools. */
export const ecsTools: readonly AwsTool[] = [
  listClusters,
  listServices,
  describeService,
  listTasks,
  scaleService,
  forceNewDeployment,
];
