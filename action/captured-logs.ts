import { createReadStream, existsSync, realpathSync } from 'node:fs';
import type { Diagnosis } from '../src/contracts/diagnosis.ts';
import { analyseLog } from '../src/diagnosis/analyse-log.ts';
import { workspacePath } from './workspace-path.ts';

/**
 * Reads output that the job's own steps were captured to. A file that is not there is a gap.
 * @throws AppError `outside-workspace`, also for a link that leads out of it.
 */
export async function readCapturedLogs(options: {
  readonly workspace: string;
  readonly paths: readonly string[];
  readonly job: string;
  readonly step: string | undefined;
  readonly redact: (text: string) => string;
}): Promise<readonly Diagnosis[]> {
  const { workspace, paths, job, step, redact } = options;
  const diagnoses: Diagnosis[] = [];
  for (const path of paths) {
    const named = workspacePath(workspace, path, 'log');
    if (!existsSync(named)) {
      diagnoses.push(nothing([`The log ${path} is not there: nothing was captured to it.`]));
      continue;
    }
    const file = workspacePath(workspace, realpathSync(named), 'log');
    const diagnosis = await analyseLog(createReadStream(file), { mask: redact, job });
    const failures = diagnosis.failures.map(failure => ({ ...failure, step: failure.step ?? step ?? null }));
    diagnoses.push(
      failures.length > 0
        ? { ...diagnosis, failures }
        : nothing([`The log ${path} does not say why the job failed.`]),
    );
  }
  return diagnoses;
}

function nothing(gaps: readonly string[]): Diagnosis {
  return { outcome: 'incomplete', failures: [], gaps: [...gaps], lines: 0, bytes: 0 };
}
