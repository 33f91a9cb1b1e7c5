import { type Answer, pieces, type StreamEvent, textOf, type Wire } from './wire.ts';

type Block = { readonly type: string; readonly text?: string; readonly content?: unknown };
type AnthropicBody = {
  readonly model: string;
  readonly stream?: boolean;
  readonly system?: unknown;
  readonly output_config?: { readonly format?: unknown };
  readonly output_format?: unknown;
  readonly tools?: readonly { readonly name: string }[];
  readonly messages: readonly { readonly role: string; readonly content: string | readonly Block[] }[];
};

/** Anthropic's Messages (docs.anthropic.com/en/api/messages). */
export const anthropic: Wire = {
  name: 'anthropic',
  key: headers => String(headers['x-api-key'] ?? ''),
  scheme: '',
  read(body) {
    const { model, stream, system, messages, tools, output_config, output_format } = body as AnthropicBody;
    const blocks = messages
      .filter(({ role }) => role === 'user')
      .flatMap(({ content }) => (typeof content === 'string' ? [{ type: 'text', text: content }] : content));
    return {
      model,
      stream: stream === true,
      structured: output_config?.format !== undefined || output_format !== undefined,
      instructions: textOf(system),
      prompt: blocks
        .filter(({ type }) => type === 'text')
        .map(({ text }) => text ?? '')
        .join('\n'),
      toolResults: blocks
        .filter(({ type }) => type === 'tool_result')
        .map(block => textOf((block as Block).content)),
      tools: tools?.map(({ name }) => name) ?? [],
    };
  },
  write: answer => ({
    ...messageOf(answer),
    content: contentOf(answer),
    stop_reason: stopReason(answer),
    usage: usageOf(answer),
  }),
  stream(answer) {
    const named = (type: string, data: object): StreamEvent => ({ event: type, data: { type, ...data } });
    const blocks = contentOf(answer).flatMap((block, index) => {
      const isText = block.type === 'text';
      const deltas = isText
        ? pieces(block.text ?? '').map(text => ({ type: 'text_delta', text }))
        : [{ type: 'input_json_delta', partial_json: JSON.stringify(block['input']) }];
      return [
        named('content_block_start', {
          index,
          content_block: isText ? { type: 'text', text: '' } : { ...block, input: {} },
        }),
        ...deltas.map(delta => named('content_block_delta', { index, delta })),
        named('content_block_stop', { index }),
      ];
    });
    return [
      named('message_start', {
        message: { ...messageOf(answer), content: [], stop_reason: null, usage: usageOf(answer) },
      }),
      ...blocks,
      named('message_delta', {
        delta: { stop_reason: stopReason(answer), stop_sequence: null },
        usage: { output_tokens: answer.usage.output },
      }),
      named('message_stop', {}),
    ];
  },
  streamEnd: '',
  error: ({ status, message }) => ({
    type: 'error',
    error: { type: status === 429 ? 'rate_limit_error' : 'api_error', message },
  }),
};

function messageOf({ id, model }: Answer): object {
  return { id: `msg_${id}`, type: 'message', role: 'assistant', model, stop_sequence: null };
}

type ContentBlock = { readonly type: string; readonly text?: string; readonly [key: string]: unknown };

function contentOf({ text, refusal, calls }: Answer): readonly ContentBlock[] {
  const words = text ?? refusal;
  return [
    ...(words === null ? [] : [{ type: 'text', text: words }]),
    ...calls.map(call => ({
      type: 'tool_use',
      id: call.id,
      name: call.name,
      input: parseOrEmpty(call.arguments),
    })),
  ];
}

/** This API has no way of saying malformed parameters. */
function parseOrEmpty(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function stopReason({ calls, refusal }: Answer): string {
  if (refusal !== null) return 'refusal';
  return calls.length === 0 ? 'end_turn' : 'tool_use';
}

function usageOf({ usage }: Answer): object {
  return {
    input_tokens: usage.input,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: usage.output,
  };
}
