import type { WorkflowJob, WorkflowStep } from '../../../clients/github/runner-client.ts';
import type { RunnerError } from '../../../contracts/deploy-runner.ts';

/** What is kept of the lines before an error, and of all of it, characters. */
const linesBefore = 12;
const maxCharacters = 2_000;

/** GitHub puts a timestamp before every line of a log. */
const timestamp = /^(?:\uFEFF)?(?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) ?/;
// Terminal colours, and the log's own group markers, say nothing in a comment.
// oxlint-disable-next-line no-control-regex -- the escape character is what colours begin with.
const colour = /\u001B\[[0-9;]*[A-Za-z]/g;

/**
 * The first error of a failed job: the first `##[error]` line that was written while its failed step ran, with the
 * lines before it. Without a log only where it happened.
 */
export function firstErrorOf(
  job: WorkflowJob,
  log: string | undefined,
  redact: (text: string) => string,
): RunnerError {
  const step = job.steps.find(({ conclusion }) => conclusion === 'failure');
  const where = step === undefined ? `job "${job.name}"` : `job "${job.name}", step "${step.name}"`;
  if (log === undefined) return { where, text: '' };
  const lines = log.split(/\r?\n/).map(line => ({
    at: timestamp.exec(line)?.groups?.['at'],
    text: line.replace(timestamp, '').replace(colour, ''),
  }));
  const errors = lines.flatMap(({ text }, index) => (text.startsWith('##[error]') ? [index] : []));
  const inStep = errors.find(index => step !== undefined && isDuring(lines[index]?.at, step));
  const last = inStep ?? errors[0] ?? lines.findLastIndex(({ text }) => text.trim() !== '');
  const excerpt = lines
    .slice(Math.max(0, last - linesBefore), last + 1)
    .filter(({ at }) => step === undefined || inStep === undefined || isDuring(at, step))
    .map(({ text }) => text)
    .filter(text => !/^##\[(?:group|endgroup|debug|command)\]/.test(text))
    .map(text => text.replace(/^##\[error\]/, 'Error: '));
  // Masked before it is cut: half a secret is not recognised.
  return { where, text: lastCharacters(redact(excerpt.join('\n').trim())) };
}

/** Steps' times are whole seconds, so the last second of a step counts. */
function isDuring(at: string | undefined, { startedAt, completedAt }: WorkflowStep): boolean {
  if (at === undefined || startedAt === undefined) return false;
  const moment = Date.parse(at);
  return (
    moment >= Date.parse(startedAt) && (completedAt === undefined || moment < Date.parse(completedAt) + 1_000)
  );
}

function lastCharacters(text: string): string {
  return text.length <= maxCharacters ? text : `…${text.slice(1 - maxCharacters)}`;
}
