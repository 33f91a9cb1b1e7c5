import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Environment } from './environment.ts';

const credentialsSchema = z.object({ appId: z.string(), privateKey: z.string(), webhookSecret: z.string() });

/** What makes this process the GitHub App. */
export type AppCredentials = z.infer<typeof credentialsSchema>;

/** Where the setup page keeps what GitHub gave it. */
export function credentialsFile(dataDir: string): string {
  return join(dataDir, 'github-app.json');
}

/**
 * The credentials from the environment, else those the setup page stored, else undefined (setup is due).
 *
 * @throws AppError `incomplete-credentials` when some are given and others missing: there is no default
 * webhook secret, because with one anybody could forge deliveries.
 */
export async function loadCredentials(environment: Environment): Promise<AppCredentials | undefined> {
  const { appId, webhookSecret } = environment;
  const privateKey = environment.privateKey ?? (await readKey(environment.privateKeyPath));
  if (appId === undefined && privateKey === undefined && webhookSecret === undefined) {
    return await readStored(credentialsFile(environment.dataDir));
  }
  const missing = [
    appId === undefined ? 'APP_ID' : undefined,
    privateKey === undefined ? 'PRIVATE_KEY or PRIVATE_KEY_PATH' : undefined,
    webhookSecret === undefined ? 'WEBHOOK_SECRET' : undefined,
  ].filter(name => name !== undefined);
  if (appId === undefined || privateKey === undefined || webhookSecret === undefined) {
    throw new AppError({
      code: 'incomplete-credentials',
      publicMessage: `Refusing to start: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. Set all of APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET, or none to use the setup page.`,
    });
  }
  return { appId, privateKey, webhookSecret };
}

/** Stores them readable by this user only. Overwrites. */
export async function storeCredentials(dataDir: string, credentials: AppCredentials): Promise<string> {
  const file = credentialsFile(dataDir);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(credentials, undefined, 2)}\n`, { mode: 0o600 });
  return file;
}

async function readKey(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError({
      code: 'private-key-unreadable',
      publicMessage: `PRIVATE_KEY_PATH ${path} cannot be read.`,
      cause,
    });
  }
}

async function readStored(file: string): Promise<AppCredentials | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = credentialsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'credentials-broken',
    publicMessage: `${file} is not what the setup page wrote; delete it and set up again.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
