import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { listDatabaseClusters } from './list-clusters.ts';
import { listDatabases } from './list-instances.ts';
import { rebootDatabase } from './reboot-instance.ts';
import { secureDatabase } from './secure-instance.ts';
import { startDatabase } from './start-instance.ts';
import { stopDatabase } from './stop-instance.ts';

/** Amazon RDS: databases are described, started, stopped and restarted; some settings are set right; none is created or deleted. */
export const rdsTools: readonly AwsTool[] = [
  listDatabases,
  listDatabaseClusters,
  startDatabase,
  stopDatabase,
  rebootDatabase,
  secureDatabase,
];
