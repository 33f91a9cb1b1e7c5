import { z } from 'zod';
import type { Octokit } from './octokit-repository-client.ts';

const partialSchema = z.object({
  data: z.looseObject({}),
  errors: z
    .array(z.object({ type: z.string(), path: z.array(z.union([z.string(), z.number()])).default([]) }))
    .min(1),
});

/** Types of GraphQL errors that asking again does not change. */
const refusals = ['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES', 'UNPROCESSABLE'];

/** What GraphQL gave, and the fields that it refused to give, which are null in `data`. */
export type GraphqlAnswer = { readonly data: unknown; readonly refused: readonly string[] };

/**
 * Asks GraphQL and keeps what came beside refused fields: a null must be told apart from "nothing there". Everything
 * that may work later (limits, time-outs, a 502 in disguise) is thrown on.
 */
export async function askGraphql(
  octokit: Octokit,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphqlAnswer> {
  try {
    return { data: await octokit.graphql(query, variables), refused: [] };
  } catch (error) {
    const partial = partialSchema.safeParse(error);
    if (!partial.success) throw error;
    const { data, errors } = partial.data;
    if (!errors.every(({ type }) => refusals.includes(type))) throw error;
    return { data, refused: errors.flatMap(({ path }) => path.map(String)) };
  }
}
