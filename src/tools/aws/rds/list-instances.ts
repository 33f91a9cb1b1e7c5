import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { shownDatabase } from './shown-instance.ts';

export const listDatabases = readTool({
  name: 'rds_list_instances',
  description: 'Lists RDS databases with state, engine, size, protection and tags.',
  permissions: { iam: ['rds:DescribeDBInstances'] },
  parameters: z.object({ region, limit }),
  example: { region: 'eu-central-1' },
  async handle({ limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.rds();
    const pages = sdk.paginateDescribeDBInstances({ client, pageSize: 100 }, {}, { abortSignal: signal });
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.DBInstances);
    const value = { region: aws.region, databases: entries.map(shownDatabase) };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
