import type { RunWaiting } from '../../contracts/engine.ts';
import type { DeploymentDecision } from '../../contracts/gate.ts';
import type { LockAnswer } from '../../contracts/lock.ts';
import { decideDeployment, needsOnlyLock } from '../../policies/index.ts';
import { inlineText } from '../../results/untrusted-text.ts';
import { repositoryKey } from '../run-parts.ts';
import { type Asked, approvalOf, useApproval } from './ask-for-approval.ts';
import { collectFacts } from './collect-facts.ts';
import { assertNotCancelled, attempt, type DeploySaga, remember, takeLock } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { type Statement, writeCheck, writeComment } from './publish-deployment.ts';
import { withUpdatedBranch } from './update-branch.ts';
import type { Ending } from './wind-up.ts';

/** Every gate passed and the lock is held; or it waits; or it ended. */
type Passed = { readonly kind: 'passed' } | RunWaiting | { readonly kind: 'ended'; readonly ending: Ending };

/** How often what passes by itself is looked at when nothing says that it did, milliseconds. */
const lookAgainMs = 60_000;

/** What one look came to, as the journal keeps it. */
type Look = {
  readonly decision: DeploymentDecision;
  readonly approval: Asked | null;
  /** Another run that does exactly the same is under way. */
  readonly twin: string | null;
};

/** The place in line; or the run that does exactly the same. */
type Line = LockAnswer | { readonly kind: 'joined'; readonly runId: string };

/**
 * Decides and takes the lock. A deployment that had to wait for anything is decided again from new facts: nothing
 * that was looked at before a wait counts after it.
 */
export async function passGates(saga: DeploySaga, plan: DeployPlan): Promise<Passed> {
  const { context, progress } = saga;
  let shown = '';
  for (let number = 1; ; number++) {
    let isNew = false;
    const look = await context.step(`gates-${number}`, async () => {
      assertNotCancelled(context);
      isNew = true;
      return await decide(saga, plan);
    });
    progress.gates = look.decision.gates;
    progress.isDecidedNow = isNew;
    const ended = endedBy(look);
    if (ended !== undefined) return { kind: 'ended', ending: await withUpdatedBranch(saga, plan, ended) };
    const line = needsOnlyLock(look.decision)
      ? await context.step(`lock-${number}`, () => getInLine(saga, plan))
      : undefined;
    if (line?.kind === 'joined') return { kind: 'ended', ending: joined(line.runId) };
    if (line?.kind === 'refused') return { kind: 'ended', ending: lockRefused };
    if (line?.kind === 'held') return await begin(saga, plan);
    const statement = statementOf(saga, look, line);
    if (statement.message !== shown) await show(saga, number, statement);
    shown = statement.message;
    if (isNew) return { kind: 'waiting', delayMs: delayOf(saga, look) };
  }
}

async function decide(saga: DeploySaga, plan: DeployPlan): Promise<Look> {
  const decision = decideDeployment(await collectFacts(saga, plan), plan);
  return {
    decision,
    approval: await approvalOf(saga, plan, decision),
    twin: decision.kind === 'refuse' ? ((await twinOf(saga, plan)) ?? null) : null,
  };
}

/** The run that holds the environment's lock, when it deploys exactly the same. */
async function twinOf({ ask, context, parts }: DeploySaga, plan: DeployPlan): Promise<string | undefined> {
  const repository = repositoryKey(ask.repository);
  const lock = await parts.store.locks.read({ repository, environment: plan.environment.name });
  if (lock === null || lock.runId === null || lock.runId === context.request.id) return undefined;
  const holder = await parts.store.deployments.find({ repository, runId: lock.runId });
  return holder?.digest === plan.digest ? holder.runId : undefined;
}

async function getInLine(saga: DeploySaga, plan: DeployPlan): Promise<Line> {
  const answer = await takeLock(saga, plan);
  const twin = answer.kind === 'held' ? undefined : await twinOf(saga, plan);
  return twin === undefined ? answer : { kind: 'joined', runId: twin };
}

