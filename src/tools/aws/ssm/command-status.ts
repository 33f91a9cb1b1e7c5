import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';

/** Characters of an instance's output that are given, from its end. */
const maxOutput = 2_000;

export const commandStatus = readTool({
  name: 'ssm_command_status',
  description:
    'Tells how a command of Systems Manager stands on every instance, with the end of what failed ones wrote.',
  permissions: { iam: ['ssm:ListCommandInvocations', 'ssm:GetCommandInvocation'] },
  parameters: z.object({
    region,
    commandId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'the id of a command'),
  }),
  example: { region: 'eu-central-1', commandId: '0831e1a8-a1ac-4257-a1fd-c831bEXAMPLE' },
  async handle({ commandId }, { signal }, aws) {
    const { sdk, client } = await aws.ssm();
    const options = { abortSignal: signal };
    const pages = sdk.paginateListCommandInvocations(
      { client, pageSize: 50 },
      { CommandId: commandId },
      options,
    );
    const { entries, cut } = await collectPages(pages, 100, page => page.CommandInvocations);
    const invocations = [];
    for (const { InstanceId, Status, StatusDetails, DocumentName } of entries) {
      const failed = Status === 'Failed' || Status === 'TimedOut';
      const output = failed
        ? await client.send(
            new sdk.GetCommandInvocationCommand({ CommandId: commandId, InstanceId }),
            options,
          )
        : undefined;
      invocations.push({
        instance: InstanceId,
        document: DocumentName,
        status: Status,
        detail: StatusDetails,
        exitCode: output?.ResponseCode,
        output: output?.StandardOutputContent?.slice(-maxOutput),
        errors: output?.StandardErrorContent?.slice(-maxOutput),
      });
    }
    const value = { region: aws.region, commandId, invocations };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
