import type { AwsReach, AwsRequestId, AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { Tool, ToolAnswer, ToolCall, ToolRefusal } from '../../contracts/tool.ts';
import { AppError } from '../../errors.ts';
import { refusalOf } from './aws-failure.ts';
import type { AwsChangingTool, AwsClients, AwsPlan, AwsTool } from './define-aws-tool.ts';
import { guardPlan } from './guard-plan.ts';

/** The AWS tools, ready to be called: reads and plans as the reader, approved acts as the actor. */
export function bindAwsTools(definitions: readonly AwsTool[], access: AwsToolAccess): readonly Tool[] {
  return definitions.map(definition =>
    'act' in definition ? bindChangingTool(definition, access) : bindReadTool(definition, access),
  );
}

type Input = Readonly<Record<string, unknown>>;

function bindReadTool(definition: Exclude<AwsTool, AwsChangingTool>, access: AwsToolAccess): Tool {
  const { handle, plan: _plan, reconcile: _reconcile, ...specification } = definition;
  return {
    ...specification,
    handle: (input, call) =>
      reach(definition.name, access, asReader(input, call), aws => handle(input, call, aws)),
  };
}

function bindChangingTool(definition: AwsChangingTool, access: AwsToolAccess): Tool {
  const { plan, act, verify, reconcile, ...specification } = definition;
  const { name } = definition;
  const planned = async (input: Input, call: ToolCall): Promise<AwsPlan | ToolRefusal> => {
    const made = await reach(name, access, asReader(input, call), aws => plan(input, call, aws));
    return made.kind === 'plan' ? (guardPlan(definition, made, access.limits) ?? made) : made;
  };
  const handle = async (input: Input, call: ToolCall): Promise<ToolAnswer> => {
    // The session's policy comes from what is there now; for approved calls it equals the approved plan.
    const made = await planned(input, call);
    if (made.kind !== 'plan') return made;
    const { approvedBy } = call;
    if (approvedBy === undefined) {
      throw new AppError({ code: 'not-approved', publicMessage: `${name} was called without an approval.` });
    }
    const asActor: AwsReach = {
      as: 'actor',
      region: regionOf(input, call),
      runId: call.context.runId,
      actor: approvedBy,
      permissions: made.grants,
    };
    const answered = await reach(name, access, asActor, async (aws, requests) => ({
      answer: await act(input, call, aws, made),
      requests,
    }));
    if ('kind' in answered) return answered;
    const { answer, requests } = answered;
    if (answer.kind !== 'ok') return answer;
    const after =
      verify === undefined
        ? undefined
        : await reach(name, access, asReader(input, call), aws => verify(input, call, aws));
    return { ...answer, evidence: { requests, before: made.before, after } };
  };
  return {
    ...specification,
    plan: planned,
    handle,
    ...(reconcile !== undefined && {
      reconcile: (input, call) =>
        reach(name, access, asReader(input, call), aws => reconcile(input, call, aws)),
    }),
  };
}

function asReader(input: Input, call: ToolCall): AwsReach {
  const { runId, actor } = call.context;
  return { as: 'reader', region: regionOf(input, call), runId, actor };
}

function regionOf(input: Input, call: ToolCall): string | undefined {
  const given = input['region'];
  return typeof given === 'string' ? given : call.context.region;
}

async function reach<Answer>(
  tool: string,
  access: AwsToolAccess,
  request: AwsReach,
  perform: (aws: AwsClients, requests: readonly AwsRequestId[]) => Promise<Answer>,
): Promise<Answer | ToolRefusal> {
  const reached = access.reach(request);
  if (reached.kind === 'unreachable') {
    return { kind: 'refused', code: reached.code, message: `${tool}: ${reached.message}` };
  }
  const { services, region, now, requests } = reached;
  let account: Promise<string> | undefined;
  const accountId = (): Promise<string> => {
    account ??= services.sts().then(async ({ sdk, client }) => {
      const identity = await client.send(new sdk.GetCallerIdentityCommand({}));
      return identity.Account ?? '';
    });
    return account;
  };
  try {
    return await perform({ ...services, region, now, accountId }, requests);
  } catch (error) {
    const failure = reached.failureOf(error);
    if (failure === undefined) throw error;
    return refusalOf(tool, failure);
  }
}
