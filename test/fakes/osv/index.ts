import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An advisory in OSV's schema, as far as the client reads it. */
export type FakeOsvAdvisory = {
  readonly id: string;
  readonly ecosystem: string;
  readonly name: string;
  readonly versions: readonly string[];
  readonly aliases?: readonly string[];
  readonly severity?: string;
  readonly cvss?: string;
  readonly fixed?: string;
  readonly withdrawn?: string;
};

/** OSV on loopback. */
export type FakeOsv = {
  readonly url: string;
  readonly requests: readonly { readonly path: string; readonly body: string }[];
  /** Answers with this status from now on; undefined: as it should. */
  fail: number | undefined;
  readonly close: () => Promise<void>;
};

export async function startFakeOsv(advisories: readonly FakeOsvAdvisory[]): Promise<FakeOsv> {
  const requests: { readonly path: string; readonly body: string }[] = [];
  const fake: { fail: number | undefined } = { fail: undefined };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const path = request.url ?? '';
      requests.push({ path, body });
      const answer = fake.fail === undefined ? answerTo(path, body, advisories) : undefined;
      response.writeHead(fake.fail ?? (answer === undefined ? 404 : 200), {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(answer ?? { code: 5, message: 'not found' }));
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(fake, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

type Query = {
  readonly package: { readonly ecosystem: string; readonly name: string };
  readonly version: string;
};

function answerTo(path: string, body: string, advisories: readonly FakeOsvAdvisory[]): object | undefined {
  if (path === '/v1/querybatch') {
    const { queries } = JSON.parse(body) as { readonly queries: readonly Query[] };
    return {
      results: queries.map(query => {
        const found = advisories.filter(
          ({ ecosystem, name, versions }) =>
            ecosystem === query.package.ecosystem &&
            name === query.package.name &&
            versions.includes(query.version),
        );
        return found.length === 0
          ? {}
          : { vulns: found.map(({ id }) => ({ id, modified: '2026-01-01T00:00:00Z' })) };
      }),
    };
  }
  const advisory = advisories.find(({ id }) => path === `/v1/vulns/${id}`);
  if (advisory === undefined) return undefined;
  const { id, ecosystem, name, aliases = [], severity, cvss, fixed, withdrawn } = advisory;
  const events = [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])];
  return {
    id,
    aliases,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(cvss === undefined ? {} : { severity: [{ type: 'CVSS_V3', score: cvss }] }),
    ...(severity === undefined ? {} : { database_specific: { severity } }),
    affected: [{ package: { ecosystem, name }, ranges: [{ type: 'SEMVER', events }] }],
  };
}
