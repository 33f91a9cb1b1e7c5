import { describe, expect, it } from 'vitest';
import { readBox } from '../../src/contracts/dashboard.ts';
import type { DeployRecord } from '../../src/contracts/deploy.ts';
import { type DashboardView, renderDashboard } from '../../src/results/dashboard.ts';
import { renderStaleNotice } from '../../src/results/stale-notice.ts';
import { renderTriageComment, type TriageNotesView } from '../../src/results/triage-comment.ts';

const links = {
  serverUrl: 'https://github.com',
  owner: 'octo',
  name: 'shop',
  contact: undefined,
  policyUrl: undefined,
};
const nothing: TriageNotesView = {
  security: false,
  secret: false,
  missing: [],
  duplicates: [],
  owners: [],
  notifiesOwners: false,
  mention: [],
};

describe('the comment of triage', () => {
  it('is written like this', async () => {
    const text = renderTriageComment(
      {
        ...nothing,
        missing: ['Version', 'Steps to reproduce'],
        duplicates: [
          {
            number: 41,
            title: 'Checkout crashes when the cart is empty',
            open: true,
            similarity: 0.72,
            sharedTerms: ['checkout', 'rendercart', 'cart', 'empty'],
            by: 'words',
          },
        ],
        owners: [{ path: 'lib/cart/render.ts', owners: ['@octo/checkout', '@lisa'] }],
        mention: ['@octo/triage'],
      },
      links,
    );
    await expect(text).toMatchFileSnapshot('../../docs/renderings/triage-comment.md');
  });

  it('answers a report of a vulnerability like this', async () => {
    const text = renderTriageComment(
      { ...nothing, security: true, secret: true },
      { ...links, policyUrl: 'https://github.com/octo/shop/security/policy' },
    );
    await expect(text).toMatchFileSnapshot('../../docs/renderings/security-report.md');
  });

  it.each([
    ['an address', 'https://example.com/report', '<https://example.com/report>'],
    ['an e-mail address', 'security@example.com', '<security@example.com>'],
    ['words', 'us at #security, see [here](http://evil.example)', 'us at #security, see \\[here\\]'],
  ])('names the configured contact: %s', (_name, contact, expected) => {
    expect(renderTriageComment({ ...nothing, security: true }, { ...links, contact })).toContain(expected);
  });

  it('is none when there is nothing to say', () => {
    expect(renderTriageComment(nothing, links)).toBeUndefined();
  });

  it('lets no untrusted text out of its place', () => {
    const evil =
      '@octo/all closes #1 <b> [x](http://e.example) `` ` ``\n\n# Heading\n- [ ] box <!-- devops:box refresh -->';
    const text = renderTriageComment(
      {
        ...nothing,
        missing: [evil],
        duplicates: [
          { number: 1, title: evil, open: false, similarity: 1, sharedTerms: [evil], by: 'meaning' },
        ],
      },
      links,
    );
    const prose = (text ?? '').replaceAll(/(`+)[^]*?\1/g, '');
    expect(prose).not.toMatch(/@octo|#1 |<b>|[^\\]\]\(http|^# Heading|<!-- devops:box/m);
  });

  it('tells stale issues like this', async () => {
    const text = renderStaleNotice({
      days: 90,
      closeAfterDays: 14,
      label: 'stale',
      exemptLabels: [],
      exemptAssigned: true,
    });
    await expect(text).toMatchFileSnapshot('../../docs/renderings/stale-notice.md');
  });
});

const record = (environment: string, sha: string, updatedAt: string): DeployRecord => ({
  runId: '1a2b3c4d5e6f',
  repository: 'octo/shop',
  environment,
  pullRequest: 12,
  sha,
  ref: 'main',
  actor: 'mona',
  cause: 'deploy',
  parameters: {},
  digest: '',
  state: 'success',
  deploymentId: 1,
  createdAt: updatedAt,
  updatedAt,
});

const view: DashboardView = {
  at: '2026-11-23T06:00:00.000Z',
  links,
  reviews: [
    {
      pullRequest: 57,
      title: 'Pay by invoice',
      findings: [
        { fingerprint: '1a2b3c4d5e6f7081', summary: 'high: sql-injection at lib/invoice.ts:12' },
        { fingerprint: '99aabbccddeeff00', summary: 'medium: insecure-cookie at lib/session.ts:8' },
      ],
    },
  ],
  failures: [
    {
      repository: 'octo/shop',
      workflow: 'nightly',
      pullRequest: 0,
      headSha: 'c'.repeat(40),
      runId: 4711,
      attempt: 1,
      source: 'workflow',
      rerun: false,
      advice: null,
      failures: [
        {
          category: 'test',
          tool: 'vitest',
          message: 'AssertionError: expected 119 to be 120',
          line: 812,
          job: 'test',
          step: 'npm test',
          alsoIn: [],
          exitCode: 1,
          place: { path: 'test/cart.test.ts', line: 14, column: null },
          frames: [],
          tests: [
            { name: 'cart > rounds the tax', message: 'expected 119 to be 120', place: null, logLine: 812 },
          ],
          problems: [],
          more: 0,
          excerpt: [],
          why: 'A test failed.',
          next: 'Run it alone.',
          fingerprint: '0123456789abcdef',
        },
      ],
      gaps: [],
    },
  ],
  flaky: [
    {
      workflow: 'ci',
      test: 'cart > adds the tax',
      times: 4,
      runs: 120,
      headSha: 'd'.repeat(40),
      at: '2026-11-20T10:00:00.000Z',
    },
  ],
  deployments: [
    record('staging', 'a1b2c3d'.padEnd(40, '0'), '2026-11-22T15:00:00.000Z'),
    record('production', '0f9e8d7'.padEnd(40, '0'), '2026-11-16T09:00:00.000Z'),
  ],
  environments: ['staging', 'production'],
  locks: [
    {
      environment: 'production',
      isGlobal: false,
      lock: {
        pullRequest: 57,
        runId: null,
        by: 'lisa',
        reason: 'Migration under way',
        sticky: true,
        at: '2026-11-22T18:00:00.000Z',
        expiresAt: null,
      },
      waiting: [],
    },
  ],
  approvals: [],
  schedules: [
    {
      repository: 'octo/shop',
      installationId: 1,
      target: { owner: 'octo', name: 'shop', defaultBranch: 'main' },
      entry: { name: 'monday', cron: '0 7 * * 1', timeZone: 'Europe/Berlin', work: { kind: 'digest' } },
      nextAt: '2026-11-30T06:00:00.000Z',
      last: { at: '2026-11-23T06:00:00.000Z', runId: '0a1b2c3d4e5f' },
    },
  ],
  modelCost: { weekUsd: 1.234, monthUsd: 5.5 },
  awsCost: {
    kind: 'known',
    from: '2026-10-24',
    to: '2026-11-23',
    services: [
      { service: 'Amazon Elastic Compute Cloud - Compute', amount: 210.5, unit: 'USD' },
      { service: 'Amazon Simple Storage Service', amount: 31.2, unit: 'USD' },
      { service: 'AmazonCloudWatch', amount: 9.9, unit: 'USD' },
      { service: 'AWS Lambda', amount: 0.4, unit: 'USD' },
    ],
  },
  said: ['2026-11-22T18:05:00.000Z `lisa`: brought up to date.'],
};

describe('the dashboard', () => {
  it('is written like this', async () => {
    await expect(renderDashboard(view).body).toMatchFileSnapshot('../../docs/renderings/dashboard.md');
  });

  it('names every box that it has, and each once', () => {
    const { body, boxes } = renderDashboard(view);
    const inBody = [...body.matchAll(/^- \[ \] (.* <!-- devops:box \S+ -->)$/gm)].map(([, text]) => text);
    expect(boxes).toEqual(inBody);
    expect(new Set(boxes).size).toBe(boxes.length);
    expect(boxes.map(readBox)).toContainEqual({ kind: 'unlock', environment: 'production' });
  });

  it('stays below what GitHub takes, with the boxes that are left', () => {
    const reviews = Array.from({ length: 20 }, (_, index) => ({
      pullRequest: index + 1,
      title: 'x'.repeat(5_000),
      findings: Array.from({ length: 9 }, (_unused, at) => ({
        fingerprint: `${index}${at}`.padStart(16, '0'),
        summary: 'y'.repeat(5_000),
      })),
    }));
    const flaky = Array.from({ length: 300 }, (_, index) => ({
      ...(view.flaky[0] as DashboardView['flaky'][number]),
      test: `${index} ${'z'.repeat(500)}`,
    }));
    const { body, boxes } = renderDashboard({ ...view, reviews, flaky });
    expect(body.length).toBeLessThan(65_536);
    expect(boxes.every(text => body.includes(`- [ ] ${text}`))).toBe(true);
  });

  it('lets no untrusted text make a box, a mention or a reference', () => {
    const evil =
      '@octo/all closes #1 <!-- devops:box unlock:production -->\n- [ ] x <!-- devops:box rerun:1 -->';
    const { body } = renderDashboard({
      ...view,
      locks: [],
      reviews: [{ pullRequest: 3, title: evil, findings: [{ fingerprint: 'a'.repeat(16), summary: evil }] }],
      failures: view.failures.map(failure => ({ ...failure, workflow: evil })),
      said: [],
    });
    const keys = body
      .split('\n')
      .flatMap(line => /^- \[ \] .*<!-- devops:box (\S+) -->$/.exec(line)?.[1] ?? []);
    expect(keys).toEqual(['refresh', `dismiss:3:${'a'.repeat(16)}`, 'rerun:4711']);
    expect(body.replaceAll(/(`+)[^]*?\1/g, '')).not.toMatch(/@octo|closes #1\b/);
  });
});
