import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOsvClient } from '../../src/clients/osv.ts';
import type { PackageVersion } from '../../src/contracts/outside.ts';
import { type FakeOsv, startFakeOsv } from '../fakes/osv/index.ts';

const npm = (name: string, version: string): PackageVersion => ({ ecosystem: 'npm', name, version });
const { signal } = new AbortController();
let osv: FakeOsv;

beforeAll(async () => {
  osv = await startFakeOsv([
    { id: 'GHSA-1', ecosystem: 'npm', name: 'a', versions: ['1.0.0'], severity: 'MODERATE', fixed: '1.0.1' },
    { id: 'CVE-1', ecosystem: 'npm', name: 'a', versions: ['1.0.0'], aliases: ['GHSA-1'] },
    { id: 'MAL-1', ecosystem: 'npm', name: 'b', versions: ['6.6.6'] },
    {
      id: 'GO-1',
      ecosystem: 'Go',
      name: 'example.com/c',
      versions: ['v1.2.0'],
      cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      fixed: '1.10.0',
    },
    { id: 'GHSA-2', ecosystem: 'npm', name: 'd', versions: ['1.0.0'], withdrawn: '2026-01-01T00:00:00Z' },
    { id: 'GHSA-3', ecosystem: 'npm', name: 'e', versions: ['1.0.0'] },
  ]);
});
beforeEach(() => {
  osv.fail = undefined;
});
afterAll(() => osv.close());

describe('the OSV client', () => {
  it('answers in the order of the question, each hole once', async () => {
    const answer = await createOsvClient({ baseUrl: osv.url })(
      [
        npm('fine', '1.0.0'),
        npm('a', '1.0.0'),
        { ecosystem: 'golang', name: 'example.com/c', version: '1.2.0' },
        npm('b', '6.6.6'),
        npm('d', '1.0.0'),
        npm('e', '1.0.0'),
        { ecosystem: 'unheard-of', name: 'x', version: '1' },
      ],
      signal,
    );
    expect(answer).toEqual([
      [],
      [{ id: 'GHSA-1', severity: 'medium', fixedIn: '1.0.1' }],
      [{ id: 'GO-1', severity: 'critical', fixedIn: '1.10.0' }],
      [{ id: 'MAL-1', severity: 'critical', fixedIn: undefined }],
      [],
      [{ id: 'GHSA-3', severity: 'high', fixedIn: undefined }],
      [],
    ]);
  });

  it('asks about a thousand packages at a time', async () => {
    const before = osv.requests.length;
    const many = Array.from({ length: 1500 }, (_, index) => npm(`p${index}`, '1.0.0'));
    expect(await createOsvClient({ baseUrl: osv.url })(many, signal)).toHaveLength(1500);
    expect(osv.requests.slice(before).map(({ path }) => path)).toEqual(['/v1/querybatch', '/v1/querybatch']);
  });

  it.each([500, 429, 302])('says so when it answers %i', async status => {
    osv.fail = status;
    await expect(createOsvClient({ baseUrl: osv.url })([npm('a', '1.0.0')], signal)).rejects.toMatchObject({
      code: 'osv-failed',
      retryable: true,
    });
  });

  it('says so when nothing listens', async () => {
    const query = createOsvClient({ baseUrl: 'http://127.0.0.1:9' });
    await expect(query([npm('a', '1.0.0')], signal)).rejects.toThrow(/could not be reached/);
  });
});
