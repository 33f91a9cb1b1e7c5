import { randomUUID } from 'node:crypto';
import { createMemoryJournal } from '../src/agents/runtime/memory-journal.ts';
import { connectEmbeddings } from '../src/clients/embeddings.ts';
import type { IssueClient, IssueSnapshot } from '../src/clients/github/issue-client.ts';
import { resolveModel } from '../src/config/resolve-model.ts';
import type { Config } from '../src/contracts/config.ts';
import type { IssueStore } from '../src/contracts/store.ts';
import { noMemory, type TriageMemory } from '../src/contracts/triage.ts';
import { detectors } from '../src/detectors/index.ts';
import { createSecretRedactor } from '../src/guardrails/redact-secrets.ts';
import { answerMarker } from '../src/results/answer.ts';
import { createFindDuplicates } from '../src/runs/triage/find-duplicates.ts';
import { proposeWithModel } from '../src/runs/triage/propose-with-model.ts';
import { type TriageTools, triageIssue } from '../src/runs/triage/triage-issue.ts';
import { modelVariables } from './model-variables.ts';
import { type AgentJob, prepareAgentJob } from './run-agents.ts';
import type { IssueEvent } from './runner-environment.ts';

/** Triages the issue of the job's event, as the App does. Returns the exit code. */
export async function triageIssueOfJob(
  job: AgentJob & { readonly issues: IssueClient; readonly issue: IssueEvent },
): Promise<number> {
  const { runner, environment, issue, issues } = job;
  if (!issue.isForUs) {
    runner.info('Nothing to do: the issue was opened or edited by a bot, or neither title nor text changed.');
    return finish(job, { labels: [], security: false, outcome: 'nothing' });
  }
  const snapshot = await issues.issueSnapshot(issue.number);
  const { owner, repo: name } = environment;
  const { config, warnings } = await job.loadPolicy({ installationId: 0, owner, text: snapshot.policyText });
  for (const warning of warnings) runner.annotate('warning', warning);
  const triaged = await triageIssue(
    createMemoryJournal(randomUUID()),
    { repository: { owner, name, defaultBranch: '' }, snapshot },
    toolsOf(job, { config, snapshot }),
  );
  return finish(job, triaged);
}

function finish({ runner }: AgentJob, result: Awaited<ReturnType<typeof triageIssue>>): number {
  const { labels, security } = result;
  const said = labels.length === 0 ? 'No label was set.' : `Labels set: ${labels.join(', ')}.`;
  runner.summarise(security ? 'The issue reads like the report of a vulnerability.' : said);
  runner.setOutput('outcome', 'completed');
  runner.setOutput('result', JSON.stringify({ labels, security }));
  return 0;
}

type Read = { readonly config: Config; readonly snapshot: IssueSnapshot };

function toolsOf(
  job: AgentJob & { readonly issues: IssueClient; readonly issue: IssueEvent },
  { config, snapshot }: Read,
): TriageTools {
  const redactor = createSecretRedactor(detectors);
  const redact = (text: string): string => redactor('issue.txt', text);
  const { environment, issues, signal, logger } = job;
  const repository = `${environment.owner}/${environment.repo}`.toLowerCase();
  return {
    client: issues,
    config,
    serverUrl: environment.serverUrl,
    redact,
    memory: { read: async () => memoryOf(job.issue, snapshot), write: async () => undefined },
    propose: question => proposals(job, question),
    duplicates: async (issue, policy) => {
      const embed = await embedderOf(job, policy);
      const parts = { repository, client: issues, store: noStore, redact, embed, signal, logger };
      return await createFindDuplicates(parts)(issue, policy);
    },
  };
}

/**
 * A job remembers nothing of earlier ones. So an edit sets no label that may have been taken off, assigns nobody, and
 * asks for nothing unless our comment, which may be asking, is there.
 */
function memoryOf({ action }: IssueEvent, { labels, issue }: IssueSnapshot): TriageMemory {
  if (action === 'opened') return noMemory;
  const isThere = (issue?.ownComments ?? []).some(({ body }) => body.startsWith(answerMarker('triage')));
  return { ...noMemory, labelled: labels.map(({ name }) => name), answered: !isThere };
}

const noStore: Pick<IssueStore, 'words' | 'newestChange' | 'putWords'> = {
  words: async () => [],
  newestChange: async () => undefined,
  putWords: async () => undefined,
};

async function embedderOf({ inputs }: AgentJob, config: Config) {
  const model = config.triage.embeddings?.model;
  if (model === undefined) return undefined;
  const environment = { variables: modelVariables(inputs), storedKeys: {}, shared: false };
  const found = resolveModel(model, config, environment);
  return found.kind === 'model' ? await connectEmbeddings(found.target) : undefined;
}

async function proposals(
  job: AgentJob,
  question: Parameters<TriageTools['propose']>[0],
): ReturnType<TriageTools['propose']> {
  if (job.inputs.model === undefined && job.inputs['model-api-key'] === undefined) return [];
  const { runAgent, options, context, maxUsd } = await prepareAgentJob(job);
  return await proposeWithModel(question, {
    runAgent,
    options,
    context: { ...context, issue: question.issue.number },
    costUsd: maxUsd,
  });
}
