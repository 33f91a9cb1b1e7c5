import type { Filter, Tag } from '../../../clients/aws/sdk/ec2.ts';
import type { AwsClients } from '../define-aws-tool.ts';

/** EC2's client with its commands and paginators. */
export type Ec2 = Awaited<ReturnType<AwsClients['ec2']>>;

/** Which resources of a kind: those with these ids (AWS refuses if one is unknown), or those that pass the filters. */
export type ResourceQuery = { readonly ids?: readonly string[]; readonly filters?: readonly Filter[] };

/** Resources of one sort in EC2's API: how they are read, named and shown. */
export type ResourceKind<Entry> = {
  /** As in their ARNs, for example `security-group`. */
  readonly type: string;
  /** For sentences. */
  readonly noun: string;
  /** The property of a listing's value that holds them. */
  readonly plural: string;
  /** What reading them takes. */
  readonly action: `ec2:Describe${string}`;
  readonly pages: (ec2: Ec2, query: ResourceQuery, signal: AbortSignal) => AsyncIterable<readonly Entry[]>;
  readonly idOf: (entry: Entry) => string;
  readonly tagsOf: (entry: Entry) => readonly Tag[] | undefined;
  /** JSON with lists in an order of their own, so that what AWS shuffles is not taken for a change. */
  readonly shown: (entry: Entry) => Readonly<Record<string, unknown>>;
};

/** Entries to a page; AWS takes no more than 100 route tables, and more of everything else. */
const pageSize = 100;

/** A page size may not stand beside ids. */
export function paging(
  { client }: Ec2,
  { ids }: ResourceQuery,
): { readonly client: Ec2['client']; readonly pageSize?: number } {
  return ids === undefined ? { client, pageSize } : { client };
}

/** The ids and filters as the SDK's types take them. */
export function asked(query: ResourceQuery): {
  readonly ids: string[] | undefined;
  readonly filters: Filter[] | undefined;
} {
  return {
    ids: query.ids && [...query.ids],
    filters: query.filters === undefined || query.filters.length === 0 ? undefined : [...query.filters],
  };
}

/** The entries of each page. */
export async function* entriesOf<Page, Entry>(
  pages: AsyncIterable<Page>,
  entries: (page: Page) => readonly Entry[] | undefined,
): AsyncIterable<readonly Entry[]> {
  for await (const page of pages) yield entries(page) ?? [];
}

/** Tags as an object; keys and values are untrusted texts. */
export function tagsShown(tags: readonly Tag[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A list in an order that does not depend on AWS's. */
export function inOrder<Entry>(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map(entry => ({ entry, key: JSON.stringify(entry) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}
