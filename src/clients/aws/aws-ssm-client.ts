import type * as Ssm from '@aws-sdk/client-ssm';
import type { AwsClientConfig } from './aws-connector.ts';
import { type AwsAnswer, askAws } from './aws-failure.ts';
import type { SsmClient } from './ssm-client.ts';

/** Entries that AWS gives on one page. */
const pageSize = 50;
/** Commands that are looked through for a comment. */
const maxCommandPages = 10;

type Sdk = typeof Ssm;
type Loaded = { readonly sdk: Sdk; readonly client: Ssm.SSMClient; readonly once: Ssm.SSMClient };

/** A client of Systems Manager; the SDK is loaded with the first call. */
export function createSsmClient(config: AwsClientConfig): SsmClient {
  let loaded: Promise<Loaded> | undefined;
  const load = async (): Promise<Loaded> => {
    const sdk = await import('@aws-sdk/client-ssm');
    // A command is not known by a token, so one whose answer was lost must not be sent again by itself.
    const once = new sdk.SSMClient({ ...config, maxAttempts: 1 });
    return { sdk, client: new sdk.SSMClient(config), once };
  };
  const ask = <T>(
    operation: string,
    perform: (sdk: Sdk, client: Ssm.SSMClient, once: Ssm.SSMClient) => Promise<T>,
  ): Promise<AwsAnswer<T>> =>
    askAws({ action: `ssm:${operation}`, region: config.region }, async () => {
      loaded ??= load();
      const { sdk, client, once } = await loaded;
      return await perform(sdk, client, once);
    });
  return {
    instances: tags => ask('DescribeInstanceInformation', (sdk, client) => instances(sdk, client, tags)),
    document: (name, version) =>
      ask('DescribeDocument', async ({ DescribeDocumentCommand }, client) => {
        const { Document: document } = await client.send(
          new DescribeDocumentCommand({ Name: name, DocumentVersion: version }),
        );
        return {
          name: document?.Name ?? name,
          version: document?.DocumentVersion ?? '',
          type: document?.DocumentType ?? '',
          owner: document?.Owner ?? '',
          parameters: (document?.Parameters ?? []).map(parameter => ({
            name: parameter.Name ?? '',
            type: parameter.Type ?? '',
            hasDefault: parameter.DefaultValue !== undefined,
          })),
        };
      }),
    send: command => ask('SendCommand', (sdk, _client, once) => send(sdk, once, command)),
    find: wanted => ask('ListCommands', (sdk, client) => find(sdk, client, wanted)),
    invocations: commandId =>
      ask('ListCommandInvocations', async ({ paginateListCommandInvocations }, client) => {
        const found = [];
        for await (const page of paginateListCommandInvocations(
          { client, pageSize },
          { CommandId: commandId },
        )) {
          found.push(...(page.CommandInvocations ?? []));
        }
        return found.map(invocation => ({
          instanceId: invocation.InstanceId ?? '',
          status: invocation.Status ?? 'Pending',
          detail: invocation.StatusDetails ?? '',
        }));
      }),
    output: (commandId, instanceId) =>
      ask('GetCommandInvocation', async ({ GetCommandInvocationCommand }, client) => {
        const invocation = await client.send(
          new GetCommandInvocationCommand({ CommandId: commandId, InstanceId: instanceId }),
        );
        return {
          output: invocation.StandardOutputContent ?? '',
          errors: invocation.StandardErrorContent ?? '',
        };
      }),
    cancel: commandId =>
      ask('CancelCommand', async ({ CancelCommandCommand }, client) => {
        await client.send(new CancelCommandCommand({ CommandId: commandId }));
        return true as const;
      }),
  };
}

async function instances(
  { paginateDescribeInstanceInformation }: Sdk,
  client: Ssm.SSMClient,
  tags: Readonly<Record<string, readonly string[]>>,
): Promise<readonly { readonly id: string; readonly online: boolean }[]> {
  const filters = Object.entries(tags).map(([key, values]) => ({ Key: `tag:${key}`, Values: [...values] }));
  const found = [];
  for await (const page of paginateDescribeInstanceInformation({ client, pageSize }, { Filters: filters })) {
    found.push(...(page.InstanceInformationList ?? []));
  }
  return found
    .map(instance => ({ id: instance.InstanceId ?? '', online: instance.PingStatus === 'Online' }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function send(
  { SendCommandCommand }: Sdk,
  client: Ssm.SSMClient,
  command: Parameters<SsmClient['send']>[0],
): Promise<{ readonly commandId: string }> {
  const { Command: sent } = await client.send(
    new SendCommandCommand({
      DocumentName: command.document,
      DocumentVersion: command.version,
      InstanceIds: [...command.instanceIds],
      Parameters: Object.fromEntries(
        Object.entries(command.parameters).map(([name, values]) => [name, [...values]]),
      ),
      Comment: command.comment,
      TimeoutSeconds: command.deliveryTimeoutSeconds,
    }),
  );
  if (sent?.CommandId === undefined) throw new TypeError('SendCommand gave no id');
  return { commandId: sent.CommandId };
}

/** Newest first, as AWS lists them. */
async function find(
  { ListCommandsCommand }: Sdk,
  client: Ssm.SSMClient,
  { comment, since }: { readonly comment: string; readonly since: string },
): Promise<{ readonly commandId: string } | undefined> {
  // AWS takes no fractions of a second here.
  const value = `${since.slice(0, 19)}Z`;
  let token: string | undefined;
  for (let page = 0; page < maxCommandPages; page++) {
    const answer: Ssm.ListCommandsCommandOutput = await client.send(
      new ListCommandsCommand({
        Filters: [{ key: 'InvokedAfter', value }],
        MaxResults: pageSize,
        NextToken: token,
      }),
    );
    const found = answer.Commands?.find(command => command.Comment === comment);
    if (found?.CommandId !== undefined) return { commandId: found.CommandId };
    token = answer.NextToken;
    if (token === undefined || token === '') return undefined;
  }
  return undefined;
}
