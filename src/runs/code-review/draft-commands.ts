import { type DraftMaterial, draftChangelog, draftDescription } from '../../agents/drafts/draft.ts';
import {
  changelogLines,
  changelogPaths,
  changelogStyle,
  renderChangelogEntry,
} from '../../code-review/drafts/changelog-entry.ts';
import { describeChange, withDescription } from '../../code-review/drafts/describe-change.ts';
import { changelog, describe } from '../../commands/index.ts';
import type { TypedModel } from '../../contracts/ask-typed.ts';
import type { Usage } from '../../contracts/result.ts';
import { modelUse } from '../../policies/index.ts';
import { renderCommandAnswer } from '../../results/answer.ts';
import { untrustedMarkdown } from '../../results/untrusted-markdown.ts';
import { codeBlock, codeSpan, inlineText } from '../../results/untrusted-text.ts';
import { answer } from '../commands/answer.ts';
import type { CommandCall } from '../commands/command-run.ts';
import { repositoryKey } from '../run-parts.ts';
import type { CodeParts } from './code-parts.ts';

type Clients = Awaited<ReturnType<CodeParts['clientsFor']>>;

/** `/devops describe`: a draft to copy; with `--apply` the description goes between our markers in the body. */
export async function describePullRequest(call: CommandCall): Promise<undefined> {
  const { context, run, parts, reply } = call;
  const read = describe.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${describe.usage}\``);
  const clients = await parts.code.clientsFor(run.installationId, run.repository);
  const said = await context.step('draft-description', async () => {
    const known = await materialOf(call, clients);
    const asked = known.asking && (await draftDescription(known.material, known.asking));
    await known.settle(asked?.usage);
    const isDrafted = asked?.kind === 'drafted';
    const draft = isDrafted ? asked.draft : describeChange(known.material);
    return { ...draft, body: known.body, note: noteOf(isDrafted, asked) };
  });
  const description = untrustedMarkdown(said.description);
  const applied = read.value.apply ? withDescription(said.body, description) : undefined;
  if (applied !== undefined && applied !== said.body)
    await context.effect('apply-description', {
      perform: async () => {
        await clients.code.updatePullRequest(run.issue, { body: applied });
        return true;
      },
      // The same text once more changes nothing.
      reconcile: async () => undefined,
    });
  const outcome = !read.value.apply
    ? 'Copy what you like; `/devops describe --apply` writes the description into the pull request.'
    : applied === undefined
      ? 'Nothing was written: the description’s markers are in the body more than once or not as a pair.'
      : 'The description stands between its markers in the pull request; the rest was left as it is.';
  const text = [
    `**Title:** ${codeSpan(said.title, 200)}`,
    codeBlock(said.description, 'markdown', 20_000),
    `${outcome}\n\n<sub>${said.note}</sub>`,
  ].join('\n\n');
  const body = renderCommandAnswer(run.command.raw, text, 'describe');
  await answer(context, { client: clients.repository, issue: run.issue, topic: 'describe', body });
  return undefined;
}

/** `/devops changelog`: an entry in the style of the repository's changelog, to copy. */
export async function writeChangelog(call: CommandCall): Promise<undefined> {
  const { context, run, parts, reply } = call;
  const read = changelog.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${changelog.usage}\``);
  const clients = await parts.code.clientsFor(run.installationId, run.repository);
  const said = await context.step('draft-changelog', async () => {
    const known = await materialOf(call, clients);
    const style = await styleOf(clients, known.headSha);
    const asked = known.asking && (await draftChangelog(known.material, known.asking));
    await known.settle(asked?.usage);
    const isDrafted = asked?.kind === 'drafted' && asked.draft.lines.length > 0;
    const lines = isDrafted
      ? asked.draft.lines
      : changelogLines(known.material.title, known.material.commits);
    return {
      entry: renderChangelogEntry(lines, style, run.issue),
      path: style.path ?? null,
      note: noteOf(isDrafted, asked),
    };
  });
  const where =
    said.path === null
      ? 'There is no changelog yet; this is as Keep a Changelog has it.'
      : `In the style of ${codeSpan(said.path)}.`;
  const text = `${codeBlock(said.entry, 'markdown', 20_000)}\n\n${where}\n\n<sub>${said.note}</sub>`;
  const body = renderCommandAnswer(run.command.raw, text, 'changelog');
  await answer(context, { client: clients.repository, issue: run.issue, topic: 'changelog', body });
  return undefined;
}

