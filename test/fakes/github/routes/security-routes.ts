import type { FakeRoute } from '../route.ts';
import { HttpRefusal } from '../route.ts';

/** Dependency review and the advisory database. */
export const securityRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}',
    permissions: ['contents:read'],
    handle: context => {
      const { dependencyChanges } = context.repository();
      if (dependencyChanges === 'off')
        throw new HttpRefusal(403, 'Dependency review is not supported on this repository.');
      return {
        list: dependencyChanges.map(change => ({
          change_type: 'added',
          manifest: change.manifest,
          ecosystem: change.ecosystem,
          name: change.name,
          version: change.version,
          package_url: `pkg:${change.ecosystem}/${change.name}@${change.version}`,
          license: change.license ?? null,
          source_repository_url: null,
          scope: 'runtime',
          vulnerabilities: (change.vulnerabilities ?? []).map(({ id, severity }) => ({
            severity,
            advisory_ghsa_id: id,
            advisory_summary: 'A summary',
            advisory_url: `https://github.com/advisories/${id}`,
          })),
        })),
      };
    },
  },
  {
    operation: 'GET /advisories',
    permissions: ['metadata:read'],
    handle: ({ state, query }) => ({
      list: state.advisories
        .filter(({ name }) => name.toLowerCase() === query.get('affects')?.toLowerCase())
        .map(advisory => ({
          ghsa_id: advisory.id,
          cve_id: null,
          url: `${state.apiUrl}/advisories/${advisory.id}`,
          html_url: `https://github.com/advisories/${advisory.id}`,
          repository_advisory_url: null,
          summary: 'A summary',
          description: 'A description',
          type: 'reviewed',
          severity: advisory.severity,
          source_code_location: null,
          identifiers: [{ type: 'GHSA', value: advisory.id }],
          references: [],
          published_at: state.startedAt,
          updated_at: state.startedAt,
          github_reviewed_at: state.startedAt,
          nvd_published_at: null,
          withdrawn_at: null,
          vulnerabilities: [
            {
              package: { ecosystem: 'actions', name: advisory.name },
              vulnerable_version_range: advisory.range,
              first_patched_version: null,
              vulnerable_functions: [],
            },
          ],
          cvss: null,
          cwes: [],
          credits: [],
        })),
    }),
  },
];
