/** Lines remembered behind the present one, for clues that are told when their block ends. */
const remembered = 512;
const before = 1;
const after = 3;

export type ExcerptLine = { readonly line: number; readonly text: string };

/** Keeps the last lines of a stream, so that a place in it can be shown with what stands around it. */
export class Excerpts {
  readonly #ring: (ExcerptLine | undefined)[] = Array.from({ length: remembered });
  #waiting: { readonly until: number; readonly lines: ExcerptLine[] }[] = [];

  /** The next line of the stream. */
  push(line: number, text: string): void {
    const entry = { line, text };
    this.#ring[line % remembered] = entry;
    if (this.#waiting.length === 0) return;
    for (const { lines } of this.#waiting) lines.push(entry);
    this.#waiting = this.#waiting.filter(({ until }) => line < until);
  }

  /** The lines between, of those that are still remembered. */
  between(from: number, to: number): readonly ExcerptLine[] {
    const lines: ExcerptLine[] = [];
    for (let number = Math.max(1, from); number <= to; number++) {
      const entry = this.#ring[number % remembered];
      if (entry?.line === number) lines.push(entry);
    }
    return lines;
  }

  /** The line with one before and three after it; those still to come are added when they do. */
  around(line: number, present: number): readonly ExcerptLine[] {
    const lines = [...this.between(line - before, Math.min(present, line + after))];
    if (line + after > present) this.#waiting.push({ until: line + after, lines });
    return lines;
  }
}
