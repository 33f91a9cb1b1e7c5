import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const listFunctions = readTool({
  name: 'lambda_list_functions',
  description: 'Lists Lambda functions with runtime, memory, time limit and when they were changed.',
  permissions: { iam: ['lambda:ListFunctions'] },
  parameters: z.object({ region, limit }),
  example: { region: 'eu-central-1' },
  async handle({ limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.lambda();
    const pages = sdk.paginateListFunctions({ client }, {}, { abortSignal: signal });
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.Functions);
    const functions = entries.map(entry => ({
      name: entry.FunctionName,
      runtime: entry.Runtime,
      memoryMb: entry.MemorySize,
      timeoutSeconds: entry.Timeout,
      codeBytes: entry.CodeSize,
      modified: entry.LastModified,
      packageType: entry.PackageType,
    }));
    return { kind: 'ok', value: { region: aws.region, functions }, ...(cut !== undefined && { cut }) };
  },
});
