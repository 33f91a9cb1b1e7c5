/** Entries of a listing, and whether there were more. */
export type Collected<Entry> = { readonly entries: readonly Entry[]; readonly cut: string | undefined };

/**
 * Reads pages until `most` entries are there. Pages are asked for one by one, so that a cap also caps the calls.
 *
 * @param entriesOf The entries of a page, flattened: EC2 pages by reservation, for example.
 */
export async function collectPages<Page, Entry>(
  pages: AsyncIterable<Page>,
  most: number,
  entriesOf: (page: Page) => readonly Entry[] | undefined,
): Promise<Collected<Entry>> {
  const entries: Entry[] = [];
  for await (const page of pages) {
    entries.push(...(entriesOf(page) ?? []));
    if (entries.length > most) {
      return { entries: entries.slice(0, most), cut: `only the first ${most} are given; there are more` };
    }
  }
  return { entries, cut: undefined };
}
