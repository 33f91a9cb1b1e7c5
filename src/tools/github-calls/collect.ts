import type { ToolAnswer } from '../../contracts/tool.ts';

/** Elements up to a limit, and whether there are more. */
type Collected<Element> = { readonly elements: readonly Element[]; readonly more: boolean };

/** Fetches pages until `limit` elements are there or the list ends. */
export async function collect<Element>(
  limit: number,
  fetchPage: (paging: { readonly per_page: number; readonly page: number }) => Promise<readonly Element[]>,
): Promise<Collected<Element>> {
  // One more than asked for tells whether there are more; a page has 100 at most.
  const perPage = Math.min(100, limit + 1);
  const elements: Element[] = [];
  for (let page = 1; elements.length <= limit; page++) {
    const fetched = await fetchPage({ per_page: perPage, page });
    elements.push(...fetched);
    if (fetched.length < perPage) break;
  }
  return { elements: elements.slice(0, limit), more: elements.length > limit };
}

/** The answer of a listing: `{ [name]: elements }`, and a note when there are more than were asked for. */
export function listed<Element, Shown>(
  name: string,
  { elements, more }: Collected<Element>,
  show: (element: Element) => Shown,
): ToolAnswer {
  return {
    kind: 'ok',
    value: { [name]: elements.map(show) },
    ...(more && {
      cut: `there are more than ${elements.length} ${name}; ask with a higher limit or a filter`,
    }),
  };
}
