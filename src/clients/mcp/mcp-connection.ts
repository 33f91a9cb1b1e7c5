import type { Client, Transport } from '@modelcontextprotocol/client';
import { z } from 'zod';
import packageJson from '../../../package.json' with { type: 'json' };
import { AppError } from '../../errors.ts';
import type { OutsideHttp } from '../outside/outside-http.ts';
import { outsideFetch } from './outside-fetch.ts';

/** How an MCP server is reached. */
export type McpTarget =
  | {
      readonly kind: 'program';
      readonly command: readonly string[];
      /** Beside PATH, HOME and the like, all that the program gets of the environment. */
      readonly env: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'http';
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly http: OutsideHttp;
    };

/** A tool as a server lists it; all of it is the server's word. */
export type McpTool = { readonly name: string; readonly inputSchema?: unknown };

/** What calling a tool of a server came to. */
export type McpAnswer = {
  readonly isError: boolean;
  /** Texts in order; what is no text is named in `leftOut`. */
  readonly texts: readonly string[];
  readonly structured: unknown;
  readonly leftOut: readonly string[];
};

/** A connection to one MCP server. Every method throws AppError when the server does not answer as it should. */
export type McpConnection = {
  /** At most 500 tools of at most 10 pages. */
  listTools(signal: AbortSignal): Promise<readonly McpTool[]>;
  callTool(name: string, input: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<McpAnswer>;
  /** Ends the connection and the server's process. */
  close(): Promise<void>;
};

const maxPages = 10;
const maxTools = 500;
/** Largest message of a server, bytes. */
const maxMessageBytes = 4 * 1024 * 1024;

/**
 * Connects to an MCP server; the SDK is loaded on the first call. The server is offered no capability of ours: it
 * cannot ask for a model's answer, for files or for a person's input.
 *
 * @throws AppError when it cannot be reached within the time.
 */
export async function connectMcp(target: McpTarget, timeoutMs: number): Promise<McpConnection> {
  const { Client: McpClient } = await import('@modelcontextprotocol/client');
  const client = new McpClient({ name: 'agentic-devops', version: packageJson.version });
  await orAppError('connect', async () => {
    await client.connect(await transportTo(target), { timeout: timeoutMs });
  });
  return {
    listTools: signal =>
      orAppError('list its tools', () => listTools(client, { signal, timeout: timeoutMs })),
    callTool: (name, input, signal) =>
      orAppError('answer', () =>
        callTool(client, { name, arguments: { ...input } }, { signal, timeout: timeoutMs }),
      ),
    close: () => client.close().catch(() => undefined),
  };
}

async function transportTo(target: McpTarget): Promise<Transport> {
  if (target.kind === 'program') {
    const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
    const [command = '', ...args] = target.command;
    return new StdioClientTransport({
      command,
      args,
      env: { ...target.env },
      // A server's messages to the terminal are nobody's business here.
      stderr: 'ignore',
      maxBufferSize: maxMessageBytes,
    });
  }
  const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
  return new StreamableHTTPClientTransport(new URL(target.url), {
    requestInit: { headers: { ...target.headers } },
    fetch: outsideFetch(target.http, maxMessageBytes),
  }) as Transport;
}

type CallOptions = { readonly signal: AbortSignal; readonly timeout: number };

/** Requests by hand: the SDK's own methods would compile the server's output schemas and page without our limits. */
async function listTools(client: Client, options: CallOptions): Promise<readonly McpTool[]> {
  const tools: McpTool[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < maxPages && tools.length < maxTools; page++) {
    const params = cursor === undefined ? {} : { cursor };
    const listed = listSchema.parse(await client.request({ method: 'tools/list', params }, options));
    tools.push(...listed.tools);
    cursor = listed.nextCursor;
    if (cursor === undefined || seen.has(cursor)) break;
    seen.add(cursor);
  }
  return tools.slice(0, maxTools);
}

const listSchema = z.object({
  tools: z.array(z.object({ name: z.string().max(200), inputSchema: z.unknown().optional() })),
  nextCursor: z.string().optional(),
});

const resultSchema = z.object({
  content: z.array(
    z.looseObject({
      type: z.string().max(50),
      text: z.string().optional(),
      resource: z.looseObject({ text: z.string().optional() }).optional(),
    }),
  ),
  isError: z.boolean().optional(),
  structuredContent: z.unknown().optional(),
});

async function callTool(
  client: Client,
  params: { readonly name: string; readonly arguments: Record<string, unknown> },
  options: CallOptions,
): Promise<McpAnswer> {
  const result = resultSchema.parse(await client.request({ method: 'tools/call', params }, options));
  const textOf = (part: (typeof result.content)[number]): string | undefined =>
    part.text ?? part.resource?.text;
  return {
    isError: result.isError === true,
    texts: result.content.flatMap(part => textOf(part) ?? []),
    structured: result.structuredContent,
    leftOut: result.content.flatMap(part => (textOf(part) === undefined ? part.type : [])),
  };
}

/** The SDK's errors repeat what the server sent, so only their kind gets through. */
async function orAppError<T>(what: string, perform: () => Promise<T>): Promise<T> {
  try {
    return await perform();
  } catch (cause) {
    throw new AppError({ code: 'mcp-failed', publicMessage: `The MCP server did not ${what}.`, cause });
  }
}
