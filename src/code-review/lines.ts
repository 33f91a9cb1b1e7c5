import type { CodeFile } from '../contracts/code-review.ts';

/** The lines of a text without their endings. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** Whether the change added or altered a line of the head. */
export function isChangedLine({ changedLines }: CodeFile, line: number): boolean {
  return changedLines === 'all' || changedLines.some(({ start, end }) => start <= line && line <= end);
}

/** The changed lines of the head with their numbers. */
export function changedLinesOf(file: CodeFile): readonly { readonly line: number; readonly text: string }[] {
  if (file.head === undefined) return [];
  return linesOf(file.head).flatMap((text, index) =>
    isChangedLine(file, index + 1) ? [{ line: index + 1, text }] : [],
  );
}
