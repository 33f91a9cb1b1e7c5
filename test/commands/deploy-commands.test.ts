import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approve,
  cancel,
  deploy,
  lock,
  locks,
  promote,
  reject,
  retry,
  rollback,
  status,
  unlock,
} from '../../src/commands/index.ts';
import { parseCommands } from '../../src/commands/parse.ts';

const definitions = {
  approve,
  cancel,
  deploy,
  lock,
  locks,
  promote,
  reject,
  retry,
  rollback,
  status,
  unlock,
} as const;
const names = Object.keys(definitions);
const run = '0a1b2c3d4e5f';
const sha = 'abcdef1234567890abcdef1234567890abcdef12';

/** What a line asks for. */
function read(line: string) {
  const [command] = parseCommands(`/devops ${line}`);
  const definition = Object.entries(definitions).find(([name]) => name === command?.name)?.[1];
  return command === undefined ? undefined : definition?.read(command);
}

describe('a command about deployments', () => {
  it.each<[string, object]>([
    ['lock staging', { environment: 'staging', reason: '', minutes: null }],
    [
      'lock staging for a release --for 2h',
      { environment: 'staging', reason: 'for a release', minutes: 120 },
    ],
    ['lock staging --for 30d', { minutes: 43_200 }],
    ['lock staging --for=1m', { minutes: 1 }],
    ['lock --global', { environment: null, reason: '' }],
    ['lock --global release week', { environment: null, reason: 'release week' }],
    ['lock --global --for 3d release', { environment: null, reason: 'release', minutes: 4_320 }],
    ['unlock staging', { environment: 'staging' }],
    ['unlock --global', { environment: null }],
    ['promote staging production', { from: 'staging', to: 'production' }],
    [`rollback staging --to ${sha}`, { environment: 'staging', to: sha }],
    ['rollback staging', { environment: 'staging', to: undefined }],
    [`approve ${run}`, { run }],
    [`reject ${run} not on a Friday`, { run, reason: 'not on a Friday' }],
    [`cancel ${run}`, { run }],
    [`retry ${run.slice(0, 6)}`, { run: run.slice(0, 6) }],
    ['status', { environment: undefined }],
    ['status staging', { environment: 'staging' }],
    [
      `deploy staging region=eu --ref ${sha}`,
      { environment: 'staging', ref: sha, parameters: { region: 'eu' } },
    ],
  ])('is understood: %s', (line, value) => {
    expect(read(line)).toMatchObject({ kind: 'ok', value });
  });

  it.each([
    ['deploy', 'Name the environment.'],
    ['deploy Staging', 'no name of an environment'],
    ['deploy staging now', '`name=value`'],
    ['deploy staging a=1 a=2', 'given twice'],
    [`deploy staging a=${'x'.repeat(201)}`, 'longer than 200 characters'],
    ['deploy staging --ref main', '`--ref` takes a commit SHA'],
    ['deploy staging --ref abc', '`--ref` takes a commit SHA'],
    ['deploy staging --dryrun', 'Did you mean "--dry-run"?'],
    ['lock', 'Or `--global`'],
    ['lock staging --for ever', '`--for` takes a time'],
    ['lock staging --for 31d', 'at most 30 days'],
    ['lock staging --for 0m', '`--for` takes a time'],
    ['lock staging --for', '`--for` takes a time'],
    ['unlock', 'Or `--global`'],
    ['unlock staging now', 'It takes one environment.'],
    ['promote staging', 'deploy to as well'],
    ['promote staging staging', 'two different'],
    ['promote staging production eu', 'two environments'],
    ['rollback staging --to main', '`--to` takes a commit SHA'],
    ['approve', 'Name the run'],
    ['approve 12345', 'at least six characters'],
    ['approve ../../etc', 'Name the run'],
    [`cancel ${run} ${run}`, 'It takes one run.'],
    [`retry ${run} --force`, 'no option `--force`'],
    ['status staging production', 'at most one environment'],
  ])('is refused with what is wrong: %s', (line, message) => {
    expect(read(line)).toMatchObject({ kind: 'usage', message: expect.stringContaining(message) });
  });

  it('of any words is understood or explained, and never throws', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'staging',
        '--global',
        '--for',
        '2h',
        '--to',
        sha,
        run,
        '--',
        '"a b"',
        '`',
        '--dry-run',
      ),
      fc.constantFrom('__proto__', '--__proto__', '--constructor=1', 'a=b', '🚀'),
      fc.string({ minLength: 1, maxLength: 12 }).map(text => text.replaceAll(/\s/g, '')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(word, { maxLength: 6 }), (name, words) => {
        const answer = read([name, ...words].join(' '));
        if (answer?.kind !== 'usage') return;
        expect(answer.message).toMatch(/^[A-Z`].*[.?]$/);
        expect(answer.message).not.toContain('\n');
      }),
      { numRuns: 3_000 },
    );
  });
});
