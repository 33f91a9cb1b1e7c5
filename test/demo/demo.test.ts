import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const temporary = mkdtempSync(join(tmpdir(), 'demo-test-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Runs the built demo; rejects when it does not end with 0. */
async function play(variables: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/demo.js'], {
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: temporary, ...variables },
    timeout: 200_000,
  });
  return stdout;
}

describe('the demo', () => {
  let story = '';
  beforeAll(async () => {
    story = await play();
  });

  it('tells the whole story in order', () => {
    const landmarks = [
      'lena opens a pull request',
      'Security review: 7 findings to fix before merging',
      'critical: github-token',
      'agentic-devops[bot] reacted to xavier',
      'lena pushed',
      'edited its comment',
      '6 fixed since the last review',
      'Dismissed (1)',
      'devops / security review success: No open security findings, 1 dismissed',
      'The tests fail',
      'no such column: carrier',
      'This change touches reports/daily.py:12',
      'Add the carrier to the totals',
      'deleted its comment',
      'mona deploys it to staging',
      'Deployed to staging',
      'added it to the merge queue',
      'All 8 acts went as told',
    ];
    const places = landmarks.map(landmark => story.indexOf(landmark));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('shows webhooks answered 202 and no request that differs from GitHub’s description', () => {
    expect(story.match(/behind it: .* → 202 in \d+ ms/g)).toHaveLength(8);
    expect(story).toContain('0 violations');
  });

  it('never prints the leaked token', () => {
    expect(story).not.toMatch(/ghp_[0-9A-Za-z]{36}/);
  });

  it('colours nothing when it is not on a terminal', () => {
    expect(story).not.toContain('\u001b');
  });

  it('leaves nothing behind', () => {
    expect(readdirSync(temporary)).toEqual([]);
  });
});
