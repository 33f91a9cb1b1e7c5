import { explainFailure, explanationSchema } from '../../agents/pipeline/explain-failure.ts';
import type { ChangedFile, RepositoryClient } from '../../clients/github/repository-client.ts';
import type { AgentMaterial, AgentRunOptions, RunAgent } from '../../contracts/agent.ts';
import type { DevOpsContext } from '../../contracts/context.ts';
import type { Failure } from '../../contracts/diagnosis.ts';
import { addedLines } from '../review/changed-lines.ts';
import { changedFileOf } from './blame.ts';
import { type CiFix, isQuoted, type ShownSource, verifyFix } from './verify-explanation.ts';

/** Longest wait for a model, seconds. */
const maxSeconds = 45;
/** What of a file and of its change is shown. */
const linesAround = 40;
const maxPatch = 6_000;
const maxBytes = 512_000;

/** What a model says about a failure, checked. */
export type ModelExplanation = {
  /** Null when there is none that could be checked; `note` says why. */
  readonly explanation: string | null;
  readonly evidence: string;
  readonly note: string | null;
  readonly fix: CiFix | null;
};

/** How the agent is asked within a run. */
export type AskExplanation = {
  readonly runAgent: RunAgent;
  readonly options: AgentRunOptions;
  readonly context: DevOpsContext;
  /** US dollars. */
  readonly costUsd: number;
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string;
};

/**
 * Has the model explain one failure from a bounded, redacted excerpt of log, source and change. What it says stands only
 * with a quote of the log that is there, its fix only on lines as they are; no answer takes anything away.
 */
export async function explainWithModel(
  question: {
    readonly failure: Failure;
    readonly client: Pick<RepositoryClient, 'readBlobs'>;
    readonly changed: readonly ChangedFile[];
  },
  { runAgent, options, context, costUsd, redact }: AskExplanation,
): Promise<ModelExplanation> {
  const { failure } = question;
  const source = await sourceOf(question);
  const result = await runAgent(
    {
      agent: explainFailure.name,
      step: 'explanation',
      input: `CI failed: ${failure.category}. ${failure.why}`,
      material: [...logMaterial(failure), ...sourceMaterial(source, failure, redact)],
      context,
      limits: { seconds: maxSeconds, turns: 1, costUsd },
      dryRun: true,
    },
    options,
  );
  if (result.outcome !== 'completed') {
    const reason = 'reason' in result ? result.reason : result.outcome;
    return nothing(`The model gave no explanation: ${redact(reason).slice(0, 300)}.`);
  }
  const answer = explanationSchema.safeParse(result.output).data;
  if (answer === undefined) return nothing('The model’s answer did not have the agreed form.');
  if (!isQuoted(answer.evidence, failure))
    return nothing('The model’s explanation is left out: what it quotes is not in the log.');
  const verified = answer.fix === null ? undefined : verifyFix(answer.fix, source, redact);
  return {
    explanation: redact(answer.explanation).slice(0, 800),
    evidence: redact(answer.evidence).slice(0, 300),
    note:
      verified?.kind === 'none'
        ? `A fix that the model drafted is left out: it was about ${verified.reason}.`
        : null,
    fix: verified?.kind === 'fix' ? verified.fix : null,
  };
}

function nothing(note: string): ModelExplanation {
  return { explanation: null, evidence: '', note, fix: null };
}

/** The first file of the change that a place of the failure names, as it stands at the head. */
async function sourceOf({
  failure,
  client,
  changed,
}: Parameters<typeof explainWithModel>[0]): Promise<(ShownSource & { readonly patch: string }) | undefined> {
  const files = new Map(changed.map(file => [file.path, file]));
  const file = placesOf(failure)
    .map(({ path }) => changedFileOf(files, path))
    .find(candidate => candidate !== undefined && candidate.status !== 'removed');
  if (file?.patch === undefined) return undefined;
  const blob = (await client.readBlobs([file.blobSha], maxBytes)).get(file.blobSha);
  if (blob?.kind !== 'text') return undefined;
  return { path: file.path, text: blob.text, added: addedLines(file.patch).ranges, patch: file.patch };
}

function placesOf(failure: Failure): readonly { readonly path: string; readonly line: number | null }[] {
  const { place, tests, problems } = failure;
  const all = [place, ...problems.map(problem => problem.place), ...tests.map(test => test.place)];
  return all.filter(candidate => candidate !== null);
}

function logMaterial({ message, excerpt, tests, problems }: Failure): readonly AgentMaterial[] {
  const lines = [message, ...excerpt.map(({ text }) => text)];
  const listed = [
    ...tests.slice(0, 5).map(({ name, message: said }) => `${name}: ${said}`),
    ...problems.slice(0, 5).map(({ place, message: said }) => `${place.path}:${place.line ?? ''} ${said}`),
  ];
  return [
    { label: 'log', text: lines.join('\n') },
    ...(listed.length === 0 ? [] : [{ label: 'failed tests and problems', text: listed.join('\n') }]),
  ];
}

function sourceMaterial(
  source: (ShownSource & { readonly patch: string }) | undefined,
  failure: Failure,
  redact: (text: string) => string,
): readonly AgentMaterial[] {
  if (source === undefined) return [];
  const at = placesOf(failure).find(({ path, line }) => source.path.endsWith(path) && line !== null)?.line;
  const middle = at ?? source.added[0]?.start ?? 1;
  const first = Math.max(1, middle - linesAround);
  const shown = redact(source.text)
    .split(/\r?\n/)
    .slice(first - 1, middle + linesAround)
    .map((line, index) => `${first + index}: ${line.slice(0, 300)}`);
  return [
    { label: `source ${source.path}`, text: shown.join('\n') },
    { label: `change of ${source.path}`, text: redact(source.patch).slice(0, maxPatch) },
  ];
}
