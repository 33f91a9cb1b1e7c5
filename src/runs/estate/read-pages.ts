/** Most entries of one kind in one region that are looked at. */
const maxEntries = 2_000;

/** Every page up to the cap, which is told when it is met. */
export async function readPages<Page, Entry>(
  pages: AsyncIterable<Page>,
  entriesOf: (page: Page) => readonly Entry[] | undefined,
): Promise<{ readonly value: readonly Entry[]; readonly cut?: string }> {
  const entries: Entry[] = [];
  for await (const page of pages) {
    entries.push(...(entriesOf(page) ?? []));
    if (entries.length > maxEntries) {
      return { value: entries.slice(0, maxEntries), cut: `Only the first ${maxEntries} were looked at.` };
    }
  }
  return { value: entries };
}
