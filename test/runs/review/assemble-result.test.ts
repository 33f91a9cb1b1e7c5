import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/index.ts';
import type { Finding } from '../../../src/contracts/finding.ts';
import {
  assembleResult,
  noUsage,
  outcomeOf,
  type ReviewMaterial,
} from '../../../src/runs/review/assemble-result.ts';

function finding(fields: Partial<Finding> = {}): Finding {
  return {
    rule: 'github-token',
    path: 'src/a.ts',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 5,
    severity: 'critical',
    confidence: 'high',
    cwe: ['CWE-798'],
    message: 'm',
    fix: 'f',
    evidence: 'e',
    fingerprint: '0123456789abcdef',
    source: 'detector',
    tool: 'devops',
    ...fields,
  };
}

function assemble(fields: Partial<ReviewMaterial>) {
  return assembleResult({
    headSha: 'a'.repeat(40),
    analysis: { findings: [], notAnalysed: [], filesAnalysed: 1, bytesAnalysed: 10 },
    findings: [],
    review: defaultConfig.review,
    isExcluded: () => false,
    dismissals: [],
    previouslyOpen: [],
    notAnalysed: [],
    warnings: [],
    usage: noUsage,
    unverifiedAgentFindings: 0,
    rules: 1,
    durationMs: 5,
    ...fields,
  });
}

const gap = { path: 'b.ts', reason: 'larger than 1048576 bytes' };

describe('outcomeOf', () => {
  it.each([
    ['nothing found', [], [], 'passed'],
    ['a lesser finding', [finding({ severity: 'low' })], [], 'findings'],
    ['a failing finding', [finding()], [], 'findings'],
    ['a gap', [], [gap], 'incomplete'],
    ['a gap beside a lesser finding', [finding({ severity: 'low' })], [gap], 'incomplete'],
    ['a gap beside a failing finding', [finding()], [gap], 'findings'],
  ] as const)('is right for %s', (_name, findings, gaps, outcome) => {
    expect(outcomeOf(findings, gaps, 'high')).toBe(outcome);
  });
});

describe('assembleResult', () => {
  it('puts the most severe first and keeps the given order within a severity', () => {
    const low = finding({ severity: 'low', fingerprint: '1' });
    const second = finding({ path: 'z.ts', fingerprint: '2' });
    const first = finding({ path: 'y.ts', fingerprint: '3' });
    expect(assemble({ findings: [low, second, first] }).findings).toEqual([second, first, low]);
  });

  it('sets a dismissed finding aside with its reason and passes', () => {
    const dismissal = {
      fingerprint: '0123456789abcdef',
      reason: 'test key',
      actor: 'mona',
      scope: 'pull-request',
      at: '',
    } as const;
    const result = assemble({ findings: [finding()], dismissals: [dismissal] });
    expect(result).toMatchObject({ outcome: 'passed', findings: [], dismissed: [{ dismissal }] });
  });

  it('counts what is excluded or below the threshold without showing it', () => {
    const result = assemble({
      findings: [finding({ path: 'vendor/a.ts' }), finding({ severity: 'info', fingerprint: '2' })],
      isExcluded: path => path.startsWith('vendor/'),
    });
    expect(result).toMatchObject({ outcome: 'passed', findings: [], hiddenCount: 2 });
  });

  it('counts what an ignore comment on the base set aside, and does not call it fixed', () => {
    const ignored = [finding({ fingerprint: 'set aside' })];
    const analysis = { findings: [], ignored, notAnalysed: [], filesAnalysed: 1, bytesAnalysed: 10 };
    const result = assemble({ analysis, previouslyOpen: ['set aside'] });
    expect(result).toMatchObject({ outcome: 'passed', hiddenCount: 1, fixedCount: 0 });
  });

  it('gives findings the severity that the configuration sets for their rule', () => {
    const review = { ...defaultConfig.review, rules: { 'github-token': 'low' } as const };
    expect(assemble({ findings: [finding()], review }).findings[0]?.severity).toBe('low');
  });

  it('counts findings that are gone as fixed, but none while something was not looked at', () => {
    expect(assemble({ previouslyOpen: ['gone', 'gone too'] }).fixedCount).toBe(2);
    expect(assemble({ previouslyOpen: ['gone'], notAnalysed: [gap] }).fixedCount).toBe(0);
    expect(assemble({ previouslyOpen: ['0123456789abcdef'], findings: [finding()] }).fixedCount).toBe(0);
  });
});
