import type { z } from 'zod';
import type { Config } from './config.ts';
import type { Usage } from './result.ts';

/** One question to a model: text in, a structure out; no tools, no token, no secret. */
export type TypedQuestion<T> = {
  /** For traces and the wire, kebab-case. */
  readonly name: string;
  /** Standing instructions; nothing untrusted is ever put in here. */
  readonly instructions: string;
  /** Untrusted data, masked already. */
  readonly prompt: string;
  readonly schema: z.ZodType<T>;
  readonly maxOutputTokens: number;
  readonly model: Config['model'];
  /** US dollars that the question may cost. */
  readonly budgetUsd: number;
  readonly signal: AbortSignal;
};

/** What came of asking; `reason` is safe to show. */
export type TypedAnswer<T> =
  | { readonly kind: 'answered'; readonly output: T; readonly usage: Usage }
  | { readonly kind: 'failed'; readonly reason: string; readonly usage: Usage };

/** Asks; never throws for what a model or its provider does. */
export type AskTyped = <T>(question: TypedQuestion<T>) => Promise<TypedAnswer<T>>;

/** A model that can be asked, and what masks secrets before anything reaches its provider. */
export type TypedModel = { readonly ask: AskTyped; readonly redact: (path: string, text: string) => string };
