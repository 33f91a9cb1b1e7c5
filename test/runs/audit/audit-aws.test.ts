import { describe, expect, it } from 'vitest';
import { type AwsRequestHandler, createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import type { AuditReport, Verdict } from '../../../src/contracts/audit.ts';
import { controls } from '../../../src/controls/index.ts';
import { auditAws } from '../../../src/runs/audit/audit-aws.ts';
import { createFakeAccount } from '../../fakes/aws/fake-account.ts';
import { createFakeAws, type FakeAws } from '../../fakes/aws/fake-aws.ts';
import { noLimits } from '../../tools/aws/call-aws-tool.ts';

const regions = ['eu-central-1', 'us-east-1'];
const handlers = createFakeAccount({ regions, instances: 4, buckets: 3, users: 250 });

async function audited(
  fake: FakeAws,
  options: {
    readonly ids?: readonly string[];
    readonly regions?: readonly string[];
    readonly callTimeoutMs?: number;
    readonly requestHandler?: AwsRequestHandler;
  } = {},
): Promise<AuditReport> {
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => new Date(),
    credentials: () => Promise.resolve({ accessKeyId: 'key', secretAccessKey: 'secret' }),
    requestHandler: options.requestHandler ?? fake.requestHandler,
  });
  const access = createAwsToolAccess(connector, {
    region: 'eu-central-1',
    reader: undefined,
    actor: undefined,
    limits: noLimits,
  });
  const chosen = controls.filter(({ id }) => options.ids === undefined || options.ids.includes(id));
  return await auditAws({
    access,
    homeRegion: 'eu-central-1',
    regions: options.regions ?? [],
    controls: chosen,
    controlsInAll: controls.length,
    actor: 'mona',
    runId: 'run-1',
    now: () => new Date('2026-06-01T00:00:00Z'),
    limits: { concurrency: 4, callTimeoutMs: options.callTimeoutMs ?? 30_000 },
    wait: () => Promise.resolve(),
  });
}

const verdictOf = (report: AuditReport, id: string): Verdict | undefined =>
  report.controls.find(control => control.id === id)?.verdict;

describe('an audit of an account', () => {
  it('looks at every enabled region, reads every page, and says what it looked at', async () => {
    const fake = createFakeAws(handlers);
    const report = await audited(fake);
    expect(report.failures).toEqual([]);
    expect(report.regions).toEqual({ scanned: regions, enabled: regions });
    expect(report).toMatchObject({ account: '111122223333', controlsInAll: 63 });
    expect(report.controls.filter(({ verdict }) => verdict === 'ERROR')).toEqual([]);
    expect(report.controls.find(({ id }) => id === '1.14')?.outcomes).toHaveLength(250);
    expect(fake.calls.some(({ region }) => region === 'us-east-1')).toBe(true);
  });

  it('plans a remedy for every failure, with the resource in it', async () => {
    const report = await audited(createFakeAws(handlers), { ids: ['2.1.4'] });
    expect(report.remediation).toHaveLength(3);
    expect(report.remediation[0]).toMatchObject({ control: '2.1.4', resource: 'bucket-0' });
    expect(report.remediation[0]?.commands[0]).toContain('--bucket bucket-0 ');
  });

  it('asks only what the chosen controls need', async () => {
    const fake = createFakeAws(handlers);
    await audited(fake, { ids: ['1.7'] });
    expect(fake.actions().toSorted()).toEqual([
      'ec2:DescribeRegions',
      'iam:GetAccountPasswordPolicy',
      'sts:GetCallerIdentity',
    ]);
  });

  it('says of regions that were left out that nothing is known of them', async () => {
    const report = await audited(createFakeAws(handlers), { ids: ['5.3'], regions: ['us-east-1'] });
    expect(report.regions.scanned).toEqual(['us-east-1']);
    expect(verdictOf(report, '5.3')).toBe('ERROR');
  });

  it('tries throttled calls again', async () => {
    const fake = createFakeAws(handlers);
    fake.faults.push({
      action: 'iam:GetAccountSummary',
      times: 1,
      kind: 'refuse',
      code: 'Throttling',
      status: 400,
    });
    const report = await audited(fake, { ids: ['1.3'] });
    expect(verdictOf(report, '1.3')).toBe('PASS');
  });

  it.each([
    ['ExpiredToken', 'aws-expired-credentials', 'Renew them'],
    ['InvalidClientTokenId', 'aws-invalid-credentials', 'Check the access key'],
  ])('ends at once when everything answers %s', async (name, code, next) => {
    const fake = createFakeAws(handlers);
    fake.faults.push({ action: '*', times: 1_000, kind: 'refuse', code: name, status: 403 });
    await expect(audited(fake)).rejects.toMatchObject({ code, publicMessage: expect.stringContaining(next) });
    expect(fake.calls).toHaveLength(2);
  });

  const before = audited(createFakeAws(handlers));
  it.each(Object.keys(handlers))('goes on when %s is denied, and passes nothing for it', async action => {
    const fake = createFakeAws(handlers);
    fake.faults.push({ action, times: 1_000, kind: 'refuse', code: 'AccessDenied', status: 403 });
    const report = await audited(fake);
    expect(report.failures.map(({ code }) => code)).toContain('denied');
    for (const control of report.controls) {
      const whole = verdictOf(await before, control.id);
      // Denied reads only take something away: what a verdict was, or that it cannot be told any more.
      expect([whole, 'ERROR']).toContain(control.verdict);
    }
    const isOnlyIdentity = action === 'sts:GetCallerIdentity';
    const changed = report.controls.filter(({ verdict }) => verdict === 'ERROR').length;
    // Without region list the home region alone is looked at; without identity only the account's block is unknown.
    expect(changed).toBeGreaterThan(isOnlyIdentity ? -1 : 0);
  });

  it('gives up on a call that does not answer, and goes on', async () => {
    const fake = createFakeAws(handlers);
    const { handle } = fake.requestHandler as unknown as { handle: (request: object) => Promise<unknown> };
    const hanging = {
      handle: async (request: { readonly body?: unknown }) =>
        String(request.body).includes('GetAccountSummary')
          ? await new Promise(() => undefined)
          : await handle(request),
    };
    const report = await audited(fake, {
      ids: ['1.3', '1.7'],
      callTimeoutMs: 200,
      requestHandler: hanging as unknown as AwsRequestHandler,
    });
    expect(report.failures).toMatchObject([{ code: 'timeout' }]);
    expect(verdictOf(report, '1.3')).toBe('ERROR');
    expect(verdictOf(report, '1.7')).toBe('FAIL');
  });

  it('goes on when something else than AWS answers', async () => {
    const fake = createFakeAws(handlers);
    fake.faults.push({ action: 'access-analyzer:GET /analyzer', times: 1_000, kind: 'garbage' });
    const report = await audited(fake, { ids: ['1.19', '1.7'] });
    expect(verdictOf(report, '1.19')).toBe('ERROR');
    expect(verdictOf(report, '1.7')).toBe('FAIL');
  });
});
