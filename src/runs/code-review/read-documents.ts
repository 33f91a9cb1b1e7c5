import type { CodeClient } from '../../clients/github/code-client.ts';
import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import { isSearchedDocument } from '../../code-review/vanished-names.ts';
import type { Document } from '../../contracts/code-review.ts';

/** Most documents that are read, 50 in a request, and largest one, bytes. */
const maxDocuments = 100;
const maxBytes = 200_000;

/** The documents of a commit that the change did not touch: one request for the paths, then their texts. */
export async function readDocuments(
  clients: {
    readonly code: Pick<CodeClient, 'listPaths'>;
    readonly repository: Pick<RepositoryClient, 'readBlobs'>;
  },
  headSha: string,
  touched: ReadonlySet<string>,
): Promise<readonly Document[]> {
  const { paths } = await clients.code.listPaths(headSha);
  const wanted = paths
    .filter(({ path }) => isSearchedDocument(path) && !touched.has(path))
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)
    .slice(0, maxDocuments);
  const blobs = await clients.repository.readBlobs(
    wanted.map(({ blobSha }) => blobSha),
    maxBytes,
  );
  return wanted.flatMap(({ path, blobSha }) => {
    const content = blobs.get(blobSha);
    return content?.kind === 'text' ? [{ path, text: content.text }] : [];
  });
}
