import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const listDatabaseClusters = readTool({
  name: 'rds_list_clusters',
  description: 'Lists RDS and Aurora clusters with state, engine and members.',
  permissions: { iam: ['rds:DescribeDBClusters'] },
  parameters: z.object({ region, limit }),
  example: { region: 'eu-central-1' },
  async handle({ limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.rds();
    const pages = sdk.paginateDescribeDBClusters({ client, pageSize: 100 }, {}, { abortSignal: signal });
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.DBClusters);
    const clusters = entries.map(cluster => ({
      id: cluster.DBClusterIdentifier,
      status: cluster.Status,
      engine: cluster.Engine,
      version: cluster.EngineVersion,
      isMultiAz: cluster.MultiAZ,
      isEncrypted: cluster.StorageEncrypted,
      isProtected: cluster.DeletionProtection,
      members: (cluster.DBClusterMembers ?? []).map(member => ({
        id: member.DBInstanceIdentifier,
        isWriter: member.IsClusterWriter,
      })),
    }));
    return { kind: 'ok', value: { region: aws.region, clusters }, ...(cut !== undefined && { cut }) };
  },
});
