import { atLeast, type Severity } from '../src/contracts/severity.ts';
import { publicMessageOf } from '../src/errors.ts';
import { createSecretGuard } from '../src/results/secret-guard.ts';
import { type AwsJob, type AwsLook, type FailOn, type ReportEnding, reportEndings } from './aws-look.ts';
import type { OutputName } from './inputs.ts';
import { uploadSarif } from './upload-sarif.ts';
import { writeWorkspaceFile } from './workspace-file.ts';

/** How a report is written; undefined for an ending that none has. */
export function endingOf(path: string): ReportEnding | undefined {
  return reportEndings.find(ending => path.toLowerCase().endsWith(ending));
}

/** Tells a look at an account: files, code scanning, job summary, outputs. Returns the exit code. */
export async function reportAws(
  job: AwsJob,
  title: string,
  told: { readonly look: AwsLook; readonly failOn: FailOn },
): Promise<number> {
  const { look } = told;
  const { runner } = job;
  const files = writeFiles(job, look);
  const uploaded = await upload(job, look);
  const notes = [...look.notes, ...uploaded.notes];
  const problems = [...files.problems, ...uploaded.problems, ...summarise(job, look, notes)];
  for (const note of notes) runner.annotate('notice', note, { title });
  setOutputs(job, look, files.sarif);
  return conclude(job, title, { ...told, problems });
}

/** A file that cannot be written takes nothing away from the others. */
function writeFiles(
  { inputs, environment: { workspace } }: AwsJob,
  { sarif, reports }: AwsLook,
): { readonly sarif: string; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const write = (input: 'report-file' | 'sarif-file', path: string, text: string): string => {
    try {
      return writeWorkspaceFile({ workspace, path, input }, text);
    } catch (error) {
      problems.push(publicMessageOf(error));
      return '';
    }
  };
  for (const path of inputs['report-file']) {
    const ending = endingOf(path);
    const render = ending && reports[ending];
    if (render !== undefined) write('report-file', path, render());
  }
  return { sarif: sarif === undefined ? '' : write('sarif-file', inputs['sarif-file'], sarif), problems };
}

async function upload(job: AwsJob, { sarif }: AwsLook): ReturnType<typeof uploadSarif> {
  if (sarif === undefined) return { notes: [], problems: [] };
  const { sha: commitSha, ref } = job.environment;
  return await uploadSarif(job, { sarif, commitSha, ref });
}

/** Returns what kept the summary from being written. */
function summarise(
  { runner, secrets }: AwsJob,
  { markdown }: AwsLook,
  notes: readonly string[],
): readonly string[] {
  const summary = `${markdown}${notes.map(note => `\n> ${note}\n`).join('')}`;
  const decision = createSecretGuard(secrets)(summary);
  if (decision.kind === 'blocked')
    return [`The job summary was not written because it holds a secret (${decision.names.join(', ')}).`];
  runner.summarise(summary);
  return [];
}

function setOutputs({ runner }: AwsJob, look: AwsLook, sarifFile: string): void {
  const ofSeverity = (severity: Severity): number => look.findings.filter(other => other === severity).length;
  const values: Readonly<Partial<Record<OutputName, string | number>>> = {
    outcome: look.outcome,
    findings: look.findings.length,
    critical: ofSeverity('critical'),
    high: ofSeverity('high'),
    'not-analysed': look.unknown,
    'sarif-file': sarifFile,
    result: JSON.stringify(look.counts),
  };
  for (const [name, value] of Object.entries(values)) runner.setOutput(name as OutputName, value);
}

/** Says how it went in the last line of the log; 1 fails the job. */
function conclude(
  { inputs, runner }: AwsJob,
  title: string,
  {
    look,
    failOn,
    problems,
  }: { readonly look: AwsLook; readonly failOn: FailOn; readonly problems: readonly string[] },
): number {
  const headline = `${title}: ${look.headline}`;
  runner.info(headline);
  const isBlocked = failOn !== 'never' && look.findings.some(severity => atLeast(severity, failOn));
  const isGap = look.unknown > 0 && inputs['fail-on-incomplete'];
  if (isBlocked || isGap) {
    const next = isBlocked ? '' : ' Set `fail-on-incomplete: false` to let it pass.';
    runner.annotate('error', `${headline}. The job summary has the details.${next}`, { title });
  }
  for (const problem of problems) runner.annotate('error', problem, { title });
  return isBlocked || isGap || problems.length > 0 ? 1 : 0;
}
