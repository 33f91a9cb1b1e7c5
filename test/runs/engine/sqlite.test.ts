import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentLogger } from '../../../src/logger.ts';
import { createRunEngine } from '../../../src/runs/engine/run-engine.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { createRunStore } from '../../../src/storage/run-store.ts';
import { runRequest } from './run-requests.ts';

it('carries out an enqueued run once', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'engine-'));
  const database = await openDatabase({ dataDir }, silentLogger);
  const engine = createRunEngine({ runs: createRunStore(database), logger: silentLogger });
  const seen: string[] = [];
  await engine.start(async context => {
    seen.push(context.request.id);
  });
  expect(await engine.enqueue([runRequest('a'), runRequest('a')])).toEqual(['enqueued', 'duplicate']);
  await expect.poll(() => engine.status()).toEqual({ queued: 0, running: 0, failed: 0 });
  await expect.poll(() => seen).toEqual(['a']);
  await engine.stop({ timeoutMs: 1_000 });
  await database.close();
  await rm(dataDir, { recursive: true });
});
