import { type Answer, type HostedSearch, pieces, type StreamEvent, textOf, type Wire } from './wire.ts';

type ResponsesBody = {
  readonly model: string;
  readonly stream?: boolean;
  readonly instructions?: string;
  readonly text?: { readonly format?: { readonly type: string } };
  readonly tools?: readonly { readonly name?: string; readonly type: string }[];
  readonly input:
    | string
    | readonly {
        readonly role?: string;
        readonly type?: string;
        readonly content?: unknown;
        readonly output?: unknown;
      }[];
};

/** OpenAI's Responses (platform.openai.com/docs/api-reference/responses). */
export const responses: Wire = {
  name: 'responses',
  key: headers => String(headers['authorization'] ?? ''),
  scheme: 'Bearer ',
  read(body) {
    const { model, stream, instructions, input, tools, text } = body as ResponsesBody;
    const items = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
    return {
      model,
      stream: stream === true,
      structured: text?.format?.type === 'json_schema',
      instructions: instructions ?? '',
      prompt: items
        .filter(({ role }) => role === 'user')
        .map(({ content }) => textOf(content))
        .join('\n'),
      toolResults: items
        .filter(item => 'type' in item && item.type === 'function_call_output')
        .map(item => ('output' in item ? textOf(item.output) : '')),
      tools: tools?.map(tool => tool.name ?? tool.type) ?? [],
    };
  },
  write: answer => responseOf(answer, itemsOf(answer)),
  stream(answer) {
    const items = itemsOf(answer);
    const plain: readonly Omit<StreamEvent & { data: object }, never>[] = [
      { data: { type: 'response.created', response: { ...responseOf(answer, []), status: 'in_progress' } } },
      ...items.flatMap((item, output_index) => eventsOf(item, output_index)),
      { data: { type: 'response.completed', response: responseOf(answer, items) } },
    ];
    return plain.map(({ data }, sequence_number) => ({
      event: (data as { readonly type: string }).type,
      data: { ...data, sequence_number },
    }));
  },
  streamEnd: '',
  error: ({ message, code }) => ({ error: { type: 'error', param: null, message, code } }),
};

type Item = { readonly id: string; readonly type: string; readonly [key: string]: unknown };

function itemsOf(answer: Answer): readonly Item[] {
  const part =
    answer.refusal === null
      ? { type: 'output_text', text: answer.text ?? '', annotations: [], logprobs: [] }
      : { type: 'refusal', refusal: answer.refusal };
  const says = answer.text !== null || answer.refusal !== null;
  return [
    ...answer.searches.map((search, index) => searchItem(search, `${answer.id}_${index}`)),
    ...(says
      ? [
          {
            id: `msg_${answer.id}`,
            type: 'message',
            role: 'assistant',
            status: 'completed',
            content: [part],
          },
        ]
      : []),
    ...answer.calls.map((call, index) => ({
      id: `fc_${answer.id}_${index}`,
      type: 'function_call',
      status: 'completed',
      call_id: call.id,
      name: call.name,
      arguments: call.arguments,
    })),
  ];
}

function searchItem({ tool, query }: HostedSearch, id: string): Item {
  return tool === 'web_search'
    ? {
        id: `ws_${id}`,
        type: 'web_search_call',
        status: 'completed',
        action: { type: 'search', query },
      }
    : { id: `fs_${id}`, type: 'file_search_call', status: 'completed', queries: [query], results: null };
}

function eventsOf(item: Item, output_index: number): readonly { readonly data: object }[] {
  const added = {
    data: { type: 'response.output_item.added', output_index, item: { ...item, status: 'in_progress' } },
  };
  const done = { data: { type: 'response.output_item.done', output_index, item } };
  if (item.type !== 'message') return [added, done];
  const [part] = item['content'] as readonly { readonly text?: string }[];
  const at = { item_id: item.id, output_index, content_index: 0 };
  return [
    added,
    ...pieces(part?.text ?? '').map(delta => ({
      data: { type: 'response.output_text.delta', ...at, delta, logprobs: [] },
    })),
    { data: { type: 'response.output_text.done', ...at, text: part?.text ?? '', logprobs: [] } },
    done,
  ];
}

function responseOf({ id, model, usage }: Answer, output: readonly Item[]): object {
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 1_750_000_000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    model,
    output,
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    usage: {
      input_tokens: usage.input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: usage.output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.input + usage.output,
    },
  };
}
