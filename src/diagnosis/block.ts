import type { Clue, Recognition } from './clue.ts';

/** A line of a block. */
export type BlockLine = { readonly text: string; readonly number: number };

/** Output of several lines that belong together, such as one failed test's report. */
export type BlockPattern = {
  readonly tool: string;
  /** The block's first line. */
  readonly start: RegExp;
  /** The first line that no longer belongs to it; it may start the next one. Default: an empty line. */
  readonly end?: RegExp;
  /** Longest a block is followed, lines. Default 60. */
  readonly maxLines?: number;
  /** What a block says. `lines[0]` is the first line. */
  readonly read: (lines: readonly BlockLine[]) => readonly Clue[];
};

const emptyLine = /^\s*$/;

/** A program whose errors are blocks of lines. */
export function recogniseBlocks(pattern: BlockPattern): Recognition {
  const { tool, start, end = emptyLine, maxLines = 60, read } = pattern;
  return {
    tool,
    trigger: start,
    create: emit => {
      let lines: BlockLine[] = [];
      const close = (): void => {
        const report = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0] as const;
        if (lines.length > 0) for (const clue of read(lines)) emit({ ...clue, report });
        lines = [];
      };
      return {
        get open() {
          return lines.length > 0;
        },
        read(text, number) {
          if (lines.length > 0 && (end.test(text) || start.test(text) || lines.length >= maxLines)) close();
          if (lines.length > 0 || start.test(text)) lines.push({ text, number });
        },
        end: close,
      };
    },
  };
}

/** The first line of a block that fits, with what it captured. */
export function findLine(
  lines: readonly BlockLine[],
  pattern: RegExp,
):
  | {
      readonly number: number;
      readonly text: string;
      readonly groups: Readonly<Record<string, string | undefined>>;
    }
  | undefined {
  for (const { text, number } of lines) {
    const match = pattern.exec(text);
    if (match !== null) return { number, text, groups: match.groups ?? {} };
  }
  return undefined;
}
