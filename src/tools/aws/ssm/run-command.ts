import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import { partitionOf } from '../../aws-calls/arns.ts';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { documentName } from './document-name.ts';
import { managedInstanceIds } from './instance-ids.ts';
import { unsuitableDocument } from './script-document.ts';

const tool = 'ssm_run_command';
/** A word for a script: a document puts it into its steps as text. */
const word = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/@+=,-]{0,499}$/, 'letters, digits and ._:/@+=,- only');
/** Seconds an instance may take to begin. */
const deliveryTimeoutSeconds = 600;

const parameters = z.object({
  region,
  document: documentName,
  version: z
    .string()
    .regex(/^[1-9]\d{0,9}$/, 'a number')
    .describe('The version to run, a number: a moving one such as $LATEST cannot be approved.'),
  instanceIds: managedInstanceIds,
  parameters: z
    .record(z.string().min(1).max(50), z.array(word).min(1).max(20))
    .nullish()
    .describe('Values for the document’s parameters: plain words.'),
});
type Input = z.output<typeof parameters>;

export const runCommand = changingTool({
  name: tool,
  description:
    'Runs a Command document of Systems Manager on instances. Documents that run whatever they are given, such as AWS-RunShellScript, are refused.',
  risk: 'destructive',
  permissions: {
    iam: [
      'ssm:DescribeDocument',
      'ssm:DescribeInstanceInformation',
      'ssm:ListCommands',
      'ssm:SendCommand',
      'ec2:DescribeInstances',
    ],
  },
  undo: { kind: 'manual', how: 'Depends on the document: run one that takes it back.' },
  idempotent: false,
  parameters,
  example: {
    region: 'eu-central-1',
    document: 'restart-web',
    version: '3',
    instanceIds: ['i-0123456789abcdef0'],
  },
  async plan(input, { signal }, aws) {
    const document = await usableDocument(input, aws, signal);
    if (document.kind === 'refused') return document;
    const offline = await offlineInstances(input, aws, signal);
    if (offline.length > 0) {
      const message = `${tool}: Systems Manager does not reach ${offline.join(', ')} in ${aws.region}. ssm_list_instances shows which it reaches.`;
      return { kind: 'refused', code: 'ssm-instances-offline', message };
    }
    const account = await aws.accountId();
    const targets = await targetsOf(input, account, aws, signal);
    return {
      kind: 'plan',
      summary: `Runs version ${input.version} of the document ${input.document} on ${input.instanceIds.join(', ')} in ${aws.region}.`,
      checkedBy: 'pre-check',
      before: { document: input.document, version: input.version, hash: document.hash },
      targets,
      grants: [
        {
          actions: ['ssm:SendCommand'],
          resources: [
            `arn:${partitionOf(aws.region)}:ssm:${aws.region}:${document.isOfAws ? '' : account}:document/${input.document}`,
            ...targets.map(({ arn }) => arn),
          ],
        },
      ],
    };
  },
  async act(input, { idempotencyKey, signal }, aws) {
    const { sdk, client } = await aws.ssm();
    const { Command: sent } = await client.send(
      new sdk.SendCommandCommand({
        DocumentName: input.document,
        DocumentVersion: input.version,
        InstanceIds: input.instanceIds,
        Parameters: input.parameters ?? undefined,
        Comment: markOf(idempotencyKey),
        TimeoutSeconds: deliveryTimeoutSeconds,
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { commandId: sent?.CommandId, status: sent?.Status, region: aws.region } };
  },
  async reconcile(_input, { idempotencyKey, signal }, aws) {
    const { sdk, client } = await aws.ssm();
    const { Commands = [] } = await client.send(new sdk.ListCommandsCommand({ MaxResults: 50 }), {
      abortSignal: signal,
    });
    const found = Commands.find(({ Comment }) => Comment === markOf(idempotencyKey));
    if (found === undefined) return undefined;
    return { kind: 'ok', value: { commandId: found.CommandId, status: found.Status, region: aws.region } };
  },
});

/** By the comment, at most 100 characters, a command is known again. */
function markOf(idempotencyKey: string): string {
  return `devops ${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32)}`;
}

async function usableDocument(
  input: Input,
  aws: AwsClients,
  signal: AbortSignal,
): Promise<
  ToolRefusal | { readonly kind: 'usable'; readonly isOfAws: boolean; readonly hash: string | undefined }
> {
  const { sdk, client } = await aws.ssm();
  const { Document: document = {} } = await client.send(
    new sdk.DescribeDocumentCommand({ Name: input.document, DocumentVersion: input.version }),
    { abortSignal: signal },
  );
  const unsuitable = unsuitableDocument(tool, document);
  if (unsuitable !== undefined) return unsuitable;
  const declared = (document.Parameters ?? []).map(({ Name }) => Name ?? '');
  const unknown = Object.keys(input.parameters ?? {}).filter(name => !declared.includes(name));
  if (unknown.length > 0) {
    const message = `${tool}: the document "${input.document}" takes no parameter ${unknown.join(', ')}; it declares ${declared.join(', ') || 'none'}.`;
    return { kind: 'refused', code: 'ssm-parameter-unknown', message };
  }
  return { kind: 'usable', isOfAws: document.Owner === 'Amazon', hash: document.Hash };
}

async function offlineInstances(
  { instanceIds }: Input,
  aws: AwsClients,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { sdk, client } = await aws.ssm();
  const { InstanceInformationList: known = [] } = await client.send(
    new sdk.DescribeInstanceInformationCommand({
      Filters: [{ Key: 'InstanceIds', Values: instanceIds }],
      MaxResults: 50,
    }),
    { abortSignal: signal },
  );
  const online = known
    .filter(({ PingStatus }) => PingStatus === 'Online')
    .map(({ InstanceId }) => InstanceId);
  return instanceIds.filter(id => !online.includes(id));
}

/** EC2 instances with their tags; machines outside EC2 have none there, so they count as unmanaged. */
async function targetsOf({ instanceIds }: Input, account: string, aws: AwsClients, signal: AbortSignal) {
  const inEc2 = instanceIds.filter(id => id.startsWith('i-'));
  const { sdk, client } = await aws.ec2();
  const { Reservations = [] } =
    inEc2.length === 0
      ? {}
      : await client.send(new sdk.DescribeInstancesCommand({ InstanceIds: inEc2 }), { abortSignal: signal });
  const found = Reservations.flatMap(({ Instances = [] }) => Instances);
  return instanceIds.map(id => {
    const tags = found.find(({ InstanceId }) => InstanceId === id)?.Tags ?? [];
    return {
      arn: id.startsWith('i-')
        ? `arn:${partitionOf(aws.region)}:ec2:${aws.region}:${account}:instance/${id}`
        : `arn:${partitionOf(aws.region)}:ssm:${aws.region}:${account}:managed-instance/${id}`,
      tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    };
  });
}
