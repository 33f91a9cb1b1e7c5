import { Buffer } from 'node:buffer';
import { brotliDecompressSync } from 'node:zlib';
import { isOneEditApart } from '../../workflows/model/edit-distance.ts';
import type { Ecosystem } from '../dependency.ts';
import { packedNames } from './table.ts';
import { writtenNames } from './written-names.ts';

/** How many of the most downloaded are worth imitating; the others are only known not to be imitations. */
const imitated = 2000;
/** Shorter names are one letter apart from each other by accident too often. */
const shortestImitated = 5;

type Names = {
  readonly known: ReadonlySet<string>;
  /** Imitated names by themselves and by what is left when one character is taken out. */
  readonly byRest: ReadonlyMap<string, readonly string[]>;
  /** Imitated names by what is left when separators are taken out and look-alike characters are made one. */
  readonly bySkeleton: ReadonlyMap<string, string>;
};

/** Finds the popular package that a name is one typing error away from. */
export const popularNames = createPopularNames();

function createPopularNames(): {
  /** The popular name; undefined when the name is popular itself or like none. */
  imitatedBy(ecosystem: Ecosystem, name: string): string | undefined;
  isKnown(ecosystem: Ecosystem, name: string): boolean;
} {
  const cache = new Map<Ecosystem, Names>();
  const load = (ecosystem: Ecosystem): Names => {
    const names = cache.get(ecosystem) ?? indexNames(readNames(ecosystem));
    cache.set(ecosystem, names);
    return names;
  };
  return {
    isKnown: (ecosystem, name) => load(ecosystem).known.has(name),
    imitatedBy(ecosystem, name) {
      const { known, byRest, bySkeleton } = load(ecosystem);
      if (known.has(name) || name.length < shortestImitated - 1) return undefined;
      const respelt = bySkeleton.get(skeletonOf(name));
      if (respelt !== undefined) return respelt;
      return [name, ...restsOf(name)]
        .flatMap(rest => byRest.get(rest) ?? [])
        .find(candidate => isOneEditApart(name, candidate) && !isRelative(name, candidate));
    },
  };
}

/** The next major version or another number is a name that the same people give: `vue2`, `base64`, `pg8000`. */
function isRelative(name: string, popular: string): boolean {
  return name.replace(/\d+/g, '') === popular.replace(/\d+/g, '');
}

function readNames(ecosystem: Ecosystem): readonly string[] {
  if (ecosystem !== 'npm' && ecosystem !== 'pypi') return writtenNames[ecosystem].split(/\s+/);
  const text = brotliDecompressSync(Buffer.from(packedNames, 'base64')).toString('utf8');
  const [npm = '', pypi = ''] = text.split('\n');
  return (ecosystem === 'npm' ? npm : pypi).split(' ');
}

function indexNames(names: readonly string[]): Names {
  const byRest = new Map<string, string[]>();
  for (const name of names.slice(0, imitated)) {
    if (name.length < shortestImitated) continue;
    for (const rest of [name, ...restsOf(name)]) {
      const sharing = byRest.get(rest);
      if (sharing === undefined) byRest.set(rest, [name]);
      else sharing.push(name);
    }
  }
  return { known: new Set(names), byRest, bySkeleton: skeletonsOf(names.slice(0, imitated)) };
}

function restsOf(name: string): readonly string[] {
  return Array.from(name, (_character, index) => name.slice(0, index) + name.slice(index + 1));
}

function skeletonsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const skeletons = new Map<string, string>();
  for (const name of names) {
    const skeleton = skeletonOf(name);
    if (name.length > shortestImitated && !skeletons.has(skeleton)) skeletons.set(skeleton, name);
  }
  return skeletons;
}

/** `socket.io` as `socketi0`, `python_dateutil` and `python-dateutil` as one; a scope keeps its slash. */
function skeletonOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_.]/g, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/o/g, '0')
    .replace(/[il|]/g, '1');
}
