import type { Detector, RawFinding, RuleMetadata, SourceFile } from '../../contracts/detector.ts';
import { baseDependenciesOf, dependenciesOf, isDependencyFile } from './dependencies-of.ts';
import type { Dependency, DependencyFile } from './dependency.ts';

/** What distinguishes one rule about dependencies; reading lock files and manifests is shared. */
export type DependencyRule = Omit<RuleMetadata, 'family'> & {
  readonly check: (file: DependencyFile, source: SourceFile) => readonly RawFinding[];
};

/** Makes a rule about one lock file or manifest. */
export function defineDependencyRule(rule: DependencyRule): Detector {
  const { check, ...meta } = rule;
  return {
    meta: { ...meta, family: 'dependencies' },
    appliesTo: isDependencyFile,
    detect: source => {
      const file = dependenciesOf(source);
      return file === undefined ? [] : check(file, source);
    },
  };
}

/** A finding about one package: part of the change when any line of its entry is. */
export function about(
  { place, span }: Dependency,
  details: Omit<RawFinding, 'start' | 'end' | 'related'>,
): RawFinding {
  return { start: place.start, end: place.end, related: [span], ...details };
}

/** The packages of the base by name and version, and by name; undefined when the base was not read. */
export function baseOf(source: SourceFile):
  | {
      readonly file: DependencyFile;
      readonly same: (dependency: Dependency) => Dependency | undefined;
      readonly named: (dependency: Dependency) => readonly Dependency[];
    }
  | undefined {
  const file = baseDependenciesOf(source);
  if (file === undefined) return undefined;
  const byVersion = new Map(file.dependencies.map(entry => [versionKey(entry), entry]));
  const byName = Map.groupBy(file.dependencies, nameKey);
  return {
    file,
    same: dependency => byVersion.get(versionKey(dependency)),
    named: dependency => byName.get(nameKey(dependency)) ?? [],
  };
}

/** A name as far as a message may repeat it: untrusted text. */
export function shown(name: string): string {
  return name.replace(/[^\w@/.:~-]/g, '?').slice(0, 80);
}

function nameKey({ alias, name }: Dependency): string {
  return alias ?? name;
}

function versionKey(dependency: Dependency): string {
  return `${nameKey(dependency)}\0${dependency.version ?? ''}`;
}
