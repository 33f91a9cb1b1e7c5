import { describe, expect, it } from 'vitest';
import type { CheckFact, RequiredCheck } from '../../../src/contracts/gate.ts';
import { decideDeployment } from '../../../src/policies/index.ts';
import { factsWithChange, settingsWith } from './facts.ts';

const green = (name: string, appId: number | null = 1): CheckFact => ({
  name,
  appId,
  state: 'green',
  required: false,
  own: false,
});
const failed = (name: string): CheckFact => ({ ...green(name), state: 'failed' });
const pending = (name: string): CheckFact => ({ ...green(name), state: 'pending' });
const requires = (name: string, appId: number | null = null): RequiredCheck => ({ name, appId });

type Mode = 'all' | 'required' | 'none' | readonly string[];
type Row = readonly [
  name: string,
  mode: Mode,
  reported: readonly CheckFact[],
  required: readonly RequiredCheck[],
  code: string,
];

const rows: readonly Row[] = [
  ['all green', 'all', [green('a'), green('b', null)], [], 'pass'],
  ['one failed', 'all', [green('a'), failed('b')], [], 'checks-failed'],
  ['one running', 'all', [green('a'), pending('b')], [], 'checks-pending'],
  [
    'the same name by two apps, one failed',
    'all',
    [green('a', 1), { ...failed('a'), appId: 2 }],
    [],
    'checks-failed',
  ],
  ['none at all', 'all', [], [], 'no-checks'],
  ['only our own', 'all', [{ ...failed('devops/deploy'), own: true }], [], 'no-checks'],
  ['our own beside a green one', 'all', [{ ...pending('devops/deploy'), own: true }, green('a')], [], 'pass'],
  ['an ignored one failed', 'all', [green('a'), failed('flaky')], [], 'pass'],
  ['only an ignored one', 'all', [green('flaky')], [], 'no-checks'],
  ['the required one green', 'required', [green('a'), failed('b')], [requires('a')], 'pass'],
  ['the required one missing', 'required', [green('b')], [requires('a')], 'checks-missing'],
  ['the required one by another app', 'required', [green('a', 2)], [requires('a', 1)], 'checks-missing'],
  [
    'the required one by the right app',
    'required',
    [green('a', 1), { ...failed('a'), appId: 2 }],
    [requires('a', 1)],
    'pass',
  ],
  ['a required status', 'required', [green('a', null)], [requires('a')], 'pass'],
  [
    'required by anybody, one of two failed',
    'required',
    [green('a', 1), { ...failed('a'), appId: 2 }],
    [requires('a')],
    'checks-failed',
  ],
  ['one that GitHub calls required', 'required', [{ ...failed('c'), required: true }], [], 'checks-failed'],
  ['none required', 'required', [failed('b')], [], 'no-checks'],
  ['the listed ones', ['a'], [green('a'), failed('b')], [], 'pass'],
  ['a listed one missing', ['a', 'c'], [green('a')], [], 'checks-missing'],
  ['a listed one under a lookalike name', ['a'], [green('\u0430')], [], 'checks-missing'],
  ['a failed one before a missing one', ['a', 'c'], [failed('a')], [], 'checks-failed'],
  ['not asked for', 'none', [failed('a')], [], 'off'],
];

function said(
  mode: Mode,
  checks: { readonly reported: readonly CheckFact[]; readonly required: readonly RequiredCheck[] },
  noChecks: 'allow' | 'refuse' = 'refuse',
) {
  const facts = factsWithChange({ checks: { kind: 'known', value: checks } });
  const settings = settingsWith({ gates: { checks: mode, ignoredChecks: ['flaky'], noChecks } });
  return decideDeployment(facts, settings).gates.find(({ gate }) => gate === 'checks');
}

describe('the checks gate', () => {
  it.each(rows)('%s (%j)', (_name, mode, reported, required, code) => {
    const result = said(mode, { reported, required });
    expect(result !== undefined && 'code' in result ? result.code : result?.verdict).toBe(code);
  });

  it('lets a commit without checks pass where that was opted in', () => {
    expect(said('all', { reported: [], required: [] }, 'allow')?.verdict).toBe('pass');
  });

  it('does not pass what could not be read, even where no checks are allowed', () => {
    const facts = factsWithChange({ checks: { kind: 'unreadable', reason: 'GitHub answered 502.' } });
    const settings = settingsWith({ gates: { noChecks: 'allow' } });
    const result = decideDeployment(facts, settings).gates.find(({ gate }) => gate === 'checks');
    expect(result).toMatchObject({ verdict: 'refuse', code: 'checks-unreadable' });
  });

  it('quotes names so that they cannot leave the quote, and lists a few', () => {
    const names = Array.from({ length: 8 }, (_, index) => `x${index}\`@mona\u202e\n`);
    const message = said('all', { reported: names.map(failed), required: [] })?.message ?? '';
    expect(message).toBe('Not green: `x0@mona`, `x1@mona`, `x2@mona`, `x3@mona`, `x4@mona` and 3 more.');
  });
});
