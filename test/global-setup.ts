import { existsSync } from 'node:fs';

/** The built server, CLI and detector thread are driven as child processes, so they must have been built. */
export function setup(): void {
  if (!existsSync('dist/detector-worker.js')) {
    throw new Error('dist/ is missing: run `npm run build` first (npm test does).');
  }
}
