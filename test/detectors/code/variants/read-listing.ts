import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One whole file of a listing: `ng` must be reported by the rule, `ok` must not. */
export type ListedCase = {
  readonly rule: string;
  readonly path: string;
  readonly vulnerable: boolean;
  readonly text: string;
};

/**
 * Reads the listings of a folder: files one after the other, each below a line `=== ng|ok|pair <rule> <path>`. A pair
 * is two files: lines that begin with `-` stand in the vulnerable one only, those with `+` in the safe one.
 */
export function readListings(folder: string): readonly ListedCase[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap(name => readListing(readFileSync(join(folder, name), 'utf8')));
}

function readListing(text: string): readonly ListedCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .flatMap(part => {
      const end = part.indexOf('\n');
      const [label = '', rule = '', path = ''] = part.slice(0, end).split(' ');
      const body = part.slice(end + 1);
      if (label !== 'pair') return [{ rule, path, vulnerable: label === 'ng', text: body }];
      return [
        { rule, path, vulnerable: true, text: sideOf(body, '-') },
        { rule, path, vulnerable: false, text: sideOf(body, '+') },
      ];
    });
}

/** The lines of one side of a pair, and those of both. */
function sideOf(pair: string, sign: '-' | '+'): string {
  const other = sign === '-' ? '+' : '-';
  return pair
    .split('\n')
    .filter(line => !line.startsWith(other))
    .map(line => (line.startsWith(sign) ? line.slice(1) : line))
    .join('\n');
}
