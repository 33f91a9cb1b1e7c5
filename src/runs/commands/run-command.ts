import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { CommandDefinition } from '../../commands/command-definition.ts';
import {
  commandDefinitions,
  deploy,
  dismiss,
  findCommand,
  help,
  review,
  status,
} from '../../commands/index.ts';
import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import { actorPermission } from '../../policies/index.ts';
import { renderAnswer, renderCommandAnswer } from '../../results/answer.ts';
import { renderStatus } from '../../results/status.ts';
import type { DeployAsk } from '../deploy/deploy-ask.ts';
import { runDeployment } from '../deploy/run-deployment.ts';
import { reviewPullRequest } from '../review/review-pull-request.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { answer } from './answer.ts';
import { dismissFinding } from './dismiss-finding.ts';

type CommandRun = Extract<Task, { kind: 'command' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/**
 * Carries out one command. The actor's role is asked for before anything else is done; somebody without it
 * gets one quiet reaction, so that strangers cannot make the App write.
 */
export async function runCommand(
  context: RunContext,
  run: CommandRun,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const definition = findCommand(run.command.name);
  const client = await clientOf(definition, run, parts);
  const needed = 'didYouMean' in definition ? 'write' : definition.permission;
  const role = await context.step('role', () => client.roleOf(context.request.actor.login));
  if (actorPermission({ role, needed }).kind !== 'allow') {
    await react(context, run, client, '-1');
    await audit(context, run, parts, 'command.refused');
    return undefined;
  }
  await react(context, run, client, 'eyes');
  await audit(context, run, parts, 'command.accepted');
  const reply = async (text: string): Promise<undefined> => {
    await answer(context, {
      client,
      issue: run.issue,
      topic: 'command',
      body: renderCommandAnswer(run.command.raw, text),
    });
    return undefined;
  };
  if ('didYouMean' in definition) return await reply(unknownCommand(definition.didYouMean));
  if (definition.pullRequestOnly && !run.onPullRequest)
    return await reply('This command works on pull requests only.');
  return await carryOut(context, { run, definition, parts, client, reply });
}

/** One token for all that a command does: those about deployments get theirs from the start. */
async function clientOf(
  definition: ReturnType<typeof findCommand>,
  { installationId, repository }: CommandRun,
  parts: RunParts,
): Promise<RepositoryClient> {
  if ('didYouMean' in definition || definition.name !== deploy.name)
    return await parts.clientFor(installationId, repository);
  return (await parts.deploy.clientsFor(installationId, repository)).repository;
}

type CarryingOut = {
  readonly run: CommandRun;
  readonly definition: CommandDefinition;
  readonly parts: RunParts;
  readonly client: RepositoryClient;
  readonly reply: (text: string) => Promise<undefined>;
};

async function carryOut(
  context: RunContext,
  { run, definition, parts, client, reply }: CarryingOut,
): Promise<RunWaiting | undefined> {
  const usage = (message: string): Promise<undefined> =>
    reply(`${message}\n\nUsage: \`${definition.usage}\``);
  const target = { repository: run.repository, installationId: run.installationId, pullRequest: run.issue };
  switch (definition.name) {
    case help.name: {
      const read = help.read(run.command);
      if (read.kind === 'usage') return await usage(read.message);
      await answer(context, {
        client,
        issue: run.issue,
        topic: 'help',
        body: renderAnswer('help', helpText(read.value.topic)),
      });
      return undefined;
    }
    case status.name: {
      const read = status.read(run.command);
      if (read.kind === 'usage') return await usage(read.message);
      const latest = await parts.store.reviews.latest({
        repository: repositoryKey(run.repository),
        pullRequest: run.issue,
      });
      await answer(context, {
        client,
        issue: run.issue,
        topic: 'status',
        body: renderAnswer('status', renderStatus(latest)),
      });
      return undefined;
    }
    case dismiss.name: {
      const read = dismiss.read(run.command);
      if (read.kind === 'usage') return await usage(read.message);
      const decision = await dismissFinding(context, { ...target, ...read.value }, parts);
      return decision.kind === 'deny' ? await reply(`${decision.message} ${decision.next}`) : undefined;
    }
    case review.name: {
      const read = review.read(run.command);
      if (read.kind === 'usage') return await usage(read.message);
      const outcome = await reviewPullRequest(
        context,
        { ...target, headSha: undefined, requestedBy: 'maintainer' },
        parts,
      );
      return outcome.kind === 'skipped' ? await reply(`${outcome.message} ${outcome.next}`) : undefined;
    }
    case deploy.name: {
      const read = deploy.read(run.command);
      if (read.kind === 'usage') return await usage(read.message);
      const { ref, ...asked } = read.value;
      const { repository, installationId, issue } = run;
      const ask: DeployAsk = {
        ...asked,
        repository,
        installationId,
        cause: 'deploy',
        pullRequest: issue,
        issue,
        namedSha: ref,
        actor: context.request.actor.login,
        trigger: 'person',
        askedAt: run.commentedAt ?? context.request.receivedAt,
      };
      return await runDeployment(context, ask, parts);
    }
    default:
      return undefined;
  }
}

function unknownCommand(didYouMean: string | undefined): string {
  const hint = didYouMean === undefined ? '' : ` Did you mean \`/devops ${didYouMean}\`?`;
  return `There is no such command.${hint} \`/devops help\` lists them.`;
}

function helpText(topic: string | undefined): string {
  const one = commandDefinitions.find(definition => definition.name === topic);
  if (one !== undefined) return `\`${one.usage}\`\n\n${one.summary} Needs the ${one.permission} role.`;
  const rows = commandDefinitions.map(
    ({ usage, summary, permission }) => `| \`${usage}\` | ${summary} | ${permission} |`,
  );
  return `| Command | What it does | Role |\n| --- | --- | --- |\n${rows.join('\n')}\n\nA command stands at the start of a line of its own.`;
}

async function react(
  context: RunContext,
  run: CommandRun,
  client: RepositoryClient,
  reaction: 'eyes' | '-1',
): Promise<void> {
  // GitHub keeps one reaction of a kind per account, so doing it again changes nothing.
  await context.effect(`reaction-${reaction}`, {
    perform: async () => {
      await client.react(run.commentId, reaction);
      return true;
    },
    reconcile: async () => undefined,
  });
}

async function audit(context: RunContext, run: CommandRun, parts: RunParts, action: string): Promise<void> {
  await context.step(action, async () => {
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: context.request.id,
      repository: repositoryKey(run.repository),
      actor: context.request.actor.login,
      action,
      details: { issue: run.issue, command: run.command.name.slice(0, 40) },
    });
    return true;
  });
}
