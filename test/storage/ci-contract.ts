import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../src/contracts/diagnosis.ts';
import type { CiFailure, CiStore } from '../../src/contracts/store.ts';
import { silentLogger } from '../../src/logger.ts';
import { createCiStore } from '../../src/storage/ci.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Backend } from '../runs/engine/backend.ts';

const key = { repository: 'octo/shop', workflow: 'ci', pullRequest: 7 };

function failing(...tests: readonly string[]): Failure {
  return {
    category: 'test',
    tool: 'vitest',
    message: 'expected 1 to be 2',
    line: 3,
    job: 'test',
    step: 'Run npm test',
    alsoIn: [],
    exitCode: 1,
    place: null,
    frames: [],
    tests: tests.map(name => ({ name, place: null, message: 'no', logLine: 3 })),
    problems: [],
    more: 0,
    excerpt: [],
    why: 'A test failed.',
    next: 'Look.',
    fingerprint: '0123456789abcdef',
  };
}

/** What the memory of CI must hold on every database. */
export function describeCiContract(name: string, backend: Backend): void {
  describe(`CI on ${name}`, () => {
    let database: Database;
    let ci: CiStore;
    beforeEach(async () => {
      database = await openDatabase(await backend.emptyLocation(), silentLogger);
      ci = createCiStore(database);
    });
    afterEach(() => database.close());

    const failure = (runId: number, change: Partial<CiFailure> = {}): CiFailure => ({
      ...key,
      headSha: 'a'.repeat(40),
      runId,
      source: 'workflow',
      attempt: 1,
      rerun: false,
      advice: null,
      failures: [failing('adds', 'subtracts')],
      gaps: [],
      ...change,
    });

    it('keeps the newest failure of each workflow, whatever the order of the deliveries', async () => {
      await ci.failed(failure(12));
      await ci.failed(failure(11, { gaps: ['older'] }));
      await ci.failed(failure(20, { workflow: 'lint' }));
      await ci.failed(failure(13, { pullRequest: 8 }));
      expect((await ci.open(key)).map(({ workflow, runId, gaps }) => [workflow, runId, gaps])).toEqual([
        ['ci', 12, []],
        ['lint', 20, []],
      ]);
      expect(await ci.openOn({ ...key, headSha: 'a'.repeat(40) })).toMatchObject([
        { pullRequest: 7 },
        { pullRequest: 8 },
      ]);
    });

    it('gives back what a pass closes, once, and not for an older run', async () => {
      await ci.failed(failure(12));
      const passed = { ...key, headSha: 'b'.repeat(40) };
      expect(await ci.passed({ ...passed, runId: 11 })).toBeUndefined();
      expect(await ci.passed({ ...passed, runId: 13 })).toEqual(failure(12));
      expect(await ci.passed({ ...passed, runId: 14 })).toBeUndefined();
      expect(await ci.open(key)).toEqual([]);
    });

    it('calls a test flaky only when it failed and passed on one commit', async () => {
      const headSha = 'a'.repeat(40);
      for (let run = 0; run < 4; run++) await ci.ran(key);
      await ci.failed(failure(1));
      await ci.passed({ ...key, headSha, runId: 2 });
      await ci.failed(failure(3, { failures: [failing('adds')] }));
      await ci.passed({ ...key, headSha, runId: 3 });
      await ci.failed(failure(5, { failures: [failing('mends')] }));
      await ci.passed({ ...key, headSha: 'b'.repeat(40), runId: 6 });
      expect(await ci.flaky(key.repository, 10)).toMatchObject([
        { test: 'adds', workflow: 'ci', times: 2, runs: 4, headSha },
        { test: 'subtracts', workflow: 'ci', times: 1, runs: 4, headSha },
      ]);
      expect(await ci.flaky('octo/other', 10)).toEqual([]);
    });
  });
}
