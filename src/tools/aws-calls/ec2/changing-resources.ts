import type { z } from 'zod';
import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type { ToolAnswer, ToolCall, ToolRefusal, ToolUndo } from '../../../contracts/tool.ts';
import { type AwsChangingTool, type AwsClients, type AwsPlan, changingTool } from '../define-aws-tool.ts';
import { askDryRun } from './dry-run.ts';
import { ec2Arns, findExisting, findPresent, type TaggedResource, targetsOf } from './find-resources.ts';
import type { Ec2, ResourceKind } from './resource-kind.ts';

/** What a change is about: the resources as they are, and what else was looked at. */
export type Looked<Entry, Facts> = {
  readonly entries: readonly Entry[];
  readonly facts: Facts;
  readonly region: string;
};

/** A sentence for a person, with the refusal's code; a sentence alone is `not-possible`. */
export type Obstacle = { readonly code: string; readonly message: string };

/** An action of the `ec2` prefix. */
export type Ec2Action = `ec2:${string}`;

/** A change of resources that exist: what differs from tool to tool. Methods, so that the types are inferred. */
export type ResourceChange<Parameters extends z.ZodObject, Entry, Facts> = {
  readonly name: string;
  readonly description: string;
  readonly risk: 'write' | 'destructive';
  readonly undo: ToolUndo;
  readonly parameters: Parameters;
  readonly example: z.input<Parameters>;
  readonly kind: ResourceKind<Entry>;
  /** The one action of the change. */
  readonly action: Ec2Action;
  /** What `look` reads beside the kind. */
  readonly reads?: readonly Ec2Action[];
  readonly dryRun?: 'everywhere' | 'aws';
  /** Whether the same call again changes nothing more. Default: true. */
  readonly idempotent?: boolean;
  ids(this: void, input: z.output<Parameters>): readonly string[];
  /** Facts beside the resources that the change depends on; part of the before-state. */
  look?(
    this: void,
    input: z.output<Parameters>,
    aws: AwsClients,
    signal: AbortSignal,
    entries: readonly Entry[],
  ): Promise<Facts>;
  /** Why it cannot or must not be done; undefined: it can. */
  obstacle?(
    this: void,
    input: z.output<Parameters>,
    looked: Looked<Entry, Facts>,
  ): Obstacle | string | undefined;
  /** One or two sentences: what would change, where. */
  summary(this: void, input: z.output<Parameters>, looked: Looked<Entry, Facts>): string;
  /** Resources of the action beside those that are changed. */
  otherArns?(
    this: void,
    input: z.output<Parameters>,
    arn: (type: string, id: string) => string,
    entries: readonly Entry[],
  ): readonly string[];
  /** Other resources of the action that are changed by the way, as `look` found them: the guards see them too. */
  alsoChanged?(this: void, facts: Facts): TaggedResource | readonly TaggedResource[];
  /** The call itself; with `DryRun` EC2 only says whether it would. */
  send(
    this: void,
    ec2: Ec2,
    input: z.output<Parameters>,
    options: { readonly DryRun: boolean; readonly signal: AbortSignal; readonly facts: Facts },
  ): Promise<unknown>;
  /** Whether the resources are as the change leaves them: asked after a crash in the middle of it. */
  isDone?(
    this: void,
    input: z.output<Parameters>,
    entries: readonly Entry[],
    aws: AwsClients,
    signal: AbortSignal,
  ): boolean | Promise<boolean>;
};

/** Most resources that are counted for the share that a change concerns: more make every share small. */
const mostCounted = 1_000;

/** Makes the tool. */
export function changingResources<Parameters extends z.ZodObject, Entry, Facts = undefined>(
  change: ResourceChange<Parameters, Entry, Facts>,
): AwsChangingTool<Parameters> {
  type Input = z.output<Parameters>;
  const { name, description, risk, undo, parameters, example, kind, action, reads = [], isDone } = change;
  const present = (input: Input, { signal }: ToolCall, aws: AwsClients) =>
    findPresent(kind, aws, { ids: change.ids(input), signal });
  return changingTool<Parameters>({
    name,
    description,
    risk,
    undo,
    parameters,
    example,
    permissions: { iam: [...new Set<string>([kind.action, ...reads, action])] },
    idempotent: change.idempotent ?? true,
    plan: (input, call, aws) => planChange(change, input, call, aws),
    async act(input, { signal }, aws, planned): Promise<ToolAnswer> {
      // It is what `plan` above answered.
      const { facts } = planned as ChangePlan<Facts>;
      await change.send(await aws.ec2(), input, { DryRun: false, signal, facts });
      return { kind: 'ok', value: { region: aws.region, changed: change.ids(input) } };
    },
    verify: async (input, call, aws) => (await present(input, call, aws)).map(kind.shown),
    // What nothing shows afterwards cannot be looked for: then it is in doubt, not repeated.
    ...(isDone && {
      async reconcile(input: Input, call: ToolCall, aws: AwsClients): Promise<ToolAnswer | undefined> {
        const now = await present(input, call, aws);
        if (!(await isDone(input, now, aws, call.signal))) return undefined;
        return { kind: 'ok', value: { region: aws.region, changed: change.ids(input) } };
      },
    }),
  });
}

type ChangePlan<Facts> = AwsPlan & { readonly facts: Facts };

async function planChange<Parameters extends z.ZodObject, Entry, Facts>(
  change: ResourceChange<Parameters, Entry, Facts>,
  input: z.output<Parameters>,
  { signal }: ToolCall,
  aws: AwsClients,
): Promise<ChangePlan<Facts> | ToolRefusal> {
  const { name, kind, action } = change;
  const ids = [...new Set(change.ids(input))];
  const found = await findExisting(kind, aws, { tool: name, ids, signal });
  if (found.kind !== 'found') return found;
  const { entries } = found;
  // Without `look`, `Facts` is undefined.
  const facts = (await change.look?.(input, aws, signal, entries)) as Facts;
  const looked = { entries, facts, region: aws.region };
  const obstacle = change.obstacle?.(input, looked);
  if (obstacle !== undefined) {
    const { code, message } =
      typeof obstacle === 'string' ? { code: 'not-possible', message: obstacle } : obstacle;
    return { kind: 'refused', code, message: `${name}: ${message}` };
  }
  const ec2 = await aws.ec2();
  const options = { DryRun: true, signal, facts };
  const checkedBy = await askDryRun(() => change.send(ec2, input, options), ec2, change.dryRun);
  const arn = await ec2Arns(aws);
  const also = [change.alsoChanged?.(facts) ?? []].flat();
  const targets = [
    ...targetsOf(kind, entries, arn),
    ...also.map(({ type, id, tags }) => ({ arn: arn(type, id), tags })),
  ];
  const resources = [
    ...targets.map(target => target.arn),
    ...(change.otherArns?.(input, arn, entries) ?? []),
  ];
  const grants: readonly AwsPermission[] = [{ actions: [action], resources }];
  const before = { [kind.plural]: entries.map(kind.shown), ...(facts !== undefined && { facts }) };
  return {
    kind: 'plan',
    summary: change.summary(input, looked),
    checkedBy,
    before,
    facts,
    grants,
    targets,
    ...(ids.length > 1 && { population: await count(kind, aws, signal) }),
  };
}

async function count<Entry>(
  kind: ResourceKind<Entry>,
  aws: AwsClients,
  signal: AbortSignal,
): Promise<number> {
  let counted = 0;
  for await (const page of kind.pages(await aws.ec2(), {}, signal)) {
    counted += page.length;
    if (counted >= mostCounted) break;
  }
  return counted;
}
