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
  const { plan, act, verify: _verify, reconcile, ...specification } = definition;
  const { name } = definition;
  const planned = async (input: Input, call: ToolCall): Promise<AwsPlan | ToolRefusal> => {
    const made = await reach(name, access, asReader(input, call), aws => plan(input, call, aws));
    if (made.kind !== 'plan') return made;
    const guarded = guardPlan(definition, made, access.limits);
    if (guarded !== undefined || access.fitsSession(made.grants)) return guarded ?? made;
    const message = `${name}: it concerns more than AWS lets a session policy name. Name fewer resources at once. Nothing was done.`;
    return { kind: 'refused', code: 'too-many', message };
  };
  const handle = async (input: Input, call: ToolCall): Promise<ToolAnswer> => {
    // The session's policy comes from what is there now; for approved calls it equals the approved plan.
    const made = await planned(input, call).catch(nothingDone);
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
      once: !definition.idempotent,
    };
    const answered: AwsRequestId[] = [];
    try {
      const answer = await reach(name, access, asActor, async (aws, requests) => {
        try {
          return await act(input, call, aws, made);
        } finally {
          answered.push(...requests);
        }
      });
      if (answer.kind !== 'ok') return halfDone(answer, answered, made);
      return await seenAfter(definition, access, { input, call, answer, requests: answered, plan: made });
    } catch (error) {
      throw halfFailed(error, answered);
    }
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

/** A plan that cannot be made anew leaves nothing in doubt: no change was asked for yet. */
function nothingDone(error: unknown): ToolRefusal {
  if (!(error instanceof AppError)) throw error;
  return { kind: 'refused', code: error.code, message: `${error.publicMessage} Nothing was done.` };
}

/** Requests that changed something; some acts read by the way. */
function changesOf(requests: readonly AwsRequestId[]): readonly AwsRequestId[] {
  return requests.filter(({ action }) => !/:(?:Get|List|Describe|Head)/.test(action));
}

/** What AWS had carried out before it refused: it is told, and stands in the audit. */
function halfDone(refusal: ToolRefusal, requests: readonly AwsRequestId[], { before }: AwsPlan): ToolRefusal {
  if (changesOf(requests).length === 0) return refusal;
  const message = `${refusal.message} ${doneSentence(requests)}`;
  return { ...refusal, message, evidence: { requests, before, after: undefined } };
}

function halfFailed(error: unknown, requests: readonly AwsRequestId[]): unknown {
  if (!(error instanceof AppError) || changesOf(requests).length === 0) return error;
  const { code, retryable, publicMessage } = error;
  return new AppError({
    code,
    retryable,
    publicMessage: `${publicMessage} ${doneSentence(requests)}`,
    cause: error,
  });
}

function doneSentence(requests: readonly AwsRequestId[]): string {
  const actions = new Set(changesOf(requests).map(({ action }) => `\`${action}\``));
  return `Before that AWS had carried out ${[...actions].join(', ')}: look at what is there now.`;
}

type Acted = {
  readonly input: Input;
  readonly call: ToolCall;
  readonly answer: ToolAnswer & { readonly kind: 'ok' };
  readonly requests: readonly AwsRequestId[];
  readonly plan: AwsPlan;
};

/** Looks at what is there after an act. That this look fails does not undo the act: then it is said. */
async function seenAfter(
  { name, verify, reconcile }: AwsChangingTool,
  access: AwsToolAccess,
  { input, call, answer, requests, plan: { before } }: Acted,
): Promise<ToolAnswer> {
  const looked = await reach(name, access, asReader(input, call), async aws => {
    const after = await verify?.(input, call, aws);
    const found = await reconcile?.(input, call, aws);
    return { kind: 'looked' as const, after, verified: reconcile && found?.kind === 'ok' };
  }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return { kind: 'unknown' as const, message: error.publicMessage };
  });
  if (looked.kind === 'looked') {
    const { after, verified } = looked;
    const evidence = { requests, before, after, ...(verified !== undefined && { verified }) };
    const note = 'AWS took the change and does not show it yet: look again.';
    return { ...answer, ...(verified === false && { value: withNote(answer.value, note) }), evidence };
  }
  const note = `AWS took the change; what is there now could not be read. ${looked.message}`;
  const evidence = { requests, before, after: undefined };
  return { ...answer, value: withNote(answer.value, note), evidence };
}

function withNote(value: unknown, unverified: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, unverified }
    : { value, unverified };
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
    if (failure !== undefined) return refusalOf(tool, failure);
    // The role could not be assumed, or the tool itself says why: no call of a change is open then.
    if (!(error instanceof AppError) || !error.code.startsWith('aws-')) throw error;
    if (error.retryable && request.as === 'reader') throw error;
    return { kind: 'refused', code: error.code, message: `${tool}: ${error.publicMessage}` };
  }
}
