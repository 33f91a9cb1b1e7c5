import type { CodeChange, CodeCheck, CodeFile, CodeProblem } from '../../contracts/code-review.ts';
import { changedLinesOf, linesOf } from '../lines.ts';
import { fileNameOf, folderOf } from '../path-roles.ts';
import { lockFileCandidates, lockFilesOf } from './lock-file-names.ts';

/** What of a manifest its lock file follows from. */
const dependencyWords: Readonly<Record<string, RegExp>> = {
  'package.json':
    /^\s*"(?:dependencies|devDependencies|optionalDependencies|peerDependencies|overrides|resolutions)"|^\s*"(?:@[\w.-]+\/)?[\w.-]+"\s*:\s*"(?:[~^<>=*]|\d+\.|npm:|file:|git|https?:|workspace:|link:|latest)/,
  'composer.json': /^\s*"[\w.-]+\/[\w.-]+"\s*:|^\s*"(?:php|ext-\w+)"\s*:/,
  'pyproject.toml':
    /^\s*"[A-Za-z][\w.[\],-]*\s*(?:[=<>~!;@].*)?",?\s*$|^\s*[A-Za-z][\w.-]*\s*=\s*(?:"[\^~=<>*\d]|\{.*version)/,
  'Cargo.toml': /^\s*[A-Za-z][\w.-]*\s*=\s*(?:"[\^~=<>*\d]|\{.*(?:version|git|path|workspace)\b)/,
  'go.mod': /^\s*(?:require|replace|exclude)?\s*[\w.-]+\.[\w/.-]+\s+v\d/,
  Gemfile: /^\s*gem\s/,
  Pipfile: /^\s*[A-Za-z"][\w."-]*\s*=\s*/,
  'mix.exs': /\{\s*:\w+\s*,\s*"/,
  Podfile: /^\s*pod\s/,
};

/** What else a lock file follows from. */
const companions: Readonly<Record<string, RegExp>> = {
  'package.json':
    /(?:^|\/)(?:pnpm-workspace\.yaml|\.npmrc|\.yarnrc\.yml|\.pnpmfile\.cjs|\.yarn\/patches\/.*)$/,
  'pyproject.toml': /(?:^|\/)(?:setup\.(?:py|cfg)|uv\.toml|\.python-version)$/,
  Gemfile: /\.gemspec$|(?:^|\/)\.ruby-version$/,
  'go.mod': /\.go$|(?:^|\/)go\.work$/,
};

/** Sections of a TOML manifest that hold dependencies; other settings look alike. */
const dependencySections: Readonly<Record<string, RegExp>> = {
  'pyproject.toml': /^(?:project(?:\.optional-dependencies)?|dependency-groups|tool\.(?:poetry|uv|pdm)\b.*)$/,
  'Cargo.toml': /dependencies\b|^patch\b|^replace\b/,
  Pipfile: /packages$/,
};

/** A lock file without its manifest, and a manifest's dependencies without the lock file that stands there. */
export const lockFile: CodeCheck = change => [
  ...change.files.flatMap(file => lockWithoutManifest(file, change)),
  ...change.files.flatMap(file => manifestWithoutLock(file, change)),
];

function lockWithoutManifest(file: CodeFile, { files }: CodeChange): readonly CodeProblem[] {
  const name = fileNameOf(file.path);
  const manifest = Object.keys(lockFilesOf).find(key => lockFilesOf[key]?.includes(name));
  if (manifest === undefined || file.status !== 'modified') return [];
  const folder = folderOf(file.path);
  // A workspace has one lock file for all the manifests below it.
  const isCovered = files.some(
    ({ path }) =>
      (fileNameOf(path) === manifest || companions[manifest]?.test(path) === true) &&
      (folder === '' || path.startsWith(`${folder}/`)),
  );
  const [first] = changedLinesOf(file);
  if (isCovered) return [];
  return [
    {
      kind: 'lock-file',
      path: file.path,
      line: first?.line ?? 1,
      quote: first?.text ?? '',
      confidence: 'medium',
      message: `${name} changed and ${manifest} did not: what is installed changes without anybody having asked for it.`,
      fix: `Say in the description why (an update of indirect dependencies), or restore the file and change ${manifest}.`,
    },
  ];
}

function manifestWithoutLock(file: CodeFile, { files, lockFiles }: CodeChange): readonly CodeProblem[] {
  const name = fileNameOf(file.path);
  const words = dependencyWords[name];
  if (words === undefined || file.head === undefined || file.status === 'removed') return [];
  const candidates = lockFileCandidates(file.path);
  const changed = candidates.filter(path => files.some(other => other.path === path));
  const there = candidates.filter(path => lockFiles.has(path));
  if (changed.length > 0 || there.length === 0) return [];
  const before = new Set(linesOf(file.base ?? '').map(text => text.trim().replace(/,$/, '')));
  const first = changedLinesOf(file).find(
    ({ line, text }) =>
      words.test(text) &&
      !before.has(text.trim().replace(/,$/, '')) &&
      isDependencyPlace(name, linesOf(file.head ?? '').slice(0, line - 1)),
  );
  if (first === undefined || isOwnField(name, first.text)) return [];
  return [
    {
      kind: 'lock-file',
      path: file.path,
      line: first.line,
      quote: first.text,
      message: `The dependencies of ${name} changed and ${there.at(-1)} did not.`,
      fix: 'Install once and commit the lock file; otherwise a clean install fails or takes other versions.',
    },
  ];
}

/** By the heading, and the list, that a line of TOML stands under. */
function isDependencyPlace(manifest: string, above: readonly string[]): boolean {
  const sections = dependencySections[manifest];
  if (sections === undefined) return true;
  const heading = above.findLastIndex(text => /^\s*\[/.test(text));
  const section = /^\s*\[+\s*(?<name>[^\]]+?)\s*\]/.exec(above[heading] ?? '')?.groups?.['name'] ?? '';
  if (!sections.test(section)) return false;
  if (section !== 'project' && section !== 'tool.uv') return true;
  const list = above.slice(heading + 1).findLast(text => /^\s*[\w-]+\s*=/.test(text)) ?? '';
  return /^\s*[\w-]*dependencies\s*=/.test(list);
}

/** The manifest's own version looks like a dependency. */
function isOwnField(name: string, text: string): boolean {
  return name.endsWith('.json')
    ? /^\s*"(?:version|name|node|npm|description|main|type|license|packageManager)"\s*:/.test(text)
    : /^\s*(?:version|python|rust-version|edition|requires-python)\s*=/.test(text);
}
