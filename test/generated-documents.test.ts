import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseText } from './detectors/analyse-text.ts';

const pages = readdirSync('docs/detectors').filter(name => name.endsWith('.md'));

describe('the generated documents', () => {
  it('are fresh', () => {
    const check = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/generate.ts', '--check'], {
      encoding: 'utf8',
    });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  it('hold nothing that a secrets rule finds: push protection would refuse them', async () => {
    const found: string[] = [];
    for (const name of pages) {
      const findings = await analyseText(
        `docs/detectors/${name}`,
        readFileSync(`docs/detectors/${name}`, 'utf8'),
      );
      for (const { rule, cwe, line } of findings)
        if (cwe.includes('CWE-798')) found.push(`${name}:${line} ${rule}`);
    }
    expect(found).toEqual([]);
  });

  it('hold no invisible or bidirectional characters', () => {
    const hidden = pages.filter(name =>
      /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u.test(
        readFileSync(`docs/detectors/${name}`, 'utf8'),
      ),
    );
    expect(hidden).toEqual([]);
  });
});
