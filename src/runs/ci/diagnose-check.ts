import { createHash } from 'node:crypto';
import type { ExternalCheck } from '../../clients/github/ci-client.ts';
import type { Diagnosis, Problem } from '../../contracts/diagnosis.ts';
import { advice } from '../../diagnosis/advice.ts';
import { analyseLog } from '../../diagnosis/analyse-log.ts';

const maxMessage = 500;
const maxProblems = 50;

/**
 * Why a check of another system failed, from what it says about itself: its output is read as a log would be, its
 * annotations are problems at their places. Without a known tool's words, its title is the message.
 */
export async function diagnoseCheck(
  check: ExternalCheck,
  redact: (text: string) => string,
): Promise<Diagnosis> {
  const clean = (text: string): string => redact(text).slice(0, maxMessage);
  const job = clean(check.name);
  const said = [check.title, check.summary, check.text].filter(text => text !== undefined).join('\n');
  const diagnosis = await analyseLog([said], { mask: redact, job });
  const problems = check.annotations.slice(0, maxProblems).map(
    ({ path, line, message, title }): Problem => ({
      place: { path: clean(path), line, column: null },
      message: clean((message.split('\n')[0] ?? '').trim() || (title ?? '')),
      code: title === undefined ? null : clean(title),
      logLine: 1,
    }),
  );
  const [known, ...others] = diagnosis.failures;
  if (known !== undefined) {
    const place = known.place ?? problems[0]?.place ?? null;
    return {
      ...diagnosis,
      failures: [
        { ...known, place, problems: known.problems.length > 0 ? known.problems : problems },
        ...others,
      ],
    };
  }
  const message = problems[0]?.message ?? clean(check.title ?? '');
  if (message === '')
    return { ...diagnosis, outcome: 'incomplete', gaps: [`${job} does not say why it failed.`] };
  const place = problems[0]?.place ?? null;
  return {
    ...diagnosis,
    outcome: 'findings',
    gaps: [],
    failures: [
      {
        category: 'unknown',
        tool: null,
        message,
        line: 1,
        job,
        step: null,
        alsoIn: [],
        exitCode: null,
        place,
        frames: [],
        tests: [],
        problems,
        more: Math.max(0, check.annotations.length - maxProblems),
        excerpt: [],
        ...advice.unknown,
        next: 'Look at what the check itself says.',
        fingerprint: fingerprintOf([job, message, place?.path ?? null]),
      },
    ],
  };
}

/** Numbers differ from run to run; the rest is the failure. */
function fingerprintOf(parts: readonly (string | null)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts).replaceAll(/\d+/g, '#'))
    .digest('hex')
    .slice(0, 16);
}
