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
  readonly store: Pick<IssueStore, 'words' | 'newestChange' | 'putWords'>;
  /** Takes credentials out of a text. */
  readonly redact: (text: string) => string;
  readonly embed: Embed | undefined;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}): FindDuplicates {
  const { repository, client, store, redact } = parts;
  return async (issue, { triage }) => {
    const { issues: keep, similarity } = triage.duplicates;
    const model = triage.embeddings?.model;
    const since = await store.newestChange(repository);
    const known = new Map((await store.words(repository, keep)).map(words => [words.number, words]));
    const changed = (await client.recentIssues({ since, limit: keep })).map(listed => {
      const text = { title: redact(listed.title), body: redact(listed.body) };
      const { number, open, updatedAt } = listed;
      const words: IssueWords = { number, title: text.title, open, terms: termsOf(text), vector: undefined };
      return { words: { ...words, vector: sameVector(words, known.get(number), model) }, updatedAt, text };
    });
    const terms = termsOf(issue);
    const own: IssueWords = {
      number: issue.number,
      title: issue.title,
      open: true,
      terms,
      vector: undefined,
    };
    const unknown = changed.filter(
      ({ words }) => words.vector === undefined && words.number !== issue.number,
    );
    const vectors = await vectorsOf(
      [...unknown.map(({ words, text }) => [words.number, text] as const), [issue.number, issue] as const],
      parts,
    );
    const withVector = (words: IssueWords): IssueWords => {
      const values = vectors.get(words.number);
      return values === undefined || model === undefined ? words : { ...words, vector: { model, values } };
    };
    const fresh = changed.map(({ words, updatedAt }) => ({ ...withVector(words), updatedAt }));
    await store.putWords(repository, fresh, { keep });
    for (const words of fresh) known.set(words.number, words);
    const meaning = triage.embeddings?.similarity ?? 2;
    return likelyDuplicates(withVector(own), [...known.values()], { similarity, meaning });
  };
}

function embedded({ title, body }: { readonly title: string; readonly body: string }): string {
  return `${title}\n\n${body}`.slice(0, maxEmbedded);
}

/** The vector that is stored for the same words, so that no text is sent twice. */
function sameVector(
  words: IssueWords,
  known: IssueWords | undefined,
  model: string | undefined,
): IssueWords['vector'] {
  const isSame = known?.title === words.title && JSON.stringify(known.terms) === JSON.stringify(words.terms);
  return isSame && known.vector?.model === model ? known.vector : undefined;
}

/** Vectors by issue; none when there is no endpoint or it fails: words are compared all the same. */
async function vectorsOf(
  texts: readonly (readonly [number, { readonly title: string; readonly body: string }])[],
  { embed, signal, logger }: Parameters<typeof createFindDuplicates>[0],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (embed === undefined) return new Map();
  // The issue itself is last and must be among them.
  const chosen = texts.slice(-maxNewVectors);
  try {
    const vectors = await embed(
      chosen.map(([, text]) => embedded(text)),
      signal,
    );
    return new Map(chosen.map(([number], index) => [number, vectors[index] ?? []]));
  } catch (error) {
    if (signal.aborted) throw error;
    logger.warn('Issues are compared by their words only', errorFields(error));
    return new Map();
  }
}
