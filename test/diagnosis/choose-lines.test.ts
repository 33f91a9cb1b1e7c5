import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';

const folder = join(import.meta.dirname, 'fixtures');

/** The lines shown of a fixture's one failure, trimmed. */
async function shown(name: string): Promise<readonly string[]> {
  const log = createReadStream(join(folder, `${name}.log`));
  const { failures } = await analyseLog(log, { mask: text => text });
  return failures[0]?.excerpt.map(({ text }) => text.trim()) ?? [];
}

describe('the lines that matter', () => {
  it.each([
    [
      'pytest-short-deep',
      [
        'assert daily() == 3',
        'reports/daily.py:12: in daily',
        'return found[0]["total"]',
        expect.stringMatching(/^\^+$/),
        "E   KeyError: 'total'",
      ],
    ],
    [
      'pytest-deep',
      [
        'def daily():',
        'found = rows()',
        '>       return found[0]["total"]',
        "E       KeyError: 'total'",
        'reports/daily.py:12: KeyError',
      ],
    ],
    [
      'concurrently-vitest',
      [
        "[unit] AssertionError: expected '1.00' to be '1.01' // Object.is equality",
        '[unit] Expected: "1.01"',
        '[unit] Received: "1.00"',
        '[unit]  ❯ a.test.js:3:28',
        "[unit]       3|   expect(1.005.toFixed(2)).toBe('1.01');",
      ],
    ],
    [
      'maven-surefire',
      expect.arrayContaining([
        'org.opentest4j.AssertionFailedError: expected: <3> but was: <2>',
        'at com.acme.CartTest.sums(CartTest.java:21)',
      ]),
    ],
    ['tsc-config', [expect.stringContaining("Unknown compiler option 'strictt'")]],
  ])('of %s are the error, its place and what explains them', async (name, expected) => {
    expect(await shown(name)).toEqual(expected);
  });

  it('are none of what the runner does afterwards', async () => {
    const lines = await shown('runner-shutdown');
    expect(lines).not.toContain('Cleaning up orphan processes');
    expect(lines).not.toContain('Post job cleanup.');
  });

  it('are five at most, and none of them is empty', async () => {
    for (const name of ['cargo-build-types', 'jest-assert', 'npm-ci-out-of-sync', 'terraform-syntax']) {
      const lines = await shown(name);
      expect(lines.length).toBeLessThanOrEqual(5);
      expect(lines).not.toContain('');
    }
  });
});
