import type { Recognition } from './clue.ts';
import { createLiteralSearch } from './literal-search.ts';
import { requiredLiterals, splitAlternatives } from './required-literals.ts';

/** Which recognisers could have something to say about a line, decided at once for all of them. */
export type Triggers = { readonly any: (text: string) => boolean };

/**
 * Makes one test of all triggers, which most lines fail. What has to stand at the beginning of a line is one pattern, tried
 * at one place; of the rest, only lines with one of their literals are looked at again.
 */
export function combineTriggers(recognitions: readonly Recognition[]): Triggers {
  const alternatives = recognitions.flatMap(({ trigger }) =>
    splitAlternatives(trigger.source).map(source => ({
      // Names of groups may stand in a pattern once.
      source: source.replaceAll(/\(\?<(?![=!])\w+>/g, '(?:'),
      flags: trigger.flags,
    })),
  );
  const leading = alternatives.filter(({ source, flags }) => source.startsWith('^') && flags === '');
  const others = alternatives.filter(alternative => !leading.includes(alternative));
  const sought = others.map(({ source }) => requiredLiterals(source));
  const certain = sought.every(set => set !== undefined);
  const atStart = unite(leading, '');
  const plain = unite(
    others.filter(({ flags }) => flags === ''),
    '',
  );
  const caseless = unite(
    others.filter(({ flags }) => flags === 'i'),
    'i',
  );
  const contains = certain ? createLiteralSearch(sought.flatMap(set => set ?? [])) : () => true;
  return {
    any: text => atStart.test(text) || (contains(text) && (plain.test(text) || caseless.test(text))),
  };
}

function unite(alternatives: readonly { readonly source: string }[], flags: string): RegExp {
  return alternatives.length === 0
    ? /(?!)/
    : new RegExp(alternatives.map(({ source }) => source).join('|'), flags);
}
