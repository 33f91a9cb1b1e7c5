import { type AddedDependencies, addedDependencies } from '../../../analysis/added-dependencies.ts';
import { placeFindings } from '../../../analysis/analyse-file.ts';
import type { RepositoryClient } from '../../../clients/github/repository-client.ts';
import type { QueryOsv } from '../../../clients/osv.ts';
import type {
  OutsideInput,
  OutsideResult,
  PackageVersion,
  PackageVulnerability,
  ReviewedDependency,
} from '../../../contracts/outside.ts';
import type { Dependency } from '../../../detectors/dependencies/dependency.ts';
import {
  judgeDependencyLicence,
  judgeVulnerabilities,
  type OutsideFinding,
} from '../../../detectors/dependencies/online/judge-dependencies.ts';
import { AppError, publicMessageOf } from '../../../errors.ts';

type Clients = {
  readonly github: Pick<RepositoryClient, 'dependencyChanges'> | undefined;
  readonly queryOsv: QueryOsv;
};

/** What a service knows about a package version, by `packageKey`; `undefined` means that nobody could be asked. */
type Known = {
  readonly vulnerabilities: (key: string) => readonly PackageVulnerability[];
  readonly licence: (key: string) => string | undefined;
};

/** Asks about what a change adds or raises: GitHub's dependency review where there is one, else OSV. */
export async function auditDependencies(input: OutsideInput, clients: Clients): Promise<OutsideResult> {
  const added = addedDependencies(input.files).filter(({ dependencies }) => dependencies.length > 0);
  if (added.length === 0) return nothing;
  const known = await ask(input, clients, added);
  if (typeof known === 'string') return { ...nothing, notAnalysed: [{ path: null, reason: known }] };
  const unknownLicences = new Set<string>();
  const placed = added.map(entry => {
    const found = entry.dependencies.flatMap(dependency => {
      const key = packageKey({ ...dependency, ecosystem: entry.ecosystem });
      const licence = judgeDependencyLicence(
        dependency,
        known.licence(key) ?? dependency.licence,
        input.config.dependencies.licences,
      );
      if (licence === 'unknown' && dependency.source.kind !== 'path') unknownLicences.add(dependency.name);
      return [
        ...judgeVulnerabilities(dependency, known.vulnerabilities(key)),
        ...(typeof licence === 'string' ? [] : [licence]),
      ];
    });
    return place(entry, found, input.disabledRules);
  });
  return {
    findings: placed.flatMap(({ findings }) => findings),
    ignored: placed.flatMap(({ ignored }) => ignored),
    notAnalysed: licenceGap([...unknownLicences], input.disabledRules),
    warnings: [],
  };
}

const nothing: OutsideResult = { findings: [], ignored: [], notAnalysed: [], warnings: [] };

function place(
  { file, source }: AddedDependencies,
  found: readonly OutsideFinding[],
  disabledRules: readonly string[],
): ReturnType<typeof placeFindings> {
  const enabled = found.filter(({ meta }) => !disabledRules.includes(meta.id));
  return placeFindings(source, file.changedLines, [...enabled], 'unchanged');
}

/** The answers, or the sentence that says why there are none. */
async function ask(
  input: OutsideInput,
  { github, queryOsv }: Clients,
  added: readonly AddedDependencies[],
): Promise<Known | string> {
  try {
    const reviewed = await reviewByGitHub(input, github);
    if (reviewed !== 'off') return knownFromReview(reviewed);
    if (!input.config.dependencies.osv) {
      return 'known vulnerabilities of packages: this repository has no dependency review, and `dependencies.osv` is off';
    }
    return await askOsv(added, queryOsv, input.signal);
  } catch (error) {
    // A broken promise of a service is a gap of this review; anything else is ours to repair.
    if (error instanceof AppError) return `known vulnerabilities of packages: ${publicMessageOf(error)}`;
    throw error;
  }
}

async function reviewByGitHub(
  { baseSha, headSha }: OutsideInput,
  github: Clients['github'],
): Promise<readonly ReviewedDependency[] | 'off'> {
  if (github === undefined || baseSha === undefined) return 'off';
  return await github.dependencyChanges(baseSha, headSha);
}

function knownFromReview(reviewed: readonly ReviewedDependency[]): Known {
  const byKey = Map.groupBy(reviewed, packageKey);
  return {
    vulnerabilities: key => {
      const all = (byKey.get(key) ?? []).flatMap(({ vulnerabilities }) => vulnerabilities);
      return [...new Map(all.map(vulnerability => [vulnerability.id, vulnerability])).values()];
    },
    licence: key => byKey.get(key)?.find(({ licence }) => licence !== undefined)?.licence,
  };
}

async function askOsv(
  added: readonly AddedDependencies[],
  queryOsv: QueryOsv,
  signal: AbortSignal,
): Promise<Known> {
  const packages = new Map<string, PackageVersion>();
  for (const { ecosystem, dependencies } of added) {
    for (const { name, version, source } of dependencies) {
      if (version === undefined || source.kind === 'path') continue;
      const one = { ecosystem, name, version };
      packages.set(packageKey(one), one);
    }
  }
  const keys = [...packages.keys()];
  const answers = keys.length === 0 ? [] : await queryOsv([...packages.values()], signal);
  const byKey = new Map(keys.map((key, index) => [key, answers[index] ?? []]));
  return { vulnerabilities: key => byKey.get(key) ?? [], licence: () => undefined };
}

function packageKey({
  ecosystem,
  name,
  version,
}: {
  readonly ecosystem: string;
  readonly name: Dependency['name'];
  readonly version: string | undefined;
}): string {
  return `${ecosystem}\0${name.toLowerCase()}\0${(version ?? '').replace(/^v|^=+\s*/, '')}`;
}

/** A policy about licences cannot be kept where the licence is not known. */
function licenceGap(
  names: readonly string[],
  disabledRules: readonly string[],
): OutsideResult['notAnalysed'] {
  if (names.length === 0 || disabledRules.includes('dependency-licence')) return [];
  const shown = names.slice(0, 5).map(name => `\`${name.replace(/[^\w@/.:-]/g, '?').slice(0, 80)}\``);
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return [{ path: null, reason: `the licence of ${shown.join(', ')}${more} is not known` }];
}
