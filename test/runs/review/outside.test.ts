import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/index.ts';
import type { FileToAnalyse } from '../../../src/contracts/analysis.ts';
import type { Config } from '../../../src/contracts/config.ts';
import type {
  OutsideResult,
  PackageVulnerability,
  RepositoryFacts,
  ReviewedDependency,
} from '../../../src/contracts/outside.ts';
import { outsideDependencyRules } from '../../../src/detectors/dependencies/outside-rules.ts';
import { outsideWorkflowRules } from '../../../src/detectors/workflows/outside-rules.ts';
import { exampleCommits } from '../../../src/detectors/workflows/references/example.ts';
import { AppError } from '../../../src/errors.ts';
import { askOutside, createOutsideChecks } from '../../../src/runs/review/outside/index.ts';

const { released, untagged, foreign, fixed } = exampleCommits;

/** What the pages of the audits say about `octo/tool`. */
const facts: RepositoryFacts = {
  branches: new Map([
    ['main', untagged],
    ['v2', untagged],
  ]),
  tags: new Map([
    ['v1', released],
    ['v1.4.0', released],
    ['v2', fixed],
    ['v2.0.0', fixed],
  ]),
  reachable: new Map([
    [released, true],
    [untagged, true],
    [fixed, true],
    [foreign, false],
  ]),
  advisories: [{ id: 'GHSA-1', range: '>= 1.2, < 1.4.1', severity: 'high' }],
};

const advisories: Readonly<Record<string, PackageVulnerability>> = {
  'example-vulnerable': { id: 'GHSA-2', severity: 'high', fixedIn: '1.0.1' },
  'example-malware': { id: 'MAL-1', severity: 'critical', fixedIn: undefined },
};

type Services = {
  readonly review?: readonly ReviewedDependency[] | 'off' | 'down';
  readonly osv?: 'down';
  readonly facts?: RepositoryFacts | 'not-visible' | 'down';
  readonly config?: Partial<Config['dependencies']> & { readonly online?: boolean };
};

const down = (): never => {
  throw new AppError({ code: 'down', publicMessage: 'It did not answer.', retryable: true });
};

async function ask(files: readonly FileToAnalyse[], services: Services = {}): Promise<OutsideResult> {
  const { review = 'off', osv, facts: known = facts, config = {} } = services;
  const checks = createOutsideChecks({
    github: {
      dependencyChanges: async () => (review === 'down' ? down() : review),
      repositoryFacts: async () => (known === 'down' ? down() : known),
    },
    queryOsv: async packages =>
      osv === 'down' ? down() : packages.map(({ name }) => [advisories[name] ?? []].flat()),
  });
  const { online = true, ...dependencies } = config;
  return await askOutside(checks, {
    files,
    baseSha: 'base',
    headSha: 'head',
    config: {
      ...defaultConfig,
      review: { ...defaultConfig.review, online },
      dependencies: { ...defaultConfig.dependencies, ...dependencies },
    },
    disabledRules: [],
    signal: new AbortController().signal,
  });
}

const whole = ({ path, text }: { readonly path: string; readonly text: string }): FileToAnalyse => ({
  path,
  text,
  changedLines: 'all',
});
const licences = { licences: { allow: ['MIT'], deny: [] } };
const rulesIn = ({ findings }: OutsideResult): readonly string[] => findings.map(({ rule }) => rule);

describe.each(
  [...outsideWorkflowRules, ...outsideDependencyRules].map(({ meta }) => ({ id: meta.id, meta })),
)('$id', ({ id, meta }) => {
  it.each(meta.examples.bad)('finds its bad example $#', async example => {
    expect(rulesIn(await ask([whole(example)], { config: licences }))).toContain(id);
  });

  it.each(meta.examples.good)('leaves its good example $# alone', async example => {
    expect(rulesIn(await ask([whole(example)], { config: licences }))).not.toContain(id);
  });
});

const lock = (names: readonly string[], version = '1.0.0'): string =>
  `${JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries(names.map(name => [`node_modules/${name}`, { version }])) }, null, 2)}\n`;

