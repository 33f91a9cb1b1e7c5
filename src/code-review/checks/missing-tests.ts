import type { CodeCheck, CodeFile, CodeProblem, TestMapping } from '../../contracts/code-review.ts';
import { changedBehaviour } from '../behaviour.ts';
import { matchesAny } from '../glob.ts';
import { linesOf } from '../lines.ts';
import { isMigrationPath } from '../migrations/frameworks.ts';
import { fileNameOf, folderOf, isSourcePath, isTestPath, isToolPath, saysGenerated } from '../path-roles.ts';

/** Fewest lines of code that make a new behaviour. */
const fewestLines = 3;

/**
 * Source files whose behaviour changed while no test that belongs to them did: by the mapping of the configuration,
 * else by the conventions of names. A file whose lines were only moved, commented or imported has the same behaviour.
 */
export const missingTests: CodeCheck = ({ files }, { config, parse }) => {
  const tests = files.filter(({ path, status }) => status !== 'removed' && isTestPath(path));
  const moved = linesThatLeft(files);
  const mapped = config.tests.map(mapping => ({ mapping, isSource: matchesAny([mapping.source]) }));
  return files.flatMap((file): CodeProblem[] => {
    const own = mapped.filter(({ isSource }) => isSource(file.path));
    if (config.tests.length > 0 ? own.length === 0 : !isTestedByConvention(file)) return [];
    const behaviour = changedBehaviour(file, parse).filter(({ text }) => !moved.has(text.trim()));
    const [first] = behaviour;
    if (first === undefined || behaviour.length < fewestLines) return [];
    const wanted = own.flatMap(({ mapping }) => testsOf(mapping, file.path));
    const isTested =
      wanted.length > 0
        ? files.some(({ path, status }) => status !== 'removed' && wanted.includes(path))
        : tests.some(test => belongs(test.path, file.path));
    if (isTested) return [];
    return [
      {
        kind: 'missing-tests',
        path: file.path,
        line: first.line,
        quote: first.text,
        confidence: wanted.length > 0 ? 'high' : 'medium',
        message: 'The behaviour of this file changes, and no test that belongs to it.',
        fix:
          wanted.length > 0
            ? `Add a test of what changes in ${wanted.map(path => `\`${path}\``).join(' or ')}.`
            : 'Add a test of what changes, or say in the description why none is needed.',
      },
    ];
  });
};

/** Lines that stand no longer in a file that had them: where another file has them now, they only moved. */
function linesThatLeft(files: readonly CodeFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ base, head }) => {
      if (base === undefined) return [];
      const stays = new Set(linesOf(head ?? '').map(line => line.trim()));
      return linesOf(base).flatMap(line => (stays.has(line.trim()) ? [] : [line.trim()]));
    }),
  );
}

/** Declarations that frameworks read, and migrations, are seldom tested on their own. */
function isTestedByConvention({ path, head = '' }: CodeFile): boolean {
  return (
    isSourcePath(path) &&
    !isToolPath(path) &&
    !isMigrationPath(path) &&
    !/(?:^|\/)(?:settings|urls|admin|apps|wsgi|asgi|__version__)\.py$|(?:^|\/)routes\.(?:rb|php)$|(?:^|\/)(?:constants|types|version)\.[a-z]+$|(?:^|\/)(?:constants|types)\/|(?:^|\/)db\/(?:schema|seeds)\.rb$|\.(?:stories|types)\.[cm]?[jt]sx?$/.test(
      path,
    ) &&
    !saysGenerated(head)
  );
}

/** The templates of a mapping filled in: `{dir}` is the folder below the source's fixed part, `{name}` the bare name. */
export function testsOf({ source, test }: TestMapping, path: string): readonly string[] {
  const fixed = source.slice(0, source.search(/[*?[{]|$/)).replace(/[^/]*$/, '');
  const below = path.startsWith(fixed) ? path.slice(fixed.length) : path;
  const name = fileNameOf(path).replace(/\.[^.]+$/, '');
  return test.map(template =>
    template
      .replaceAll('{dir}', folderOf(below))
      .replaceAll('{name}', name)
      .replace(/\/{2,}/g, '/')
      .replace(/^\//, ''),
  );
}

/** By name: `cart.test.ts`, `test_cart.py`, `cart_test.go`, `CartTest.java`, or a test's folder named like the file. */
function belongs(test: string, source: string): boolean {
  const stem = fileNameOf(source).replace(/\.[^.]+$/, '');
  const name =
    stem === 'index' || stem === '__init__' || stem === 'mod' ? fileNameOf(folderOf(source)) : stem;
  const bare = fileNameOf(test)
    .replace(/\.[^.]+$/, '')
    .replace(/(?:[._-](?:test|spec|e2e|cy)|_test|_spec|Tests?|IT|Spec)$/, '')
    .replace(/^test_/, '');
  const wanted = name.toLowerCase();
  if (bare.toLowerCase() === wanted || bare.toLowerCase().startsWith(`${wanted}-`)) return true;
  // A Go test of the package tests all of its files.
  if (source.endsWith('.go') && test.endsWith('_test.go')) return folderOf(test) === folderOf(source);
  return folderOf(test).toLowerCase().split('/').includes(wanted);
}
