import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The built server, CLI and detector thread are driven as child processes, so they must have been built. What tests and
 * their processes leave behind, those killed among them, lies in one folder that is gone afterwards.
 */
export function setup(): () => void {
  if (!existsSync('dist/detector-worker.js')) {
    throw new Error('dist/ is missing: run `npm run build` first (npm test does).');
  }
  const temporary = mkdtempSync(join(tmpdir(), 'devops-tests-'));
  // PostgreSQL runs as a user of its own.
  chmodSync(temporary, 0o711);
  process.env['TMPDIR'] = temporary;
  return () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
