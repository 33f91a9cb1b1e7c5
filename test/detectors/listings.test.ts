import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../src/analysis/source-file.ts';
import { atLeast, type Severity } from '../../src/contracts/severity.ts';
import { detectors } from '../../src/detectors/index.ts';

/**
 * Files that were written before the rules were tried on them, with what is expected: `### name | path | +rule@line |
 * -rule`, then the text; `-*` means nothing above `info`, `!high` behind a rule the severity (behind a `-`: from which on).
 * A text that begins with `--- base` gives the base's, then the head's behind `--- head`.
 */
const folder = 'test/detectors/listings';
const families = new Set(['workflows', 'dependencies', 'agents']);
const rules = detectors.filter(({ meta }) => families.has(meta.family));

type Listing = {
  readonly name: string;
  readonly path: string;
  readonly expectations: readonly string[];
  readonly text: string;
  readonly base: string | undefined;
};

function listingsOf(file: string): readonly Listing[] {
  const parts = readFileSync(`${folder}/${file}`, 'utf8').split(/^### /m).slice(1);
  return parts.map(part => {
    const end = part.indexOf('\n');
    const [name = '', path = '', ...expectations] = part.slice(0, end).split(' | ');
    const body = part.slice(end + 1);
    const [before = '', head] = body.startsWith('--- base\n') ? body.slice(9).split('--- head\n') : [];
    return { name, path, expectations, text: head ?? body, base: head === undefined ? undefined : before };
  });
}

type Found = { readonly rule: string; readonly line: number; readonly severity: Severity };

function find({ path, text, base }: Listing): readonly Found[] | 'not analysed' {
  const source = createSourceFile({
    path,
    text,
    parseTree: () => undefined,
    ...(base === undefined ? {} : { base }),
  });
  const { findings, unparsable } = analyseFile(
    source,
    'all',
    rules.filter(({ appliesTo }) => appliesTo(path)),
    'all',
  );
  return unparsable === undefined ? findings : 'not analysed';
}

function isMet(expectation: string, found: readonly Found[] | 'not analysed'): boolean {
  if (found === 'not analysed') return expectation === '!unparsable';
  const [what, severity] = expectation.slice(1).split('!') as [string, Severity | undefined];
  const [rule, line] = what.split('@');
  if (expectation.startsWith('+')) {
    return found.some(
      item =>
        item.rule === rule &&
        item.line === Number(line) &&
        (severity === undefined || item.severity === severity),
    );
  }
  return !found.some(
    item => (rule === '*' || item.rule === rule) && atLeast(item.severity, severity ?? 'low'),
  );
}

describe.each(readdirSync(folder))('%s', file => {
  it.each(listingsOf(file))('$name', listing => {
    expect(listing.expectations.length).toBeGreaterThan(0);
    const found = find(listing);
    expect(listing.expectations.filter(expectation => !isMet(expectation, found))).toEqual([]);
  });
});
