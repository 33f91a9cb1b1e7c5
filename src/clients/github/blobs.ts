import { Buffer } from 'node:buffer';
import type { z } from 'zod';
import { type blobSchema, blobsQuery, blobsSchema } from './graphql.ts';
import type { Octokit } from './octokit-repository-client.ts';
import type { BlobContent } from './repository-client.ts';

/** Objects per request: GraphQL answers with the full texts, so this also bounds an answer's size. */
const batchSize = 50;

/** Reads blobs by object expression, `batchSize` in a request; those GraphQL truncates are read one by one. */
export async function readBlobs(
  octokit: Octokit,
  options: {
    readonly target: { readonly owner: string; readonly name: string };
    readonly expressions: readonly string[];
    readonly maxBytes: number | ((expression: string) => number);
  },
): Promise<ReadonlyMap<string, BlobContent>> {
  const { maxBytes } = options;
  const limitOf = typeof maxBytes === 'number' ? (): number => maxBytes : maxBytes;
  const contents = new Map<string, BlobContent>();
  for (let start = 0; start < options.expressions.length; start += batchSize) {
    const batch = options.expressions.slice(start, start + batchSize);
    const variables = Object.fromEntries(batch.map((expression, index) => [`e${index}`, expression]));
    const answer = blobsSchema.parse(
      await octokit.graphql(blobsQuery(batch.length), { ...options.target, ...variables }),
    );
    for (const [index, expression] of batch.entries()) {
      const blob = answer.repository[`b${index}`] ?? null;
      contents.set(
        expression,
        contentOf(blob, limitOf(expression)) ??
          (await readTruncated(octokit, options.target, blob?.oid ?? expression)),
      );
    }
  }
  return contents;
}

/** Undefined when the text was cut and must be read in another way. */
function contentOf(blob: z.infer<typeof blobSchema>, maxBytes: number): BlobContent | undefined {
  if (blob?.byteSize === undefined) return { kind: 'missing' };
  if (blob.isBinary === true) return { kind: 'binary' };
  if (blob.byteSize > maxBytes) return { kind: 'too-large', bytes: blob.byteSize };
  if (blob.isTruncated === true) return undefined;
  return typeof blob.text === 'string' ? { kind: 'text', text: blob.text } : { kind: 'missing' };
}

/** "Get a blob" gives up to 100 MB; it takes a blob's SHA, not a `<commit>:<path>` expression. */
async function readTruncated(
  octokit: Octokit,
  target: { readonly owner: string; readonly name: string },
  expression: string,
): Promise<BlobContent> {
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(expression)) return { kind: 'missing' };
  const { data } = await octokit.rest.git.getBlob({
    owner: target.owner,
    repo: target.name,
    file_sha: expression,
  });
  return { kind: 'text', text: Buffer.from(data.content, 'base64').toString('utf8') };
}