/** The last thing before anything is done: the approval, if there was one, is used up by this run. */
async function begin(saga: DeploySaga, plan: DeployPlan): Promise<Passed> {
  const isApproved = await saga.context.step('approval', () => useApproval(saga, plan));
  return isApproved ? { kind: 'passed' } : { kind: 'ended', ending: approvalLost };
}

function endedBy({ decision, approval, twin }: Look): Ending | undefined {
  if (twin !== null) return joined(twin);
  if (approval?.state === 'rejected') return rejected(approval);
  if (approval?.state === 'expired') return expired;
  if (decision.kind !== 'refuse' && decision.kind !== 'unread') return undefined;
  const first = decision.gates.find(({ verdict }) => verdict === decision.kind);
  return {
    state: 'refused',
    code: first !== undefined && 'code' in first ? first.code : 'gates',
    message: first?.message ?? 'A gate could not be decided.',
    ...(first !== undefined && 'next' in first ? { next: first.next } : {}),
    ...(first?.gate === 'actor' ? { quiet: true } : {}),
  };
}

function rejected({ rejectedBy, reason }: Asked): Ending {
  const why = reason === '' ? '' : ` ${inlineText(reason, 300)}`;
  return {
    state: 'refused',
    code: 'rejected',
    message: `It was rejected by \`${rejectedBy ?? 'somebody'}\`.${why}`,
  };
}

const expired: Ending = {
  state: 'refused',
  code: 'approval-expired',
  message: 'Nobody approved it in time.',
  next: '`/devops retry` asks again.',
};

const approvalLost: Ending = { ...expired, message: 'Its approval expired before it could begin.' };

const lockRefused: Ending = {
  state: 'refused',
  code: 'locked',
  message: 'The environment was locked in the meantime.',
  next: '`/devops locks` shows by whom.',
};

function joined(runId: string): Ending {
  return {
    state: 'superseded',
    code: 'joined',
    message: `Run \`${runId}\` deploys exactly this already.`,
  };
}

function statementOf(saga: DeploySaga, { decision }: Look, line: Line | undefined): Statement {
  const commands = [`/devops cancel ${saga.context.request.id}`];
  if (line?.kind === 'queued') {
    const { lock, position } = line;
    const holder = lock.pullRequest === null ? '' : ` for #${lock.pullRequest}`;
    return {
      state: 'waiting-for-lock',
      message: `Locked by \`${lock.by}\`${holder}; number ${position} in line. It begins by itself.`,
      commands,
    };
  }
  const waits = decision.gates.find(({ verdict }) => verdict === decision.kind);
  const message = waits?.message ?? 'It waits.';
  const next = waits !== undefined && 'next' in waits ? waits.next : undefined;
  if (decision.kind !== 'needs-approval') return { state: 'checking', message, next, commands };
  const { id } = saga.context.request;
  return {
    state: 'waiting-for-approval',
    message,
    next,
    commands: [`/devops approve ${id}`, `/devops reject ${id}`],
  };
}

/** Says what it waits for; the check run gets the buttons of an approval. */
async function show(saga: DeploySaga, number: number, statement: Statement): Promise<void> {
  const { context } = saga;
  await context.step(`record-waiting-${number}`, () => remember(saga, statement.state));
  if (statement.state === 'waiting-for-approval')
    await attempt(saga, 'check', () => writeCheck(saga, `check-waiting-${number}`, statement));
  await attempt(saga, 'comment', () => writeComment(saga, `comment-waiting-${number}`, statement));
}

/** Until something is known to have passed or expired, and not longer than a while. */
function delayOf({ parts }: DeploySaga, { decision, approval }: Look): number {
  const times = decision.gates.flatMap(gate =>
    gate.verdict === 'wait' && gate.until !== null ? [gate.until] : [],
  );
  if (approval !== null) times.push(approval.expiresAt);
  const now = parts.now().getTime();
  const longest = decision.kind === 'needs-approval' ? Number.POSITIVE_INFINITY : lookAgainMs;
  return Math.max(1_000, Math.min(longest, ...times.map(time => Date.parse(time) - now)));
}
