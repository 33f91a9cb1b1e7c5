import type { Uses } from './document.ts';

/**
 * The version that a `uses:` says it has, as numbers: from the ref itself, else from the comment behind a
 * pinned hash (`# v4.2.2`, `# tag=v4.2.2`, `# ratchet:actions/checkout@v4`), the form that update tools keep.
 */
export function versionOf(uses: Uses, source: string): readonly number[] | undefined {
  const ref = uses.reference?.kind === 'repository' ? uses.reference.ref : '';
  return numbersOf(ref) ?? numbersOf(versionInComment(uses, source));
}

/** Whether a version is known and at least as high as another one. */
export function isAtLeast(version: readonly number[] | undefined, wanted: number): boolean {
  return version?.[0] !== undefined && version[0] >= wanted;
}

function versionInComment(uses: Uses, source: string): string {
  const comment = commentBehind(source, uses.scalar.end);
  return /(?:^|[\s=:@])(v?\d+(?:\.\d+)*)/.exec(comment)?.[1] ?? '';
}

function numbersOf(text: string): readonly number[] | undefined {
  const match = /^v?(\d{1,6}(?:\.\d{1,6})*)(?:$|[-+\s])/.exec(text);
  return match?.[1]?.split('.').map(Number);
}

/** The text of the comment that follows a value on its line; empty when there is none. */
export function commentBehind(source: string, offset: number): string {
  const newline = source.indexOf('\n', offset);
  const rest = source.slice(offset, newline === -1 ? source.length : newline);
  return /^\s*#(.*)$/.exec(rest)?.[1]?.trim() ?? '';
}
