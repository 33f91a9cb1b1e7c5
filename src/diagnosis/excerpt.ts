/** Lines remembered behind the present one, for clues that are told when their block ends. */
const remembered = 512;
/** Lines on both sides of an error of which those that matter are chosen. */
const reach = 14;

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

  /** The line and what stands around it; lines still to come are added when they do. */
  around(line: number, present: number): readonly ExcerptLine[] {
    const lines = [...this.between(line - reach, Math.min(present, line + reach))];
    if (line + reach > present) this.#waiting.push({ until: line + reach, lines });
    return lines;
  }
}