const change = (text: string, base?: string): FileToAnalyse => ({
  path: 'web/package-lock.json',
  text,
  changedLines: 'all',
  ...(base === undefined ? {} : { base }),
});

describe('packages of a change', () => {
  it('asks only about what the base does not have', async () => {
    const text = lock(['example-vulnerable', 'example-malware']);
    const result = await ask([change(text, lock(['example-vulnerable']))]);
    expect(rulesIn(result)).toEqual(['malicious-dependency']);
  });

  it('counts another version as brought in, and points at its entry', async () => {
    const text = lock(['other', 'example-vulnerable']);
    const result = await ask([change(text, lock(['other', 'example-vulnerable'], '0.9.0'))]);
    expect(result.findings).toMatchObject([
      { rule: 'known-vulnerable-dependency', path: 'web/package-lock.json', line: 7, severity: 'high' },
    ]);
    expect(result.findings[0]?.fix).toBe('Use 1.0.1 or later (GHSA-2).');
  });

  it('goes by dependency review where the repository has it', async () => {
    const reviewed: ReviewedDependency = {
      ecosystem: 'npm',
      name: 'other',
      version: '1.0.0',
      manifest: 'web/package-lock.json',
      licence: 'GPL-3.0-only',
      vulnerabilities: [{ id: 'GHSA-3', severity: 'low', fixedIn: undefined }],
    };
    const result = await ask([change(lock(['other']))], {
      review: [reviewed],
      osv: 'down',
      config: licences,
    });
    expect(rulesIn(result).toSorted()).toEqual(['dependency-licence', 'known-vulnerable-dependency']);
    expect(result.notAnalysed).toEqual([]);
  });

  it.each([
    ['OSV does not answer', { osv: 'down' } as const, /did not answer/],
    ['dependency review does not answer', { review: 'down' } as const, /did not answer/],
    ['OSV may not be asked', { config: { osv: false } }, /`dependencies.osv` is off/],
    ['a licence is not known', { config: licences }, /licence of `other` is not known/],
  ])('is a gap when %s', async (_title, services, reason) => {
    const result = await ask([change(lock(['other']))], services);
    expect(result.notAnalysed.map(gap => gap.reason)).toEqual([expect.stringMatching(reason)]);
  });

  it('asks nobody where the policy says so, or where there is nothing to ask about', async () => {
    expect(
      (await ask([change(lock(['other']))], { osv: 'down', config: { online: false } })).notAnalysed,
    ).toEqual([]);
    expect(
      (await ask([{ path: 'a.ts', text: '', changedLines: 'all' }], { osv: 'down' })).notAnalysed,
    ).toEqual([]);
  });
});

describe('actions of a change', () => {
  const workflow = (uses: string, changedLines: FileToAnalyse['changedLines'] = 'all'): FileToAnalyse => ({
    path: '.github/workflows/ci.yml',
    text: `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n`,
    changedLines,
  });

  it('are a gap when GitHub does not answer', async () => {
    const { notAnalysed } = await ask([workflow('octo/tool@v1')], { facts: 'down' });
    expect(notAnalysed[0]?.reason).toBe('the action `octo/tool` could not be checked: It did not answer.');
  });

  it('are told about, without a gap, when the token does not see them', async () => {
    const result = await ask([workflow('octo/tool@v1')], { facts: 'not-visible' });
    expect(result.notAnalysed).toEqual([]);
    expect(result.warnings[0]).toContain('`octo/tool` is not visible');
  });

  it('are not asked about when their lines did not change', async () => {
    expect(
      (await ask([workflow('octo/tool@v1', [{ start: 1, end: 1 }])], { facts: 'down' })).notAnalysed,
    ).toEqual([]);
  });

  it('are excused by a comment on the base, and counted', async () => {
    const uses = 'octo/tool@v2 # devops: ignore[ref-confusion] wanted';
    const unchanged = workflow(
      `octo/tool@v2\n      # devops: ignore[ref-confusion] x\n      - uses: ${uses}`,
      [],
    );
    expect(rulesIn(await ask([workflow(uses)]))).toEqual(['ref-confusion']);
    expect(rulesIn(await ask([unchanged]))).toEqual([]);
  });
});
