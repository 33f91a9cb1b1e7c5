import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../src/detectors/index.ts';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { mergeDiagnoses } from '../../src/diagnosis/merge-diagnoses.ts';
import { createSecretRedactor } from '../../src/guardrails/redact-secrets.ts';

const plain = { mask: (text: string) => text };
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', `${name}.log`), 'utf8');

/** A job's log with one step per entry: the header, the output, and the exit code where it failed. */
function job(
  ...steps: readonly { readonly run: string; readonly output: string; readonly exit?: number }[]
): string {
  return steps
    .flatMap(({ run, output, exit }) => [
      `##[group]Run ${run}`,
      run,
      '##[endgroup]',
      ...output.split('\n'),
      ...(exit === undefined ? [] : [`##[error]Process completed with exit code ${exit}.`]),
    ])
    .map(line => `2026-11-20T09:14:02.1234567Z ${line}\n`)
    .join('');
}

describe('analysing a log', () => {
  it('finds the same wherever the stream is cut', async () => {
    const bytes = Buffer.from(fixture('vitest-many'));
    const whole = await analyseLog([bytes], plain);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 20 }),
        async cuts => {
          const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
          const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
          expect(await analyseLog(chunks, plain)).toEqual(whole);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never throws and never hangs, whatever the text', async () => {
    const words = [
      '##[error]',
      '##[group]Run ',
      'error: ',
      'FAIL ',
      '  ● a',
      '---- x stdout ----',
      'E   x',
      'npm error code E404',
      '\u001b[31m',
      '\r',
      '  1) a',
      ':',
      '│ Error: ',
      '"',
      '(',
      ' at a.js:1:2',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 40 }), fc.constant('\n')), {
          maxLength: 200,
        }),
        async parts => {
          const diagnosis = await analyseLog([parts.join('')], plain);
          for (const { line } of diagnosis.failures) expect(line).toBeLessThanOrEqual(diagnosis.lines);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes the first failing step first and leaves out those that passed', async () => {
    const log = job(
      { run: 'npm ci', output: 'npm warn deprecated x\nerror in a dependency’s postinstall, ignored' },
      { run: 'npx tsc', output: "src/a.ts(1,2): error TS2304: Cannot find name 'c'.", exit: 2 },
      { run: 'npm run report', output: 'Error: no results', exit: 1 },
    );
    const { failures } = await analyseLog([log], plain);
    expect(failures.map(({ step, category, exitCode }) => ({ step, category, exitCode }))).toEqual([
      { step: 'Run npx tsc', category: 'type', exitCode: 2 },
      { step: 'Run npm run report', category: 'unknown', exitCode: 1 },
    ]);
  });

  it('reads what `gh run view --log` prints, with its jobs and steps', async () => {
    const log = fixture('pytest-assert')
      .split('\n')
      .map(line => `test (3.12)\tRun pytest\t${line}`)
      .join('\n');
    const { failures } = await analyseLog([log], plain);
    expect(failures[0]).toMatchObject({
      job: 'test (3.12)',
      step: 'Run pytest',
      category: 'test',
      tool: 'pytest',
    });
  });

  it('does not read the script that a step shows before it runs', async () => {
    const log = job({ run: "echo 'FATAL ERROR: heap out of memory'", output: 'all is well' });
    expect(await analyseLog([log], plain)).toMatchObject({ outcome: 'passed', failures: [] });
  });

  it.each([
    ['', 'The log is empty.'],
    [
      'all is well\n',
      'Nothing in the log says that something failed, and it is not a log of GitHub’s runner.',
    ],
  ])('calls %j incomplete rather than passed', async (text, gap) => {
    expect(await analyseLog([text], plain)).toMatchObject({ outcome: 'incomplete', gaps: [gap] });
  });

  it('tells the error of the step in which a log was cut, and that it was', async () => {
    const cut = fixture('jest-assert').replace(/\n[^\n]*##\[error\][^]*$/, '\n');
    const { outcome, failures, gaps } = await analyseLog([cut], plain);
    expect(outcome).toBe('findings');
    expect(failures[0]).toMatchObject({ category: 'test', tool: 'jest' });
    expect(gaps).toEqual(['The log ends before it says how its job did.']);
    const raw = cut.replaceAll(/##\[(?:end)?group\].*/g, '');
    expect((await analyseLog([raw], plain)).failures[0]).toMatchObject({ tool: 'jest', category: 'test' });
  });

  it('takes a whole log without a mark for a pass, unless the job is known to have failed', async () => {
    const unmarked = fixture('tsc-assign').replaceAll(/^.*##\[error\].*\n/gm, '');
    expect(await analyseLog([unmarked], plain)).toMatchObject({ outcome: 'passed', failures: [] });
    const known = await analyseLog([unmarked], { ...plain, failed: true });
    expect(known.failures).toMatchObject([{ category: 'type', tool: 'tsc' }]);
    expect(known.gaps).toHaveLength(1);
  });

  it('keeps nothing of a secret that stands in the log', async () => {
    const token = `${['gh', 'p_'].join('')}a8Kd2Lq9Zx4Vn7Bt5Rw1Yc6Mh3Pf0Sg2Jk8T`;
    const log = job({
      run: 'node deploy.js',
      output: `Error: the request failed with token ${token}\n    at deploy (deploy.js:4:9)`,
      exit: 1,
    });
    const redact = createSecretRedactor(detectors);
    const diagnosis = await analyseLog([log], { mask: text => redact('log.txt', text) });
    expect(diagnosis.failures[0]?.message).toContain('the request failed');
    expect(JSON.stringify(diagnosis)).not.toContain(token.slice(8, 20));
  });

  it('cuts a line without end and goes on', async () => {
    const log = `${'x'.repeat(3_000_000)}\n${job({ run: 'a', output: 'Error: later', exit: 1 })}`;
    expect((await analyseLog([log], plain)).failures[0]).toMatchObject({ message: 'later' });
  });

  it('knows a failure again in another run, whose numbers and times differ', async () => {
    const [first, second] = await Promise.all(
      ['took 31 ms', 'took 87 ms'].map(text =>
        analyseLog(
          [job({ run: 'go test', output: `--- FAIL: TestA (0.0s)\n    a_test.go:7: ${text}`, exit: 1 })],
          plain,
        ),
      ),
    );
    expect(first?.failures[0]?.fingerprint).toBe(second?.failures[0]?.fingerprint);
  });
});

describe('several jobs', () => {
  it('tell the same failure once, with every job it is in', async () => {
    const log = job({
      run: 'npx tsc',
      output: "src/a.ts(1,2): error TS2304: Cannot find name 'c'.",
      exit: 2,
    });
    const other = job({ run: 'npm test', output: 'Killed', exit: 137 });
    const merged = mergeDiagnoses([
      await analyseLog([log], { ...plain, job: 'node 22' }),
      await analyseLog([log], { ...plain, job: 'node 24' }),
      await analyseLog([other], { ...plain, job: 'node 24' }),
    ]);
    expect(merged.failures.map(({ category, job: name, alsoIn }) => ({ category, name, alsoIn }))).toEqual([
      { category: 'type', name: 'node 22', alsoIn: ['node 24'] },
      { category: 'out-of-memory', name: 'node 24', alsoIn: [] },
    ]);
  });
});
