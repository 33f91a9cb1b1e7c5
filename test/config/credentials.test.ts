import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCredentials, storeCredentials } from '../../src/config/app-credentials.ts';
import { readEnvironment } from '../../src/config/environment.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'devops-credentials-'));
const secret = 'sixteen characters';

describe('readEnvironment', () => {
  it('has documented defaults and takes empty variables as absent', () => {
    expect(readEnvironment({ PORT: '', APP_ID: '' })).toMatchObject({
      port: 3000,
      dataDir: './data',
      appId: undefined,
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      concurrency: 4,
    });
  });

  it.each([
    [{ GHE_HOST: 'ghe.example.com' }, 'https://ghe.example.com/api/v3', 'https://ghe.example.com'],
    [
      { GHE_HOST: 'localhost:4000', GHE_PROTOCOL: 'http' },
      'http://localhost:4000/api/v3',
      'http://localhost:4000',
    ],
    [
      { GITHUB_API_URL: 'https://ghe.example.com/api/v3/' },
      'https://ghe.example.com/api/v3',
      'https://ghe.example.com',
    ],
  ])('finds GitHub with %j', (variables, apiUrl, serverUrl) => {
    expect(readEnvironment(variables)).toMatchObject({ apiUrl, serverUrl });
  });

  it('names every variable that is wrong', () => {
    const read = (): unknown =>
      readEnvironment({ PORT: '99999', LOG_LEVEL: 'loud', WEBHOOK_SECRET: 'short' });
    expect(read).toThrow(
      /PORT: [\s\S]*LOG_LEVEL: [\s\S]*WEBHOOK_SECRET: must have at least 16 characters|LOG_LEVEL/,
    );
  });
});

describe('loadCredentials', () => {
  it.each([
    ['WEBHOOK_SECRET', { APP_ID: '1', PRIVATE_KEY: 'pem' }],
    ['APP_ID', { WEBHOOK_SECRET: secret, PRIVATE_KEY: 'pem' }],
    ['PRIVATE_KEY', { WEBHOOK_SECRET: secret, APP_ID: '1' }],
  ])('refuses to start without %s when the others are set', async (name, variables) => {
    const loading = loadCredentials(readEnvironment({ ...variables, DATA_DIR: folder() }));
    await expect(loading).rejects.toThrow(`Refusing to start: ${name}`);
  });

  it('takes a private key with escaped line breaks, and one from a file', async () => {
    const common = { APP_ID: '1', WEBHOOK_SECRET: secret };
    const escaped = await loadCredentials(readEnvironment({ ...common, PRIVATE_KEY: 'a\\nb' }));
    expect(escaped?.privateKey).toBe('a\nb');
    const path = join(folder(), 'key.pem');
    writeFileSync(path, 'pem text');
    const read = await loadCredentials(readEnvironment({ ...common, PRIVATE_KEY_PATH: path }));
    expect(read?.privateKey).toBe('pem text');
  });

  it('is undefined while nothing is set, and finds what the setup page stored, readable by this user only', async () => {
    const dataDir = folder();
    const environment = readEnvironment({ DATA_DIR: dataDir });
    expect(await loadCredentials(environment)).toBeUndefined();
    const credentials = { appId: '1', privateKey: 'pem', webhookSecret: secret };
    const file = await storeCredentials(dataDir, credentials);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await loadCredentials(environment)).toEqual(credentials);
  });
});
