import type { z } from 'zod';
import {
  deploymentDiagnosis,
  deploymentRisk,
  diagnosisSchema,
  riskSchema,
} from '../../agents/deployment/advisers.ts';
import { findCommand } from '../../commands/index.ts';
import { parseCommands } from '../../commands/parse.ts';
import type { AgentDefinition, AgentMaterial, AgentRunResult } from '../../contracts/agent.ts';
import { errorFields } from '../../logger.ts';
import { impactOf } from '../../policies/index.ts';
import type { DeployAdvice } from '../../results/deploy-view.ts';
import { createRunBudget } from '../agents/run-budget.ts';
import { repositoryKey } from '../run-parts.ts';
import { diagnosisStep, riskStep } from './advice.ts';
import { type DeploySaga, isHalted } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { type Statement, writeComment } from './publish-deployment.ts';
import { previousGood } from './roll-back.ts';

/** Longest wait for a model, seconds: a deployment does not wait for an opinion. */
const maxSeconds = 25;
/** Lines of commits and paths that a model is shown. */
const maxLines = 120;

/** Has a model say what the deployment changes, and shows it; without a model nothing happens. */
export async function adviseRisk(saga: DeploySaga, plan: DeployPlan, statement: Statement): Promise<void> {
  if (!plan.hasModel) return;
  const { context } = saga;
  const advice = await context.step(riskStep, () => orNothing(saga, () => riskOf(saga, plan)));
  if (advice !== null) await writeComment(saga, 'comment-risk', statement);
}

/** Has a model say why the deployment failed, and shows it below what is known anyway. */
export async function adviseDiagnosis(saga: DeploySaga, statement: Statement): Promise<void> {
  const { plan } = saga.progress;
  if (plan === undefined || !plan.hasModel || statement.state !== 'failure') return;
  const advice = await saga.context.step(diagnosisStep, () =>
    orNothing(saga, () => diagnosisOf(saga, plan, statement)),
  );
  if (advice !== null) await writeComment(saga, 'comment-diagnosis', statement);
}

/** An explanation that cannot be had holds nothing up. @throws what ends the execution. */
async function orNothing<T>({ context, parts }: DeploySaga, perform: () => Promise<T>): Promise<T | null> {
  try {
    return await perform();
  } catch (error) {
    if (isHalted(context)) throw error;
    parts.logger.warn('No advice on a deployment', { runId: context.request.id, ...errorFields(error) });
    return null;
  }
}

async function riskOf(saga: DeploySaga, plan: DeployPlan): Promise<DeployAdvice | null> {
  const previous = await previousGood(saga, plan);
  if (previous === undefined) return null;
  const { commits, paths, totalCommits } = await saga.clients.deployments.compare(
    previous.sha,
    plan.intent.sha,
  );
  if (totalCommits === 0) return null;
  const answer = await ask(saga, {
    definition: deploymentRisk,
    schema: riskSchema,
    step: 'risk',
    input: `The environment ${plan.environment.name} goes from ${previous.sha.slice(0, 7)} to ${plan.intent.sha.slice(0, 7)}: ${totalCommits} commits.`,
    material: [
      { label: 'commit titles', text: some(commits.map(({ title }) => title)) },
      {
        label: 'changed paths',
        text: some(paths.map(path => [impactOf(path), path].filter(Boolean).join(': '))),
      },
    ],
  });
  if (answer === undefined) return null;
  return { title: `Risk: ${answer.level}`, text: answer.summary, items: answer.watch.slice(0, 3) };
}

async function diagnosisOf(
  saga: DeploySaga,
  plan: DeployPlan,
  { message, firstError }: Statement,
): Promise<DeployAdvice | null> {
  const answer = await ask(saga, {
    definition: deploymentDiagnosis,
    schema: diagnosisSchema,
    step: 'diagnosis',
    input: `The deployment of ${plan.intent.sha.slice(0, 7)} to ${plan.environment.name} failed.`,
    material: [
      { label: 'what is known', text: message },
      {
        label: 'first error',
        text: firstError === undefined ? '' : `${firstError.where}\n${firstError.text}`,
      },
    ],
  });
  if (answer === undefined) return null;
  const { cause, evidence, fix, command } = answer;
  const items = [evidence === '' ? '' : `Seen: ${evidence}`, fix].filter(item => item !== '');
  return { title: 'Diagnosis', text: cause, items, ...proposed(command) };
}

/** A proposed line is shown only when our own parser reads one command that exists from it, and nothing else. */
function proposed(line: string | null): Pick<DeployAdvice, 'command'> {
  if (line === null || !/^\/devops [^\n`]{1,200}$/.test(line)) return {};
  const [command, ...others] = parseCommands(line);
  if (command === undefined || others.length > 0) return {};
  return 'didYouMean' in findCommand(command.name) ? {} : { command: line };
}

type Question<Output> = {
  readonly definition: AgentDefinition;
  readonly schema: z.ZodType<Output>;
  /** Names it among the run's agents. */
  readonly step: string;
  readonly input: string;
  readonly material: readonly AgentMaterial[];
};

/** The answer in the agreed form; undefined when there is none, for whatever reason. */
async function ask<Output>(
  { ask: asked, context, parts, clients }: DeploySaga,
  { definition, schema, step, input, material }: Question<Output>,
): Promise<Output | undefined> {
  const { repository, installationId, issue, pullRequest, environment, actor } = asked;
  const { text } = await clients.repository.policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  const runId = context.request.id;
  const { budget } = config.model;
  const money = { runId, repository: repositoryKey(repository), issue: issue ?? 0, actor, budget };
  const { runAgent, close } = await parts.agents.compose({
    config,
    repository: { owner: repository.owner, name: repository.name },
    agents: [definition],
    documents: {},
    toolNames: [],
    budget: createRunBudget(money, { spending: parts.store.spending, now: parts.now }),
  });
  let result: AgentRunResult;
  try {
    result = await runAgent(
      {
        agent: definition.name,
        step,
        input,
        material,
        context: {
          runId,
          actor,
          entry: 'app',
          installationId,
          repository: { owner: repository.owner, name: repository.name },
          pullRequest: pullRequest ?? undefined,
          issue: issue ?? undefined,
          environment,
          region: undefined,
        },
        limits: { seconds: maxSeconds, turns: 1, costUsd: budget.perRunUsd },
        dryRun: true,
      },
      {
        signal: context.signal,
        journal: context,
        // Without tools there is nothing to approve.
        approvals: { take: async () => undefined, rejection: async () => undefined },
      },
    );
  } finally {
    await close();
  }
  if (result.outcome === 'completed') return schema.safeParse(result.output).data;
  parts.logger.info('No advice on a deployment', { runId, step, outcome: result.outcome });
  return undefined;
}

function some(lines: readonly string[]): string {
  const rest = lines.length - maxLines;
  return [...lines.slice(0, maxLines), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
