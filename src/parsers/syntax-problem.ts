/** Why a text could not be read; parsers throw it and the caller decides what a gap in the analysis means. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  /** Offset in UTF-16 code units. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
