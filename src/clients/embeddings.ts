import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { ModelConnection } from './connect-model.ts';

/** Turns texts into vectors of one length, in their order. */
export type Embed = (
  texts: readonly string[],
  signal: AbortSignal,
) => Promise<readonly (readonly number[])[]>;

/** Texts in one request. */
const batch = 64;
/** Longest wait for one request, milliseconds. */
const timeoutMs = 30_000;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1).max(10_000) })),
});

/**
 * Embeddings of OpenAI or an OpenAI-compatible endpoint; undefined for other kinds of providers. Nothing is tried
 * again: comparing by meaning is an extra.
 */
export async function connectEmbeddings(connection: ModelConnection): Promise<Embed | undefined> {
  const { kind, model, apiKey = 'none', baseUrl } = connection;
  if (kind !== 'openai' && kind !== 'openai-compatible') return undefined;
  const { OpenAI } = await import('openai');
  const client = new OpenAI({
    apiKey,
    maxRetries: 0,
    timeout: timeoutMs,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl, organization: null, project: null }),
  });
  return async (texts, signal) => {
    const vectors: (readonly number[])[] = [];
    for (let from = 0; from < texts.length; from += batch) {
      const input = texts.slice(from, from + batch);
      const answer: unknown = await client.embeddings.create(
        { model, input, encoding_format: 'float' },
        { signal },
      );
      const { data } = answerSchema.parse(answer);
      const inOrder = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
      if (inOrder.length !== input.length) throw incomplete();
      vectors.push(...inOrder);
    }
    return vectors;
  };
}

function incomplete(): AppError {
  return new AppError({
    code: 'embeddings-failed',
    publicMessage: 'The endpoint for embeddings did not answer for every text.',
  });
}
