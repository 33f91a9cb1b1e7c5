import { z } from 'zod';
import type { PackageVersion, PackageVulnerability } from '../contracts/outside.ts';
import type { Severity } from '../contracts/severity.ts';
import { AppError } from '../errors.ts';
import { cvssSeverity } from './cvss.ts';

/** OSV takes at most this many packages in one request. */
const batchSize = 1000;
/** Most advisories whose details are read; a change that brings in more has enough to do. */
const maxAdvisories = 200;
/** Longest wait for one answer, milliseconds. */
const timeoutMs = 15_000;
/** Largest answer that is read, bytes. */
const maxAnswerBytes = 20_000_000;

/** OSV's names of ecosystems (ossf.github.io/osv-schema). */
const ecosystems: Readonly<Record<string, string>> = {
  npm: 'npm',
  pypi: 'PyPI',
  golang: 'Go',
  maven: 'Maven',
  cargo: 'crates.io',
  gem: 'RubyGems',
};

const batchSchema = z.object({
  results: z.array(
    z
      .object({
        vulns: z.array(z.object({ id: z.string() })).optional(),
        next_page_token: z.string().optional(),
      })
      .nullable()
      .transform(result => result ?? {}),
  ),
});

const advisorySchema = z.object({
  id: z.string(),
  aliases: z.array(z.string()).default([]),
  withdrawn: z.string().optional(),
  severity: z.array(z.object({ type: z.string(), score: z.string() })).default([]),
  database_specific: z.object({ severity: z.string().optional() }).optional().catch(undefined),
  affected: z
    .array(
      z.object({
        package: z.object({ ecosystem: z.string(), name: z.string() }).optional(),
        ranges: z
          .array(z.object({ events: z.array(z.object({ fixed: z.string().optional() })).default([]) }))
          .default([]),
      }),
    )
    .default([]),
});

/** Asks OSV which of some package versions have advisories; answers in the order of the question. */
export type QueryOsv = (
  packages: readonly PackageVersion[],
  signal: AbortSignal,
) => Promise<readonly (readonly PackageVulnerability[])[]>;

/**
 * A client of OSV's API (google.github.io/osv.dev/api), which needs no account. It is told names and versions of packages.
 *
 * @throws AppError `osv-failed`, retryable, when it does not answer as documented.
 */
export function createOsvClient(options: {
  /** Without trailing slash; `https://api.osv.dev`, or a mirror. */
  readonly baseUrl: string;
}): QueryOsv {
  const ask = createAsk(options.baseUrl);
  return async (packages, signal) => {
    const known = packages.filter(({ ecosystem }) => ecosystems[ecosystem] !== undefined);
    const ids = await idsOf(known, ask, signal);
    const wanted = [...new Set(ids.flat())];
    if (wanted.length > maxAdvisories)
      throw failure(`there are ${wanted.length} advisories, more than are read at once`);
    const advisories = new Map<string, z.infer<typeof advisorySchema>>();
    for (const id of wanted) {
      advisories.set(
        id,
        advisorySchema.parse(await ask(`/v1/vulns/${encodeURIComponent(id)}`, undefined, signal)),
      );
    }
    return packages.map(one => {
      const found = ids[known.indexOf(one)] ?? [];
      const own = found.flatMap(id => advisories.get(id) ?? []);
      return withoutAliases(own).map(advisory => toVulnerability(advisory, one));
    });
  };
}

type Ask = (path: string, body: unknown, signal: AbortSignal) => Promise<unknown>;
type OsvAdvisory = z.infer<typeof advisorySchema>;

async function idsOf(
  packages: readonly PackageVersion[],
  ask: Ask,
  signal: AbortSignal,
): Promise<readonly (readonly string[])[]> {
  const ids: (readonly string[])[] = [];
  for (let start = 0; start < packages.length; start += batchSize) {
    const queries = packages.slice(start, start + batchSize).map(({ ecosystem, name, version }) => ({
      package: { ecosystem: ecosystems[ecosystem], name },
      version: ecosystem === 'golang' ? `v${version}` : version,
    }));
    const { results } = batchSchema.parse(await ask('/v1/querybatch', { queries }, signal));
    if (results.length !== queries.length) throw failure('its answer does not fit the question');
    if (results.some(({ next_page_token: more }) => more !== undefined))
      throw failure('one package has more advisories than one answer holds');
    ids.push(...results.map(({ vulns = [] }) => vulns.map(({ id }) => id)));
  }
  return ids;
}

function createAsk(baseUrl: string): Ask {
  return async (path, body, signal) => {
    const request = {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      redirect: 'error',
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    } as const;
    try {
      const response = await fetch(`${baseUrl}${path}`, request);
      if (!response.ok) throw failure(`it answered ${response.status}`);
      const text = await response.text();
      if (text.length > maxAnswerBytes) throw failure('its answer is too large');
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw cause instanceof AppError ? cause : failure('it could not be reached', cause);
    }
  };
}

function failure(why: string, cause?: unknown): AppError {
  return new AppError({
    code: 'osv-failed',
    publicMessage: `OSV could not be asked about packages: ${why}.`,
    retryable: true,
    cause,
  });
}

/** One hole often has an advisory of GitHub and one of the ecosystem, which name each other. */
function withoutAliases(advisories: readonly OsvAdvisory[]): readonly OsvAdvisory[] {
  const kept: OsvAdvisory[] = [];
  const current = advisories.filter(({ withdrawn }) => withdrawn === undefined);
  for (const advisory of current.toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))) {
    const names = [advisory.id, ...advisory.aliases];
    if (!kept.some(({ id, aliases }) => names.includes(id) || aliases.some(alias => names.includes(alias))))
      kept.push(advisory);
  }
  return kept;
}

/** Malware first, then GitHub's, which say how severe they are. */
function rank(id: string): number {
  return id.startsWith('MAL-') ? 0 : id.startsWith('GHSA-') ? 1 : 2;
}

const words: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
};

function toVulnerability(advisory: OsvAdvisory, one: PackageVersion): PackageVulnerability {
  const word = words[advisory.database_specific?.severity?.toLowerCase() ?? ''];
  const scored = advisory.severity.flatMap(({ score }) => cvssSeverity(score) ?? [])[0];
  const own = advisory.affected.filter(({ package: affected }) => affected?.name === one.name);
  const fixes = own.flatMap(({ ranges }) =>
    ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? [])),
  );
  return {
    id: advisory.id,
    // Without a score it is taken for severe: somebody should look.
    severity: advisory.id.startsWith('MAL-') ? 'critical' : (word ?? scored ?? 'high'),
    fixedIn: nextFix(fixes, one.version),
  };
}

/** The lowest fixed version above the one in use. */
function nextFix(fixes: readonly string[], version: string): string | undefined {
  const collator = new Intl.Collator('en', { numeric: true });
  return fixes
    .filter(fix => collator.compare(fix, version) > 0)
    .toSorted((a, b) => collator.compare(a, b))[0];
}
