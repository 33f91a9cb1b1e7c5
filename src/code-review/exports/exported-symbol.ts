/** Something that others can use, as far as comparing it needs. */
export type ExportedSymbol = {
  readonly name: string;
  readonly kind: string;
  /** 1-based. */
  readonly line: number;
  /** The source line, for the quote. */
  readonly text: string;
  /** Undefined for what takes none. */
  readonly parameters?: readonly Parameter[];
  /** White space collapsed; undefined when not written. */
  readonly type?: string;
  /** Methods, fields, members of an enumeration. */
  readonly members?: readonly ExportedSymbol[];
  /** A member that a value may lack. */
  readonly optional?: boolean;
  /** Whoever implements the type it belongs to must have it. */
  readonly implemented?: boolean;
};

export type Parameter = {
  readonly name: string;
  /** White space collapsed; undefined when not written. */
  readonly type?: string;
  readonly optional: boolean;
  /** Takes any number of values. */
  readonly rest: boolean;
  /** Can be given by its name: renaming it breaks callers. */
  readonly named: boolean;
  /** Can be given by its name only: where it stands means nothing. */
  readonly keyword?: boolean;
};

/** A type's text with white space collapsed, without a leading colon. */
export function typeText(text: string | undefined): string | undefined {
  const bare = text
    ?.replace(/^\s*(?::|->)/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? undefined : bare;
}
