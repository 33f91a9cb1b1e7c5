import { type Answer, pieces, textOf, type Wire } from './wire.ts';

type Part = {
  readonly text?: string;
  readonly functionResponse?: { readonly response: unknown };
};
type GoogleBody = {
  readonly systemInstruction?: { readonly parts: readonly Part[] };
  readonly contents: readonly { readonly role: string; readonly parts: readonly Part[] }[];
  readonly tools?: unknown;
  readonly generationConfig?: { readonly responseMimeType?: string };
};

/** Gemini's generateContent (ai.google.dev/api/generate-content). */
export const google: Wire = {
  name: 'google',
  key: headers => String(headers['x-goog-api-key'] ?? ''),
  scheme: '',
  read(body, path) {
    const { systemInstruction, contents, tools, generationConfig } = body as GoogleBody;
    const parts = contents.filter(({ role }) => role === 'user').flatMap(content => content.parts);
    return {
      model: /models\/(?<model>[^:]+):/.exec(path)?.groups?.['model'] ?? '',
      stream: path.includes(':streamGenerateContent'),
      structured: generationConfig?.responseMimeType === 'application/json',
      instructions: textOf(systemInstruction?.parts),
      prompt: parts.flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n'),
      toolResults: parts.flatMap(({ functionResponse }) =>
        functionResponse === undefined ? [] : [JSON.stringify(functionResponse.response)],
      ),
      tools: declaredNames(tools),
    };
  },
  write: answer => chunk(answer, partsOf(answer), 'STOP'),
  stream: answer => {
    const parts = [
      ...pieces(answer.text ?? '').map(text => ({ text })),
      ...partsOf({ ...answer, text: null }),
    ];
    return parts.map((part, index) => ({
      data: chunk(answer, [part], index === parts.length - 1 ? 'STOP' : undefined),
    }));
  },
  streamEnd: '',
  error: ({ status, message }) => ({
    error: { code: status, message, status: status === 429 ? 'RESOURCE_EXHAUSTED' : 'INTERNAL' },
  }),
};

/** Older requests hold a list of groups of declarations, newer ones one group. */
function declaredNames(tools: unknown): readonly string[] {
  const groups = (Array.isArray(tools) ? tools : [tools ?? {}]) as readonly {
    readonly functionDeclarations?: readonly { readonly name: string }[];
  }[];
  return groups.flatMap(group => group.functionDeclarations ?? []).map(({ name }) => name);
}

function partsOf({ text, refusal, calls }: Answer): readonly object[] {
  const words = text ?? refusal;
  return [
    ...(words === null ? [] : [{ text: words }]),
    ...calls.map(({ name, arguments: args }) => ({ functionCall: { name, args: parseOrEmpty(args) } })),
  ];
}

function parseOrEmpty(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function chunk({ model, usage }: Answer, parts: readonly object[], finishReason: string | undefined): object {
  return {
    candidates: [
      {
        index: 0,
        content: { role: 'model', parts },
        ...(finishReason === undefined ? {} : { finishReason }),
      },
    ],
    modelVersion: model,
    usageMetadata: {
      promptTokenCount: usage.input,
      candidatesTokenCount: usage.output,
      totalTokenCount: usage.input + usage.output,
    },
  };
}
