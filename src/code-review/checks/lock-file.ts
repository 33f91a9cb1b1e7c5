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
    ({ path }) => fileNameOf(path) === manifest && (folder === '' || path.startsWith(`${folder}/`)),
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
    ({ text }) => words.test(text) && !before.has(text.trim().replace(/,$/, '')),
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

/** The manifest's own version looks like a dependency. */
function isOwnField(name: string, text: string): boolean {
  return name.endsWith('.json')
    ? /^\s*"(?:version|name|node|npm|description|main|type|license|packageManager)"\s*:/.test(text)
    : /^\s*(?:version|python|rust-version|edition|requires-python)\s*=/.test(text);
}
