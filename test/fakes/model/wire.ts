/** The APIs the stand-in speaks. */
export type WireName = 'chat' | 'responses' | 'anthropic' | 'google';

/** A request as it came in, whichever API it used. */
export type ModelRequest = {
  readonly wire: WireName;
  /** The key as it was sent, with its scheme where the API has one. */
  readonly authorization: string;
  readonly model: string;
  readonly instructions: string;
  /** The texts of the user's messages. */
  readonly prompt: string;
  /** What tools answered so far, oldest first. */
  readonly toolResults: readonly string[];
  /** Names of the tools on offer. */
  readonly tools: readonly string[];
  readonly stream: boolean;
  /** Whether a shape of the answer was asked for. */
  readonly structured: boolean;
  /** The whole body as it was sent. */
  readonly text: string;
};

export type ToolCall = { readonly id: string; readonly name: string; readonly arguments: string };

export type HostedSearch = { readonly tool: 'web_search' | 'file_search'; readonly query: string };

/** What the model says: words, calls, or both. */
export type Answer = {
  readonly model: string;
  readonly id: string;
  readonly text: string | null;
  readonly refusal: string | null;
  readonly calls: readonly ToolCall[];
  /** What the server searched by itself before it answered; only Responses has it. */
  readonly searches: readonly HostedSearch[];
  readonly usage: { readonly input: number; readonly output: number };
};

/** One event of a stream; `event` is its name where the API names them. */
export type StreamEvent = { readonly event?: string; readonly data: unknown };

/** How one API reads requests and writes answers. */
export type Wire = {
  readonly name: WireName;
  readonly key: (headers: Readonly<Record<string, string | string[] | undefined>>) => string;
  /** Prefix of a right key. */
  readonly scheme: string;
  readonly read: (body: unknown, path: string) => Omit<ModelRequest, 'wire' | 'authorization' | 'text'>;
  readonly write: (answer: Answer) => unknown;
  readonly stream: (answer: Answer) => readonly StreamEvent[];
  /** Some streams end with a line of their own. */
  readonly streamEnd: string;
  readonly error: (error: {
    readonly status: number;
    readonly message: string;
    readonly code: string;
  }) => unknown;
};

type Part = { readonly text?: string; readonly type?: string; readonly content?: unknown };

/** The text of a message's content: a text, or parts that have some. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content)
    ? content.map((part: Part) => part.text ?? textOf(part.content)).join('')
    : '';
}

/** A text in pieces, as streams bring it. */
export function pieces(text: string): readonly string[] {
  return text.match(/[\s\S]{1,12}/g) ?? [];
}
