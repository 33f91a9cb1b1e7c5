import { type Answer, pieces, type StreamEvent, textOf, type Wire } from './wire.ts';

type ChatBody = {
  readonly model: string;
  readonly stream?: boolean;
  readonly response_format?: unknown;
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
};

/** OpenAI's Chat Completions (platform.openai.com/docs/api-reference/chat), also of llama.cpp, vLLM, Ollama. */
export const chat: Wire = {
  name: 'chat',
  key: headers => String(headers['authorization'] ?? ''),
  scheme: 'Bearer ',
  read(body) {
    const { model, stream, messages, tools, response_format } = body as ChatBody;
    const contents = (roles: readonly string[]): readonly string[] =>
      messages.filter(({ role }) => roles.includes(role)).map(({ content }) => textOf(content));
    return {
      model,
      stream: stream === true,
      structured: response_format !== undefined,
      instructions: contents(['system', 'developer']).join('\n'),
      prompt: contents(['user']).join('\n'),
      toolResults: contents(['tool']),
      tools: tools?.map(tool => tool.function.name) ?? [],
    };
  },
  write: answer => ({
    ...head(answer, 'chat.completion'),
    choices: [
      {
        index: 0,
        finish_reason: finishReason(answer),
        logprobs: null,
        message: {
          role: 'assistant',
          content: answer.text,
          refusal: answer.refusal,
          ...(answer.calls.length === 0 ? {} : { tool_calls: answer.calls.map(callOf) }),
        },
      },
    ],
    usage: usageOf(answer),
  }),
  stream(answer) {
    const chunk = (delta: object, finish_reason: string | null = null): StreamEvent => ({
      data: {
        ...head(answer, 'chat.completion.chunk'),
        choices: [{ index: 0, delta, finish_reason, logprobs: null }],
      },
    });
    return [
      chunk({ role: 'assistant', content: '' }),
      ...pieces(answer.text ?? '').map(content => chunk({ content })),
      ...(answer.refusal === null ? [] : [chunk({ refusal: answer.refusal })]),
      ...answer.calls.map((call, index) => chunk({ tool_calls: [{ index, ...callOf(call) }] })),
      chunk({}, finishReason(answer)),
      { data: { ...head(answer, 'chat.completion.chunk'), choices: [], usage: usageOf(answer) } },
    ];
  },
  streamEnd: 'data: [DONE]\n\n',
  error: ({ message, code }) => ({ error: { type: 'error', param: null, message, code } }),
};

function head({ id, model }: Answer, object: string): object {
  return { id: `chatcmpl-${id}`, object, created: 1_750_000_000, model };
}

function callOf({ id, name, arguments: args }: Answer['calls'][number]): object {
  return { id, type: 'function', function: { name, arguments: args } };
}

function finishReason({ calls }: Answer): string {
  return calls.length === 0 ? 'stop' : 'tool_calls';
}

function usageOf({ usage }: Answer): object {
  return {
    prompt_tokens: usage.input,
    completion_tokens: usage.output,
    total_tokens: usage.input + usage.output,
  };
}
