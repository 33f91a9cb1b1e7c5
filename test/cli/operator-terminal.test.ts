import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOperatorTerminal } from '../../src/cli/operator-terminal.ts';

describe('the operator’s terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));

  it('is written to itself, with nothing in it that could move its cursor', () => {
    const device = join(folder, 'device');
    writeFileSync(device, '');
    createOperatorTerminal(folder, device).reveal?.('Key of a\x1b[2J', 'v1');
    expect(readFileSync(device, 'utf8')).toBe('Key of a\\u{1b}[2J, shown this once:\nv1\n');
  });

  it('reveals nothing where there is no screen', () => {
    expect(createOperatorTerminal(folder, join(folder, 'none', 'tty')).reveal).toBeUndefined();
  });

  it('opens files from the working folder, and no folders', async () => {
    writeFileSync(join(folder, 'f.txt'), 'content');
    const { openFile } = createOperatorTerminal(folder);
    expect(await (await openFile('f.txt'))?.text()).toBe('content');
    expect(await openFile('none.txt')).toBeUndefined();
    expect(await openFile('.')).toBeUndefined();
  });
});
