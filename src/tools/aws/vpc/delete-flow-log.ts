import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { flowLogs } from '../../aws-calls/ec2/network-kinds.ts';
import { flowLogId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteFlowLog = changingResources({
  name: 'vpc_delete_flow_log',
  description: 'Deletes a flow log: nothing more is recorded. What was recorded stays where it is.',
  risk: 'destructive',
  undo: {
    kind: 'manual',
    how: 'Create it again with `vpc_create_flow_log`; what flowed in between is not recorded.',
  },
  parameters: z.object({ region, flowLogId }),
  example: { flowLogId: 'fl-0123456789abcdef0' },
  kind: flowLogs,
  action: 'ec2:DeleteFlowLogs',
  ids: input => [input.flowLogId],
  summary: (input, looked) =>
    `Deletes the flow log ${input.flowLogId} of ${looked.entries[0]?.ResourceId ?? 'nothing'} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteFlowLogsCommand({ FlowLogIds: [input.flowLogId], DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => entries.length === 0,
});
