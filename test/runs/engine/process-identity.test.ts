import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isGone, ownProcessIdentity } from '../../../src/runs/engine/process-identity.ts';

const own = ownProcessIdentity();

it('a living process is not gone', () => {
  expect(isGone(own)).toBe(false);
});

it.skipIf(own.processSpace === null)(
  'a process that ended is gone, also when its number was given away',
  async () => {
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
    await once(child, 'exit');
    expect(isGone({ ...own, pid: child.pid ?? 0 })).toBe(true);
    expect(isGone({ ...own, processStart: '1' })).toBe(true);
  },
);

it('nobody whose process space is unknown is declared dead', () => {
  expect(isGone({ processSpace: null, pid: 999_999_999, processStart: null })).toBe(false);
});