type Known = {
  readonly material: DraftMaterial;
  readonly headSha: string;
  readonly body: string;
  /** Undefined: no model may be asked. */
  readonly asking: Parameters<typeof draftDescription>[1] | undefined;
  readonly settle: (usage: Usage | undefined) => Promise<void>;
};

/** Everything a draft is made of: three requests, and the money for a question where there is a model. */
async function materialOf({ context, run, parts }: CommandCall, clients: Clients): Promise<Known> {
  const { repository, installationId, issue: pullRequest } = run;
  const snapshot = await clients.repository.snapshot(pullRequest);
  const files = await clients.repository.listChangedFiles(pullRequest);
  const commits = await clients.code.commitMessages(pullRequest);
  const { config } = await parts.loadPolicy({
    installationId,
    owner: repository.owner,
    text: snapshot.policyText,
  });
  const { model } = parts.code;
  const allowed = modelUse(
    { configured: model !== undefined, fork: snapshot.fork, requested: true },
    config.review.forks,
  );
  const { budget } = config.model;
  const entry = {
    repository: repositoryKey(repository),
    pullRequest,
    runId: context.request.id,
    day: context.request.receivedAt.slice(0, 10),
  };
  const isPaid =
    allowed.kind === 'allow' &&
    (await parts.store.spending.reserve({
      ...entry,
      costUsd: budget.perRunUsd,
      caps: { perPullRequestUsd: budget.perPullRequestUsd, perDayUsd: budget.perDayUsd },
    }));
  return {
    material: {
      title: snapshot.title,
      commits,
      files: files.map(({ path, additions, deletions, status }) => ({ path, additions, deletions, status })),
      patches: files.flatMap(({ path, patch }) => (patch === undefined ? [] : [{ path, patch }])),
    },
    headSha: snapshot.headSha,
    body: snapshot.body,
    asking: isPaid ? askingOf(model, config.model, context.signal) : undefined,
    async settle(usage) {
      if (isPaid)
        await parts.store.spending.settle({ ...entry, costUsd: usage?.costUsd ?? budget.perRunUsd });
    },
  };
}

function askingOf(
  model: TypedModel | undefined,
  settings: Parameters<typeof draftDescription>[1]['settings'],
  signal: AbortSignal,
): Known['asking'] {
  return model && { model, settings, budgetUsd: settings.budget.perRunUsd, signal };
}

async function styleOf(clients: Clients, headSha: string): Promise<ReturnType<typeof changelogStyle>> {
  const expressions = changelogPaths.map(path => `${headSha}:${path}`);
  const contents = await clients.repository.readBlobs(expressions, 500_000);
  for (const path of changelogPaths) {
    const content = contents.get(`${headSha}:${path}`);
    if (content?.kind === 'text') return changelogStyle(path, content.text.slice(0, 40_000));
  }
  return changelogStyle(undefined, '');
}

function noteOf(
  isDrafted: boolean,
  asked: { readonly kind: string; readonly reason?: string; readonly usage: Usage } | undefined,
): string {
  if (asked === undefined) return 'From commits and files; no model was asked.';
  const { model, inputTokens, outputTokens, costUsd } = asked.usage;
  const cost = costUsd === null ? 'price not configured' : `$${costUsd.toFixed(4)}`;
  const used = `${inlineText(model ?? '', 80)}: ${inputTokens + outputTokens} tokens, ${cost}`;
  if (isDrafted) return `Drafted by ${used}. Read it before you use it.`;
  return `From commits and files: the model gave no usable answer (${inlineText(asked.reason ?? 'nothing to say', 200)}; ${used}).`;
}
