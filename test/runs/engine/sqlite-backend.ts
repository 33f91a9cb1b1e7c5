import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from './backend.ts';

/** SQLite in new directories; `remove` deletes them all. */
export function sqliteBackend(): Backend & { remove(): Promise<void> } {
  const directories: string[] = [];
  return {
    emptyLocation: async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'devops-engine-'));
      directories.push(dataDir);
      return { dataDir };
    },
    remove: async () => {
      await Promise.all(directories.map(directory => rm(directory, { recursive: true, force: true })));
    },
  };
}
