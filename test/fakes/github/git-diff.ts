import { Buffer } from 'node:buffer';

/** One entry of a diff as GitHub's files API shows it. */
export type DiffEntry = {
  /** `changed` is a change of kind (a file that becomes a symbolic link). */
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly path: string;
  readonly previousPath: string | undefined;
  /** The blob after the change; of a removed file, the one before. A submodule's commit. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Absent for binary files, for changes of name or mode alone, and for what is too large. */
  readonly patch: string | undefined;
};

/** A single file's limits, docs.github.com "Repository limits": lines, and bytes of raw diff. */
const maxPatchLines = 20_000;
const maxPatchBytes = 500_000;

type RawEntry = Pick<DiffEntry, 'status' | 'path' | 'previousPath' | 'sha'> & {
  readonly typeChanged: boolean;
};

const statuses: Readonly<Record<string, DiffEntry['status']>> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
  T: 'changed',
};

/** The change between two commits, renames found. `run` is git in the repository. */
export function diffBetween(
  run: (args: readonly string[]) => Buffer,
  base: string,
  head: string,
): readonly DiffEntry[] {
  const diff = (...format: readonly string[]): Buffer =>
    run(['diff', ...format, '--no-ext-diff', '--no-textconv', '-M', '-l0', base, head]);
  const counts = numstat(diff('--numstat', '-z').toString('utf8'));
  // One byte a character, so that cutting never breaks bytes that are no UTF-8.
  const sections = `\n${diff('--patch').toString('latin1')}`.split('\ndiff --git ').slice(1);
  let section = 0;
  return rawEntries(diff('--raw', '-z', '--no-abbrev').toString('utf8')).map((entry, index) => {
    const { typeChanged, ...shown } = entry;
    const patch = patchOf(sections[section] ?? '');
    // git prints a change of kind as a deletion and an addition.
    section += typeChanged ? 2 : 1;
    const { additions = 0, deletions = 0 } = counts[index] ?? {};
    return { ...shown, additions, deletions, patch: typeChanged ? undefined : patch };
  });
}

/** `:100644 100644 <sha> <sha> M␀path␀`, with two paths for a rename. */
function rawEntries(text: string): readonly RawEntry[] {
  const fields = text.split('\0');
  const entries: RawEntry[] = [];
  for (let index = 0; index < fields.length - 1; ) {
    const [, , before = '', after = '', letters = 'M'] = (fields[index] ?? '').split(' ');
    const letter = letters.slice(0, 1);
    const renamed = letter === 'R';
    entries.push({
      status: statuses[letter] ?? 'modified',
      previousPath: renamed ? fields[index + 1] : undefined,
      path: fields[index + (renamed ? 2 : 1)] ?? '',
      sha: letter === 'D' ? before : after,
      typeChanged: letter === 'T',
    });
    index += renamed ? 3 : 2;
  }
  return entries;
}

function numstat(text: string): readonly { readonly additions: number; readonly deletions: number }[] {
  const fields = text.split('\0');
  const counts = [];
  for (let index = 0; index < fields.length - 1; ) {
    const [additions = '', deletions = '', path = ''] = (fields[index] ?? '').split('\t');
    // A rename has an empty path here and its two names in the next two fields; a binary file has `-` twice.
    index += path === '' ? 3 : 1;
    counts.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return counts;
}

/** The hunks alone, as GitHub gives them: no header, no line end at the end. */
function patchOf(section: string): string | undefined {
  const start = section.indexOf('\n@@ ') + 1;
  if (start === 0) return undefined;
  const bytes = section.slice(start).replace(/\n$/, '');
  if (bytes.length > maxPatchBytes || bytes.split('\n').length > maxPatchLines) return undefined;
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
