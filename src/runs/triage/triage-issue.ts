import type { IssueClient, IssueDetails, IssueSnapshot } from '../../clients/github/issue-client.ts';
import type { AgentJournal } from '../../contracts/agent.ts';
import type { Config } from '../../contracts/config.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { LabelProposal, TriageMemory } from '../../contracts/triage.ts';
import { parseCodeOwners } from '../../parsers/code-owners.ts';
import { answerMarker } from '../../results/answer.ts';
import { renderTriageComment } from '../../results/triage-comment.ts';
import { applyRules } from '../../triage/apply-rules.ts';
import { decideTriage, type TriagePlan } from '../../triage/decide-triage.ts';
import { readIssueTemplates } from '../../triage/issue-template.ts';
import { mentionedPaths } from '../../triage/mentioned-paths.ts';
import { labelChoices, openKinds, proposeLabels } from '../../triage/propose-labels.ts';
import { recogniseSecurityReport } from '../../triage/security-report.ts';
import type { FindDuplicates } from './find-duplicates.ts';

/** Longest title and body that are looked at, characters. */
const maxText = 65_536;

/** What triage needs; the App's server and the Action each bring their own. */
export type TriageTools = {
  readonly client: IssueClient;
  readonly config: Config;
  /** `https://github.com` or the GitHub Enterprise Server's address. */
  readonly serverUrl: string;
  /** Takes credentials out of a text. */
  readonly redact: (text: string) => string;
  readonly memory: {
    readonly read: () => Promise<TriageMemory>;
    readonly write: (memory: TriageMemory) => Promise<void>;
  };
  /** What a model proposes for the kinds that are open; nothing where none is asked. */
  readonly propose: (question: {
    readonly issue: IssueDetails;
    readonly choices: ReturnType<typeof labelChoices>;
    readonly kinds: ReturnType<typeof openKinds>;
  }) => Promise<readonly LabelProposal[]>;
  readonly duplicates: FindDuplicates;
};

/** What became of an issue. */
export type Triaged = {
  readonly outcome: 'triaged' | 'nothing';
  readonly labels: readonly string[];
  readonly security: boolean;
};

/**
 * Looks at one issue and does what the configuration allows: labels, assignees, and one comment that is edited in
 * place. To be called for one issue at a time, with a snapshot just read. Credentials are taken out of title and text before anything else looks at them.
 */
export async function triageIssue(
  context: AgentJournal,
  target: { readonly repository: RepositoryRef; readonly snapshot: IssueSnapshot },
  tools: TriageTools,
): Promise<Triaged> {
  const { repository, snapshot } = target;
  const { issue } = snapshot;
  if (issue === undefined || !issue.open || issue.authorIsBot)
    return { outcome: 'nothing', labels: [], security: false };
  const plan = await context.step('plan', () => planTriage(issue, snapshot, tools));
  const { labels, assign } = plan;
  if (labels.length > 0 || assign.length > 0)
    // Before the effects: what was set once is known even if the process dies over it.
    await context.step('remember', async () => {
      await tools.memory.write(plan.memory);
      return true;
    });
  // GitHub keeps a label once however often it is added, so doing it again changes nothing.
  const again = { reconcile: async () => undefined };
  if (labels.length > 0)
    await context.effect('labels', {
      perform: async () => {
        await tools.client.addLabels(issue.number, labels);
        return true;
      },
      ...again,
    });
  if (assign.length > 0)
    await context.effect('assignees', {
      perform: async () => {
        await tools.client.addAssignees(issue.number, assign);
        return true;
      },
      ...again,
    });
  const text = renderTriageComment(plan.notes, {
    serverUrl: tools.serverUrl,
    owner: repository.owner,
    name: repository.name,
    contact: tools.config.triage.security.contact,
    policyUrl: snapshot.securityPolicyUrl,
  });
  const written = await context.effect('comment', {
    perform: () => writeComment(issue, text, tools),
    // The comment is looked for by its marker before it is written.
    ...again,
  });
  if (tools.config.triage.enabled)
    await context.step('remember-comment', async () => {
      await tools.memory.write(plan.memory);
      return true;
    });
  const isDone = labels.length + assign.length > 0 || written !== 'silent';
  return { outcome: isDone ? 'triaged' : 'nothing', labels, security: plan.notes.security };
}

async function planTriage(
  issue: IssueDetails,
  snapshot: IssueSnapshot,
  tools: TriageTools,
): Promise<TriagePlan> {
  const { config, redact } = tools;
  const raw = { title: issue.title.slice(0, maxText), body: issue.body.slice(0, maxText) };
  const clean = { ...issue, title: redact(raw.title), body: redact(raw.body) };
  const hasSecret = clean.title !== raw.title || clean.body !== raw.body;
  const security = recogniseSecurityReport(clean);
  const memory = await tools.memory.read();
  const base = {
    issue: clean,
    config: config.triage,
    memory,
    labels: snapshot.labels,
    security,
    hasSecret,
    templates: [],
    proposals: [],
    duplicates: [],
    paths: [],
    owners: [],
  };
  const isReport = security.kind === 'report' && config.triage.security.enabled;
  if (!config.triage.enabled || isReport) return decideTriage(base);
  const owners = parseCodeOwners(snapshot.codeOwners ?? '');
  const needsPaths = owners.length > 0 || config.triage.rules.some(({ paths }) => paths.length > 0);
  const mentioned = mentionedPaths(`${clean.title}\n${clean.body}`);
  const paths = needsPaths && mentioned.length > 0 ? await tools.client.existingPaths(mentioned) : [];
  return decideTriage({
    ...base,
    templates: readIssueTemplates(snapshot.templates),
    proposals: await proposalsFor(clean, snapshot, { tools, paths: paths.length > 0 ? paths : mentioned }),
    duplicates: config.triage.duplicates.enabled ? await tools.duplicates(clean, config) : [],
    paths,
    owners,
  });
}

/** The built-in rules first; a model only for the kinds they leave open. */
async function proposalsFor(
  issue: IssueDetails,
  { labels }: IssueSnapshot,
  { tools, paths }: { readonly tools: TriageTools; readonly paths: readonly string[] },
): Promise<readonly LabelProposal[]> {
  const { triage } = tools.config;
  const choices = labelChoices(labels, triage.labels);
  const ruled = applyRules(triage.rules, { ...issue, paths }).labels;
  const decided = [...issue.labels, ...ruled];
  const own = proposeLabels({ ...issue, labels: decided, paths }, choices).filter(
    ({ confidence }) => confidence >= triage.confidence,
  );
  const settled = own.map(({ kind }) => kind);
  const kinds = openKinds(decided, choices).filter(kind => !settled.includes(kind));
  if (!triage.model || kinds.length === 0) return own;
  return [...own, ...(await tools.propose({ issue, choices, kinds }))];
}

/** Writes, edits or takes back the issue's one comment. */
async function writeComment(
  issue: IssueDetails,
  text: string | undefined,
  { client }: TriageTools,
): Promise<'written' | 'withdrawn' | 'silent'> {
  const existing = issue.ownComments.find(({ body }) => body.startsWith(answerMarker('triage')));
  if (text === undefined) {
    if (existing === undefined) return 'silent';
    await client.deleteComment(existing.id);
    return 'withdrawn';
  }
  if (existing === undefined) await client.createComment(issue.number, text);
  else if (existing.body !== text) await client.updateComment(existing.id, text);
  else return 'silent';
  return 'written';
}
