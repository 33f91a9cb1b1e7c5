import type { z } from 'zod';
import type { ResourceType, TagSpecification } from '../../../clients/aws/sdk/ec2.ts';
import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type { ToolCall, ToolRefusal, ToolUndo } from '../../../contracts/tool.ts';
import {
  type AwsChangingTool,
  type AwsClients,
  type AwsPlan,
  changingTool,
  type PlanTarget,
} from '../define-aws-tool.ts';
import { callToken } from './call-token.ts';
import type { Ec2Action } from './changing-resources.ts';
import { askDryRun } from './dry-run.ts';
import { ec2Arns, findResources } from './find-resources.ts';
import type { Ec2, ResourceKind } from './resource-kind.ts';

/** What a creation is given beside its parameters. */
export type Making<Facts> = {
  readonly facts: Facts;
  readonly DryRun: boolean;
  readonly signal: AbortSignal;
  /** The same for the same call: EC2 creates once for it, where it takes one. */
  readonly ClientToken: string;
  readonly TagSpecifications: TagSpecification[];
};

type Arns = (type: string, id: string) => string;

/** A creation: what differs from tool to tool. Methods, so that the types are inferred. */
export type ResourceCreation<Parameters extends z.ZodObject, Entry, Facts> = {
  readonly name: string;
  readonly description: string;
  readonly undo: ToolUndo;
  readonly parameters: Parameters;
  readonly example: z.input<Parameters>;
  readonly kind: ResourceKind<Entry>;
  readonly action: Ec2Action;
  /** Other kinds that are made by the way, as in ARNs and tags. */
  readonly alsoMakes?: readonly ResourceType[];
  /** What `look` reads, and rights that `otherGrants` gives. */
  readonly otherActions?: readonly string[];
  readonly dryRun?: 'everywhere' | 'aws';
  /** Reads what the creation depends on, or refuses. */
  look?(
    this: void,
    input: z.output<Parameters>,
    aws: AwsClients,
    signal: AbortSignal,
  ): Promise<{ readonly kind: 'facts'; readonly facts: Facts } | ToolRefusal>;
  summary(this: void, input: z.output<Parameters>, region: string, facts: Facts): string;
  /** Resources of the action beside what is made. */
  otherArns?(this: void, input: z.output<Parameters>, arn: Arns, facts: Facts): readonly string[];
  /** What exists and is changed by the way. */
  targets?(this: void, input: z.output<Parameters>, arn: Arns, facts: Facts): readonly PlanTarget[];
  otherGrants?(this: void, input: z.output<Parameters>, arn: Arns, facts: Facts): readonly AwsPermission[];
  /** Makes it and says the ids. */
  send(
    this: void,
    ec2: Ec2,
    input: z.output<Parameters>,
    making: Making<Facts>,
    aws: AwsClients,
  ): Promise<readonly string[]>;
};

type Tagged = {
  readonly name?: string | null | undefined;
  readonly tags?: readonly { readonly key: string; readonly value: string }[] | null | undefined;
};

/** Says whose call made a resource, so that it is found again after a crash. */
const callTag = 'devops:call';

/** Makes the tool. What it makes carries the tag of what may be changed, and that of the call. */
export function creatingResource<Parameters extends z.ZodObject, Entry, Facts = undefined>(
  creation: ResourceCreation<Parameters, Entry, Facts>,
): AwsChangingTool<Parameters> {
  type Input = z.output<Parameters>;
  const { name, description, undo, parameters, example, kind, action, otherActions = [] } = creation;
  const made = ({ signal, idempotencyKey }: ToolCall, aws: AwsClients): Promise<readonly Entry[]> => {
    const filters = [{ Name: `tag:${callTag}`, Values: [callToken(idempotencyKey)] }];
    return findResources(kind, aws, { filters, signal });
  };
  const plan = async (
    input: Input,
    call: ToolCall,
    aws: AwsClients,
  ): Promise<CreationPlan<Facts> | ToolRefusal> => {
    const { signal } = call;
    // Without `look`, `Facts` is undefined.
    const looked = (await creation.look?.(input, aws, signal)) ?? {
      kind: 'facts',
      facts: undefined as Facts,
    };
    if (looked.kind !== 'facts') return looked;
    const { facts } = looked;
    const ec2 = await aws.ec2();
    const making = { ...makingOf(creation, input, call), facts, DryRun: true };
    const checkedBy = await askDryRun(() => creation.send(ec2, input, making, aws), ec2, creation.dryRun);
    const arn = await ec2Arns(aws);
    return {
      kind: 'plan',
      summary: creation.summary(input, aws.region, facts),
      checkedBy,
      before: facts,
      facts,
      targets: creation.targets?.(input, arn, facts) ?? [],
      grants: grantsOf(creation, input, arn, facts),
    };
  };
  return changingTool<Parameters>({
    name,
    description,
    risk: 'write',
    undo,
    parameters,
    example,
    permissions: { iam: [...new Set<string>([kind.action, ...otherActions, action, 'ec2:CreateTags'])] },
    idempotent: false,
    plan,
    async act(input, call, aws, planned) {
      // It is what `plan` above answered.
      const { facts } = planned as CreationPlan<Facts>;
      const making = { ...makingOf(creation, input, call), facts, DryRun: false };
      const ids = await creation.send(await aws.ec2(), input, making, aws);
      return { kind: 'ok', value: { region: aws.region, created: ids } };
    },
    verify: async (_input, call, aws) => (await made(call, aws)).map(kind.shown),
    async reconcile(_input, call, aws) {
      const found = await made(call, aws);
      if (found.length === 0) return undefined;
      return { kind: 'ok', value: { region: aws.region, created: found.map(kind.idOf) } };
    },
  });
}

type CreationPlan<Facts> = AwsPlan & { readonly facts: Facts };

function makingOf<Parameters extends z.ZodObject, Entry, Facts>(
  { kind, alsoMakes = [] }: ResourceCreation<Parameters, Entry, Facts>,
  input: Tagged,
  { signal, idempotencyKey }: ToolCall,
): Omit<Making<Facts>, 'facts' | 'DryRun'> {
  const token = callToken(idempotencyKey);
  const own = [...(input.tags ?? []), ...(input.name ? [{ key: 'Name', value: input.name }] : [])];
  const tags = new Map(own.map(({ key, value }) => [key, value]));
  tags.set('devops:managed', 'true').set(callTag, token);
  const Tags = [...tags].map(([Key, Value]) => ({ Key, Value }));
  // EC2's name of a kind in tags is that in its ARNs.
  const types = [kind.type as ResourceType, ...alsoMakes];
  return {
    signal,
    ClientToken: token,
    TagSpecifications: types.map(ResourceType => ({ ResourceType, Tags })),
  };
}

function grantsOf<Parameters extends z.ZodObject, Entry, Facts>(
  creation: ResourceCreation<Parameters, Entry, Facts>,
  input: z.output<Parameters>,
  arn: Arns,
  facts: Facts,
): readonly AwsPermission[] {
  const { kind, action, alsoMakes = [] } = creation;
  // What does not exist yet has no id to name.
  const made = [kind.type, ...alsoMakes].map(type => arn(type, '*'));
  return [
    { actions: [action], resources: [...made, ...(creation.otherArns?.(input, arn, facts) ?? [])] },
    {
      actions: ['ec2:CreateTags'],
      resources: made,
      condition: { StringEquals: { 'ec2:CreateAction': action.slice('ec2:'.length) } },
    },
    ...(creation.otherGrants?.(input, arn, facts) ?? []),
  ];
}
