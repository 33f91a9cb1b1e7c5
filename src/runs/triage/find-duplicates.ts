import type { Embed } from '../../clients/embeddings.ts';
import type { IssueClient, IssueDetails } from '../../clients/github/issue-client.ts';
import type { Config } from '../../contracts/config.ts';
import type { IssueStore, RepositoryKey } from '../../contracts/store.ts';
import type { IssueWords, LikelyDuplicate } from '../../contracts/triage.ts';
import { errorFields, type Logger } from '../../logger.ts';
import { likelyDuplicates, termsOf } from '../../triage/duplicates.ts';

/** Finds the issues that one most likely repeats. */
export type FindDuplicates = (
  issue: Pick<IssueDetails, 'number' | 'title' | 'body'>,
  config: Config,
) => Promise<readonly LikelyDuplicate[]>;

/** Longest text that is embedded, characters: title and the beginning of the body. */
const maxEmbedded = 4_000;
/** Vectors that one run makes; the rest are made by later ones. */
const maxNewVectors = 200;

/**
 * Compares with the newest issues of the repository. Their words are kept in the store, so that only what changed
 * since the last time is read: one request as a rule. Titles, words and vectors are stored, texts are not.
 */
export function createFindDuplicates(parts: {
  readonly repository: RepositoryKey;
  readonly client: Pick<IssueClient, 'recentIssues'>;
  readonly store: IssueStore;
  /** Takes credentials out of a text. */
  readonly redact: (text: string) => string;
  readonly embed: Embed | undefined;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}): FindDuplicates {
  const { repository, client, store, redact } = parts;
  return async (issue, { triage }) => {
    const { issues: keep, similarity } = triage.duplicates;
    const since = await store.newestChange(repository);
    const changed = await client.recentIssues({ since, limit: keep });
    const read = changed.map(listed => {
      const text = { title: redact(listed.title), body: redact(listed.body) };
      const { number, open, updatedAt } = listed;
      const words: IssueWords = { number, title: text.title, open, terms: termsOf(text), vector: undefined };
      return { words, updatedAt, text: embedded(text) };
    });
    const model = triage.embeddings?.model;
    const vectors = await vectorsOf(
      [
        ...new Map([
          ...read.map(({ words, text }) => [words.number, text] as const),
          [issue.number, embedded(issue)] as const,
        ]),
      ],
      parts,
    );
    const vectorOf = (number: number): IssueWords['vector'] => {
      const values = vectors.get(number);
      return values === undefined || model === undefined ? undefined : { model, values };
    };
    await store.putWords(
      repository,
      read.map(({ words, updatedAt }) => ({ ...words, vector: vectorOf(words.number), updatedAt })),
      { keep },
    );
    const own: IssueWords = {
      number: issue.number,
      title: issue.title,
      open: true,
      terms: termsOf(issue),
      vector: vectorOf(issue.number),
    };
    const meaning = triage.embeddings?.similarity ?? 2;
    return likelyDuplicates(own, await store.words(repository, keep), { similarity, meaning });
  };
}

function embedded({ title, body }: { readonly title: string; readonly body: string }): string {
  return `${title}\n\n${body}`.slice(0, maxEmbedded);
}

/** Vectors by issue; none when there is no endpoint or it fails: words are compared all the same. */
async function vectorsOf(
  texts: readonly (readonly [number, string])[],
  { embed, signal, logger }: Parameters<typeof createFindDuplicates>[0],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (embed === undefined) return new Map();
  // The issue itself is last and must be among them.
  const chosen = texts.slice(-maxNewVectors);
  try {
    const vectors = await embed(
      chosen.map(([, text]) => text),
      signal,
    );
    return new Map(chosen.map(([number], index) => [number, vectors[index] ?? []]));
  } catch (error) {
    if (signal.aborted) throw error;
    logger.warn('Issues are compared by their words only', errorFields(error));
    return new Map();
  }
}
