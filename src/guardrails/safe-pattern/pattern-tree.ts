/** Whether a character (one UTF-16 code unit) belongs to a class. */
export type CharacterTest = (character: string) => boolean;

/** A pattern as a tree. */
export type PatternNode =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assertion'; readonly at: 'start' | 'end' | 'word-boundary' | 'no-word-boundary' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      /** Undefined: without end. */
      readonly most: number | undefined;
    };

/** What a pattern became, or a sentence about what is wrong with it. */
export type ParsedPattern =
  | { readonly kind: 'pattern'; readonly tree: PatternNode }
  | { readonly kind: 'problem'; readonly message: string };
