import { type ConfigEntry, entryOf, stringOf } from '../../../parsers/config-node.ts';
import { parseJson } from '../../../parsers/json.ts';
import { createDependency, type Dependency, type DependencyFile, sourceOf } from '../dependency.ts';
import { splitName } from './npm-lock.ts';

const sections = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * `package.json` (docs.npmjs.com, package.json).
 *
 * @throws SyntaxProblem when it is not JSON.
 */
export function readPackageJson(text: string): DependencyFile {
  const root = parseJson(text);
  const dependencies = sections.flatMap(section => {
    const map = entryOf(root, section)?.value;
    return map?.kind === 'map' ? map.entries.flatMap(toDependency) : [];
  });
  return { ecosystem: 'npm', kind: 'manifest', dependencies };
}

function toDependency(entry: ConfigEntry): readonly Dependency[] {
  const requirement = stringOf(entry.value);
  if (requirement === undefined) return [];
  const span = { start: entry.keySpan.start, end: entry.value.end };
  const target = requirement.startsWith('npm:') ? splitName(requirement.slice(4)) : undefined;
  const source = sourceOf(requirement);
  return [
    createDependency({
      name: target?.name ?? entry.key,
      alias: target === undefined ? undefined : entry.key,
      requirement: target?.version ?? requirement,
      source: source ?? { kind: 'registry', url: undefined },
      span,
      place: span,
    }),
  ];
}
