import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trace } from '../../src/contracts/trace.ts';
import { silentLogger } from '../../src/logger.ts';
import { openKeys, storeKey } from '../../src/runtime/stored-keys.ts';
import { openDatabase, sqliteFileName } from '../../src/storage/open-database.ts';
import { createStore } from '../../src/storage/store.ts';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';
import { temporaryFolder } from './run-cli.ts';
import { devops } from './run-in-process.ts';

let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
});
afterAll(() => fake.close());

const secret = ['ghp', '1234567890abcdefghijABCDEFGHIJ123456'].join('_');

async function ranOnce(dataDir: string): Promise<void> {
  fake.answer = ({ toolResults }) =>
    toolResults.length === 0
      ? { calls: [{ name: 'host_metrics', arguments: {} }] }
      : JSON.stringify({ status: 'healthy', summary: 'Fine.', signals: [], next: [], gaps: [] });
  const environment = {
    DATA_DIR: dataDir,
    OPENAI_API_KEY: fake.apiKey,
    OPENAI_BASE_URL: fake.baseUrl,
    DEVOPS_MODEL: 'model-of-tests',
  };
  const { exitCode } = await devops(
    ['agents', 'run', 'monitoring', `Well? My token is ${secret}.`],
    environment,
  );
  expect(exitCode).toBe(0);
}

describe('devops traces', () => {
  it('lists a run and shows it as a tree with times, without secrets', async () => {
    const environment = { DATA_DIR: temporaryFolder() };
    await ranOnce(environment.DATA_DIR);
    const listed = await devops(['traces', 'list', '--json'], environment);
    const [summary] = JSON.parse(listed.stdout) as readonly Trace[];
    expect(summary).toMatchObject({ agent: 'monitoring', outcome: 'completed', entry: 'cli' });
    const shown = await devops(['traces', 'show', summary?.traceId.slice(0, 8) ?? ''], environment);
    expect(shown.stdout).toMatch(
      /├─ monitoring model openai\/model-of-tests ok \+\d+ ms, \d+ ms, 1000 tokens in/,
    );
    expect(shown.stdout).toMatch(/├─ monitoring tool host_metrics ok \+\d+ ms/);
    expect(shown.stdout).toMatch(/│ {2}└─ monitoring guardrail tool-output allow/);
    const asJson = await devops(['traces', 'show', summary?.runId ?? '', '--json'], environment);
    expect(JSON.parse(asJson.stdout)).toMatchObject([{ traceId: summary?.traceId }]);
    expect(asJson.stdout).not.toContain(secret);
    expect(asJson.stdout).not.toContain(fake.apiKey);
  });

  it('says that there is none of an unknown run, and where to set the place', async () => {
    const unknown = await devops(['traces', 'show', 'deadbeef'], { DATA_DIR: temporaryFolder() });
    expect(unknown).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('traces list') });
    const nowhere = await devops(['traces', 'list']);
    expect(nowhere).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('DATA_DIR') });
  });
});

describe('devops audit verify', () => {
  it('tells a whole log from one that was changed', async () => {
    const dataDir = temporaryFolder();
    const store = createStore(await openDatabase({ dataDir }, silentLogger));
    for (const action of ['agent.run', 'tool.approved', 'tool.done']) {
      await store.audit.append({
        at: '2026-11-21T05:00:00.000Z',
        runId: 'r1',
        repository: 'octo/shop',
        actor: 'ada',
        action,
        details: {},
      });
    }
    await store.close();
    expect(await devops(['audit', 'verify'], { DATA_DIR: dataDir })).toMatchObject({ exitCode: 0 });
    const database = new DatabaseSync(join(dataDir, sqliteFileName));
    database.exec("update audit set actor = 'eve' where seq = 2");
    database.close();
    const broken = await devops(['audit', 'verify', '--json'], { DATA_DIR: dataDir });
    expect(broken.exitCode).toBe(1);
    expect(JSON.parse(broken.stdout)).toEqual({ holds: false, firstBroken: 2 });
  });
});

describe('stored keys of providers', () => {
  const encryptionKey = Buffer.alloc(32, 7).toString('base64');

  async function withStoredKey(): Promise<string> {
    const dataDir = temporaryFolder();
    const store = createStore(await openDatabase({ dataDir }, silentLogger));
    const entry = { name: 'lab', url: fake.baseUrl, key: fake.apiKey };
    await storeKey(store.providerKeys, entry, { encryptionKey, now: new Date(0) });
    expect(JSON.stringify(await store.providerKeys.list())).not.toContain(fake.apiKey);
    expect(await openKeys(store.providerKeys, encryptionKey)).toMatchObject({ lab: { key: fake.apiKey } });
    await expect(openKeys(store.providerKeys, Buffer.alloc(32, 8).toString('hex'))).rejects.toThrow(
      'decrypted',
    );
    await expect(openKeys(store.providerKeys, undefined)).rejects.toThrow('DEVOPS_ENCRYPTION_KEY');
    await store.close();
    return dataDir;
  }

  it('are encrypted, used for their address, listed without the key, and removed', async () => {
    const DATA_DIR = await withStoredKey();
    const environment = { DATA_DIR, DEVOPS_ENCRYPTION_KEY: encryptionKey };
    const listed = await devops(['providers', 'list'], environment);
    expect(listed.stdout).toContain(`stored key lab: for ${fake.baseUrl}`);
    expect(listed.stdout).not.toContain(fake.apiKey);
    expect(await devops(['providers', 'remove-key', 'lab'], environment)).toMatchObject({ exitCode: 0 });
    expect(await devops(['providers', 'remove-key', 'lab'], environment)).toMatchObject({ exitCode: 64 });
  });
});
