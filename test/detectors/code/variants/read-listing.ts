import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One whole file of a listing: `ng` must be reported by the rule, `ok` must not. */
export type ListedCase = {
  readonly rule: string;
  readonly path: string;
  readonly vulnerable: boolean;
  readonly text: string;
};

/** Reads the listings of a folder: files one after the other, each below a line `=== ng|ok <rule> <path>`. */
export function readListings(folder: string): readonly ListedCase[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap(name => readListing(readFileSync(join(folder, name), 'utf8')));
}

function readListing(text: string): readonly ListedCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      const [label = '', rule = '', path = ''] = part.slice(0, end).split(' ');
      return { rule, path, vulnerable: label === 'ng', text: part.slice(end + 1) };
    });
}
