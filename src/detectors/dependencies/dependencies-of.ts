import type { SourceFile } from '../../contracts/detector.ts';
import { UnparsableError } from '../../errors.ts';
import { SyntaxProblem } from '../../parsers/syntax-problem.ts';
import type { DependencyFile } from './dependency.ts';
import { readCargoLock, readCargoToml } from './files/cargo-files.ts';
import { readGoMod, readGoSum } from './files/go-files.ts';
import { readGradleBuild, readGradleLock, readPom, readVersionCatalog } from './files/java-files.ts';
import { readNpmLock } from './files/npm-lock.ts';
import { readPackageJson } from './files/package-json.ts';
import { readPnpmLock } from './files/pnpm-lock.ts';
import {
  readPipfile,
  readPipfileLock,
  readPyproject,
  readPythonLock,
  readRequirements,
} from './files/python-files.ts';
import { readGemfile, readGemfileLock } from './files/ruby-files.ts';
import { readYarnLock } from './files/yarn-lock.ts';

type Format = { readonly name: RegExp; readonly read: (text: string) => DependencyFile };

const requirements: Format = {
  name: /^(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)$/i,
  read: readRequirements,
};

const formats: readonly Format[] = [
  { name: /^(?:package-lock|npm-shrinkwrap)\.json$/, read: readNpmLock },
  { name: /^package\.json$/, read: readPackageJson },
  { name: /^pnpm-lock\.yaml$/, read: readPnpmLock },
  { name: /^yarn\.lock$/, read: readYarnLock },
  requirements,
  { name: /^pyproject\.toml$/, read: readPyproject },
  { name: /^(?:poetry|uv|pdm)\.lock$/, read: readPythonLock },
  { name: /^pylock(?:\.[\w-]+)?\.toml$/, read: readPythonLock },
  { name: /^Pipfile$/, read: readPipfile },
  { name: /^Pipfile\.lock$/, read: readPipfileLock },
  { name: /^go\.mod$/, read: readGoMod },
  { name: /^go\.sum$/, read: readGoSum },
  { name: /^pom\.xml$/, read: readPom },
  { name: /^(?:gradle|buildscript-gradle)\.lockfile$/, read: readGradleLock },
  { name: /^build\.gradle(?:\.kts)?$/, read: readGradleBuild },
  { name: /^.+\.versions\.toml$/, read: readVersionCatalog },
  { name: /^Cargo\.lock$/, read: readCargoLock },
  { name: /^Cargo\.toml$/, read: readCargoToml },
  { name: /^(?:Gemfile|gems)\.(?:lock|locked)$/, read: readGemfileLock },
  { name: /^(?:Gemfile|gems\.rb)$/, read: readGemfile },
];

/** Packages that somebody else installed: their own lists are not this repository's. */
const vendored = /(?:^|\/)(?:node_modules|vendor|third_party|site-packages)\//;

function formatOf(path: string): Format | undefined {
  if (vendored.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  // `requirements/base.txt` is how larger projects part theirs.
  if (/(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path)) return requirements;
  return formats.find(format => format.name.test(name));
}

/** Whether a path is a lock file or manifest that the rules of this family read. */
export function isDependencyFile(path: string): boolean {
  return formatOf(path) !== undefined;
}

/**
 * The packages that a lock file or manifest names; computed once per file. Undefined when it is none.
 *
 * @throws UnparsableError when it cannot be read.
 */
export function dependenciesOf(file: SourceFile): DependencyFile | undefined {
  const format = formatOf(file.path);
  if (format === undefined) return undefined;
  const outcome = file.memo('dependencies', ({ text }) => attempt(format, text));
  if (outcome instanceof UnparsableError) throw outcome;
  return outcome;
}

/** The same on the base of the change; undefined when it was not there or cannot be read. */
export function baseDependenciesOf(file: SourceFile): DependencyFile | undefined {
  const format = formatOf(file.path);
  const { base } = file;
  if (format === undefined || base === undefined) return undefined;
  const outcome = file.memo('base-dependencies', () => attempt(format, base));
  return outcome instanceof UnparsableError ? undefined : outcome;
}

/** Keeps a failure as a value, so that it is remembered as a reading is. */
function attempt(format: Format, text: string): DependencyFile | UnparsableError {
  // Some formats are read line by line, which would take both sides of a conflict, or the half that is there, for the whole.
  if (/^(?:<{7}|>{7})(?: |$)/m.test(text))
    return new UnparsableError('holds the marks of an unresolved merge conflict');
  try {
    return format.read(text);
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof RangeError)
      return new UnparsableError('not readable as a list of dependencies');
    throw error;
  }
}
