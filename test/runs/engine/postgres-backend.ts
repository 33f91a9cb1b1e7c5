import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Backend } from './backend.ts';

const versionsDirectory = '/usr/lib/postgresql';

/** `missing` says why there is no server; then every test must be skipped. */
export type PostgresBackend = Backend & { readonly missing?: string; stop(): Promise<void> };

/** A PostgreSQL server of its own in a temporary directory, when the machine has the programs for one. */
export async function startPostgres(): Promise<PostgresBackend> {
  const binaries = newestBinaries();
  if (binaries === undefined)
    return without(`no PostgreSQL in ${versionsDirectory} (apt-get install postgresql)`);
  const account = serverAccount();
  if (account === undefined) return without('running as root and there is no postgres account to run it as');
  // Short: a socket's path is limited to 107 bytes.
  const directory = mkdtempSync(join(tmpdir(), 'pg-'));
  chownSync(directory, account.uid, account.gid);
  const data = join(directory, 'data');
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(binaries, program), args, {
      ...account,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  run('initdb', ['-D', data, '-U', 'devops', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  // The tests kill clients, never the server, so it need not flush.
  const options = `-k ${directory} -c listen_addresses= -c fsync=off -c max_connections=200`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(directory, 'log'), '-o', options, 'start']);
  const url = (database: string) => `postgres://devops@/${database}?host=${encodeURIComponent(directory)}`;
  const administration = new pg.Client({ connectionString: url('postgres') });
  await administration.connect();
  let databases = 0;
  return {
    emptyLocation: async () => {
      databases += 1;
      await administration.query(`create database devops${databases}`);
      return { databaseUrl: url(`devops${databases}`) };
    },
    stop: async () => {
      await administration.end();
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function without(missing: string): PostgresBackend {
  return { missing, emptyLocation: () => Promise.reject(new Error(missing)), stop: async () => undefined };
}

function newestBinaries(): string | undefined {
  if (!existsSync(versionsDirectory)) return undefined;
  const versions = readdirSync(versionsDirectory).toSorted((a, b) => Number(b) - Number(a));
  return versions
    .map(version => join(versionsDirectory, version, 'bin'))
    .find(bin => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root. */
function serverAccount(): { readonly uid: number; readonly gid: number } | undefined {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? uid };
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
