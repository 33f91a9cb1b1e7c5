import { type AwsHandler, AwsRefusal } from './fake-aws.ts';

export type FakeCommand = {
  readonly id: string;
  readonly comment: string;
  readonly document: string;
  readonly instanceIds: readonly string[];
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** By instance id. */
  readonly statuses: Map<string, string>;
};

/** Systems Manager's state; tests change it to make instances finish. */
export type FakeSsm = {
  readonly instances: {
    readonly id: string;
    readonly tags: Readonly<Record<string, string>>;
    online: boolean;
  }[];
  readonly commands: FakeCommand[];
  document: { type: string; parameters: { Name: string; Type: string; DefaultValue?: string }[] };
  /** What a failed instance wrote. */
  errorOutput: string;
  readonly handlers: Readonly<Record<string, AwsHandler>>;
  /** Ends every invocation of the newest command that is not listed in `failing`. */
  finish(failing?: readonly string[]): void;
};

export function createFakeSsm(): FakeSsm {
  const ssm: FakeSsm = {
    instances: [],
    commands: [],
    document: {
      type: 'Command',
      parameters: [
        { Name: 'commit', Type: 'String' },
        { Name: 'service', Type: 'String', DefaultValue: 'web' },
      ],
    },
    errorOutput: 'it broke',
    handlers: {
      'ssm:DescribeDocument': ({ input }) => ({
        Document: {
          Name: input.Name,
          DocumentVersion: input.DocumentVersion ?? '3',
          DocumentType: ssm.document.type,
          Owner: '111122223333',
          Parameters: ssm.document.parameters,
        },
      }),
      'ssm:DescribeInstanceInformation': ({ input }) => describeInstances(ssm, input),
      'ssm:SendCommand': ({ input }) => sendCommand(ssm, input),
      'ssm:ListCommands': () => ({
        Commands: ssm.commands
          .toReversed()
          .map(command => ({ CommandId: command.id, Comment: command.comment })),
      }),
      'ssm:ListCommandInvocations': ({ input }) => ({
        CommandInvocations: [...commandIn(ssm, input.CommandId).statuses].map(([InstanceId, Status]) => ({
          InstanceId,
          Status,
          StatusDetails: Status,
        })),
      }),
      'ssm:GetCommandInvocation': ({ input }) => ({
        CommandId: input.CommandId,
        StandardOutputContent: 'starting\n',
        StandardErrorContent: ssm.errorOutput,
      }),
      'ssm:CancelCommand': ({ input }) => {
        const { statuses } = commandIn(ssm, input.CommandId);
        for (const [id, status] of statuses) if (status === 'InProgress') statuses.set(id, 'Cancelled');
        return {};
      },
    },
    finish(failing = []) {
      for (const { statuses } of ssm.commands) {
        for (const [id, status] of statuses)
          if (status === 'InProgress') statuses.set(id, failing.includes(id) ? 'Failed' : 'Success');
      }
    },
  };
  return ssm;
}

type Filter = { readonly Key: string; readonly Values: readonly string[] };

function describeInstances(
  ssm: FakeSsm,
  input: { readonly Filters: readonly Filter[]; readonly MaxResults: number; readonly NextToken?: string },
): object {
  const matching = ssm.instances.filter(({ tags }) =>
    input.Filters.every(({ Key, Values }) => Values.includes(tags[Key.replace(/^tag:/, '')] ?? '')),
  );
  const begin = Number(input.NextToken ?? 0);
  const end = begin + input.MaxResults;
  return {
    InstanceInformationList: matching
      .slice(begin, end)
      .map(({ id, online }) => ({ InstanceId: id, PingStatus: online ? 'Online' : 'ConnectionLost' })),
    ...(end < matching.length ? { NextToken: String(end) } : {}),
  };
}

function sendCommand(
  ssm: FakeSsm,
  input: {
    readonly Comment: string;
    readonly DocumentName: string;
    readonly InstanceIds: readonly string[];
    readonly Parameters: Readonly<Record<string, readonly string[]>>;
  },
): object {
  if (input.InstanceIds.length > 50) throw new AwsRefusal('ValidationException', 'at most 50 instance ids');
  if (input.Comment.length > 100) throw new AwsRefusal('ValidationException', 'comment too long');
  const command: FakeCommand = {
    id: `command-${ssm.commands.length + 1}`,
    comment: input.Comment,
    document: input.DocumentName,
    instanceIds: input.InstanceIds,
    parameters: input.Parameters,
    statuses: new Map(input.InstanceIds.map(id => [id, 'InProgress'])),
  };
  ssm.commands.push(command);
  return { Command: { CommandId: command.id } };
}

function commandIn(ssm: FakeSsm, id: string): FakeCommand {
  const found = ssm.commands.find(command => command.id === id);
  if (found === undefined) throw new AwsRefusal('InvalidCommandId');
  return found;
}
