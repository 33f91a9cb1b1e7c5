import type { RawFinding } from '../../../contracts/detector.ts';
import type { PackageVulnerability } from '../../../contracts/outside.ts';
import { about, shown } from '../define-dependency-rule.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyLicence } from '../dependency-licence.ts';
import { knownVulnerableDependency } from '../known-vulnerable-dependency.ts';
import { maliciousDependency } from '../malicious-dependency.ts';
import { judgeLicence, type LicencePolicy } from './licence-policy.ts';

/** A finding and the rule it belongs to. */
export type OutsideFinding = {
  readonly meta: typeof knownVulnerableDependency.meta;
  readonly found: RawFinding;
};

/** One finding for each advisory about a package that a change brings in. */
export function judgeVulnerabilities(
  dependency: Dependency,
  vulnerabilities: readonly PackageVulnerability[],
): readonly OutsideFinding[] {
  const name = `\`${shown(dependency.name)}\` ${shown(dependency.version ?? '')}`;
  return vulnerabilities.map(({ id, severity, fixedIn }) => {
    const advisory = shown(id);
    if (advisory.startsWith('MAL-')) {
      const message = `${name} is malware (${advisory}).`;
      return { meta: maliciousDependency.meta, found: { ...about(dependency, { message }), isChange: true } };
    }
    const fix =
      fixedIn === undefined
        ? `${advisory} names no fixed version yet: use another package, or dismiss the finding with a reason.`
        : `Use ${shown(fixedIn)} or later (${advisory}).`;
    return {
      meta: knownVulnerableDependency.meta,
      found: {
        ...about(dependency, { message: `${name} is affected by ${advisory}.`, severity, fix }),
        isChange: true,
      },
    };
  });
}

/** The finding about a licence, `unknown` when the policy needs one and none is known, `admitted` otherwise. */
export function judgeDependencyLicence(
  dependency: Dependency,
  licence: string | undefined,
  policy: LicencePolicy,
): OutsideFinding | 'unknown' | 'admitted' {
  if (policy.allow.length === 0 && policy.deny.length === 0) return 'admitted';
  const verdict = licence === undefined ? 'unknown' : judgeLicence(licence, policy);
  if (verdict !== 'refused') return verdict;
  const message = `\`${shown(dependency.name)}\` is licensed ${shown(licence ?? '')}, which the policy does not admit.`;
  return { meta: dependencyLicence.meta, found: { ...about(dependency, { message }), isChange: true } };
}
