import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/analysis/source-file.ts';
import type { RepositoryFacts } from '../../../src/contracts/outside.ts';
import { auditReferences } from '../../../src/detectors/workflows/references/audit-references.ts';
import { isInRange } from '../../../src/detectors/workflows/references/version-range.ts';
import { withSteps } from './find-rule.ts';

const released = 'a'.repeat(40);
const untagged = 'b'.repeat(40);
const foreign = 'c'.repeat(40);

const facts: RepositoryFacts = {
  branches: new Map([
    ['main', untagged],
    ['v2', untagged],
  ]),
  tags: new Map([
    ['v1', released],
    ['v1.4.0', released],
    ['v2', 'd'.repeat(40)],
    ['v2.0.0', 'd'.repeat(40)],
  ]),
  reachable: new Map([
    [released, true],
    [untagged, true],
    [foreign, false],
  ]),
  advisories: [{ id: 'GHSA-1', range: '>= 1.2, < 1.4.1', severity: 'high' }],
};

const audit = (uses: string): readonly string[] => {
  const path = '.github/workflows/a.yml';
  const source = createSourceFile({ path, text: withSteps(`- uses: ${uses}`), parseTree: () => undefined });
  return auditReferences(source, new Map([['octo/tool', facts]])).findings.map(({ rule }) => rule);
};

describe('auditReferences', () => {
  it.each([
    [`octo/tool@${released} # v1.4.0`, ['known-vulnerable-actions']],
    [`Octo/Tool/sub@${released}`, ['known-vulnerable-actions']],
    ['octo/tool@v1', ['known-vulnerable-actions']],
    ['octo/tool@v2', ['ref-confusion']],
    [`octo/tool@${released} # v2.0.0`, ['known-vulnerable-actions', 'ref-version-mismatch']],
    [`octo/tool@${released} # v9.9.9`, ['known-vulnerable-actions', 'ref-version-mismatch']],
    [`octo/tool@${untagged}`, ['stale-action-refs']],
    [`octo/tool@${foreign}`, ['impostor-commit', 'stale-action-refs']],
    [`octo/tool@${'d'.repeat(40)} # v2.0.0`, []],
    ['octo/tool@main', []],
    ['./local', []],
  ])('judges %s', (uses, expected) => {
    expect(audit(uses)).toEqual(expected);
  });

  it('tells what it had no facts about', () => {
    const text = withSteps('- uses: octo/a@v1\n- uses: octo/b@v1\n- uses: octo/a@v2');
    const source = createSourceFile({ path: '.github/workflows/a.yml', text, parseTree: () => undefined });
    expect(auditReferences(source, new Map([['octo/b', 'unavailable']]))).toEqual({
      findings: [],
      unknown: ['octo/a', 'octo/b'],
    });
  });
});

describe('isInRange', () => {
  it.each([
    ['1.2.3', '< 1.2.4', true],
    ['1.2.3', '<= 1.2.3', true],
    ['1.2.3', '< 1.2.3', false],
    ['1.2', '>= 1, < 2', true],
    ['2', '>= 1, < 2', false],
    ['3.1', '= 3.1.0', true],
    ['3.1', 'anything', undefined],
  ])('%s in %s is %s', (version, range, expected) => {
    expect(isInRange(version.split('.').map(Number), range)).toBe(expected);
  });
});
