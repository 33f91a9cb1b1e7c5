import { compareVersions, parseVersion } from '../workflows/references/version-range.ts';
import { about, baseOf, defineDependencyRule, shown } from './define-dependency-rule.ts';
import type { Dependency } from './dependency.ts';

const requirements = (version: string) => `example==${version}\n`;

export const dependencyDowngrade = defineDependencyRule({
  id: 'dependency-downgrade',
  title: 'Package set back to an older version',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-1395'],
  owasp: ['A06'],
  what: 'Reports packages whose exact version is lower than on the base.',
  why: 'An older version brings its fixed vulnerabilities back; it is also how a known hole is opened unnoticed.',
  fix: 'Keep the newer version, or say in the pull request why the older one is needed.',
  references: ['https://owasp.org/Top10/A06_2021-Vulnerable_and_Outdated_Components/'],
  check: ({ dependencies }, source) => {
    const base = baseOf(source);
    if (base === undefined) return [];
    const present = Map.groupBy(dependencies, ({ name }) => name);
    return dependencies.flatMap(dependency => {
      // Several versions side by side move on their own; only a lone one can be said to go back.
      if (present.get(dependency.name)?.length !== 1) return [];
      const [before, ...others] = base.named(dependency);
      if (before === undefined || others.length > 0 || !isLower(dependency, before)) return [];
      const message = `\`${shown(dependency.name)}\` goes back from ${shown(before.version ?? '')} to ${shown(dependency.version ?? '')}.`;
      return [about(dependency, { message })];
    });
  },
  examples: {
    bad: [{ path: 'requirements.txt', text: requirements('1.9.0'), base: requirements('1.10.0') }],
    good: [{ path: 'requirements.txt', text: requirements('1.10.0'), base: requirements('1.9.0') }],
  },
});

function isLower(after: Dependency, before: Dependency): boolean {
  if (after.version === undefined || before.version === undefined) return false;
  const [now, old] = [parseVersion(after.version), parseVersion(before.version)];
  return now !== undefined && old !== undefined && compareVersions(now, old) < 0;
}
