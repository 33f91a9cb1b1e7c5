import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosisSchema, type Failure } from '../../src/contracts/diagnosis.ts';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { readLogLine } from '../../src/diagnosis/log-line.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const folder = join(import.meta.dirname, 'fixtures');

/** What a log's failure must be; `root` is the line of the log that says so. */
type Expectation = {
  readonly category: Failure['category'] | null;
  readonly tool?: string;
  readonly root?: string;
  readonly place?: string;
  readonly tests?: readonly string[];
  /** How many places are named, where it is more than one. */
  readonly problems?: number;
};

const expectations: Readonly<Record<string, Expectation>> = expected as never;

describe('the log of a failed job', () => {
  it('is expected for every fixture, of which there are at least 120', () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.log'));
    expect(names.map(name => name.replace(/\.log$/, '')).toSorted()).toEqual(
      Object.keys(expectations).toSorted(),
    );
    expect(names.length).toBeGreaterThanOrEqual(120);
  });

  it.each(Object.entries(expectations))('%s', async (name, expectation) => {
    expect(await found(name)).toEqual(expectation);
  });
});

async function found(name: string): Promise<Expectation> {
  const file = join(folder, `${name}.log`);
  const diagnosis = diagnosisSchema.parse(await analyseLog(createReadStream(file), { mask: text => text }));
  expect(diagnosis.failures.length).toBe(diagnosis.outcome === 'passed' ? 0 : 1);
  const [failure] = diagnosis.failures;
  if (failure === undefined) return { category: null };
  const { place, tool, line } = failure;
  // Each is one failing step, whose excerpt holds its first error.
  expect(failure.step).toMatch(/^Run /);
  expect(failure.excerpt.map(entry => entry.line)).toContain(line);
  return {
    category: failure.category,
    ...(tool === null ? {} : { tool }),
    root: readLogLine(readFileSync(file, 'utf8').split('\n')[line - 1] ?? '', line).text.trim(),
    ...(place === null ? {} : { place: `${place.path}${place.line === null ? '' : `:${place.line}`}` }),
    ...(failure.tests.length === 0 ? {} : { tests: failure.tests.map(test => test.name) }),
    ...(failure.problems.length < 2 ? {} : { problems: failure.problems.length }),
  };
}
