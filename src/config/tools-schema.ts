import { z } from 'zod';
import type {
  HttpToolConfig,
  McpServerConfig,
  SecretHeader,
  ToolsConfig,
} from '../contracts/external-tool.ts';
import { toolRisks } from '../contracts/tool.ts';
import { defaultConfig } from './default-config.ts';
import { setting } from './setting.ts';

const { hosted } = defaultConfig.tools;

const toolName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const seconds = z.number().min(1).max(120);
const variable = z
  .string()
  .regex(/^DEVOPS_TOOL_[A-Z0-9_]{1,60}$/)
  .meta({
    description: 'Must start with DEVOPS_TOOL_, so that no other secret of the process can be named.',
  });

const url = z.string().max(2000).refine(isEndpoint, {
  message: 'must be an http or https address without credentials, `{name}` in its path only',
});

const secretHeader = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/),
  env: variable,
  prefix: setting(z.string().max(20), 'Stands before the value, for example `Bearer `.', ''),
});

const httpToolSchema = z.strictObject({
  description: z.string().min(10).max(500).meta({ description: 'What it does, for people and models.' }),
  url: url.meta({ description: 'Its address. `{name}` in the path takes the parameter of that name.' }),
  method: setting(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), 'How it is called.', 'GET'),
  risk: setting(
    z.enum(toolRisks),
    'What calling it can do. Default: read for GET, write for the others, destructive for DELETE.',
  ),
  input: setting(
    z.record(z.string(), z.unknown()),
    'JSON Schema of its parameters, an object. Default: no parameters.',
  ),
  'secret-header': setting(secretHeader, 'A header with a secret from an environment variable.'),
  'timeout-seconds': setting(seconds, 'Longest a call may take.', 15),
});

const mcpServerSchema = z
  .strictObject({
    url: setting(url, 'Address of a server that speaks streamable HTTP.'),
    command: setting(z.array(z.string().min(1).max(500)).min(1).max(30), 'A program and its arguments.'),
    env: setting(z.array(variable).max(20), 'Variables handed on to the program.', []),
    'secret-header': setting(secretHeader, 'A header with a secret from an environment variable.'),
    tools: z
      .record(
        z.string().min(1).max(100),
        z.strictObject({
          risk: z.enum(toolRisks).meta({ description: 'What calling it can do.' }),
          description: z
            .string()
            .min(10)
            .max(500)
            .meta({ description: 'What it does: what the server says of its tools is not shown to models.' }),
        }),
      )
      .meta({ description: 'The tools that may be used, by the server’s own names.' }),
    'timeout-seconds': setting(seconds, 'Longest connecting and each call may take.', 30),
  })
  .refine(server => (server.url === undefined) !== (server.command === undefined), {
    message: 'needs either a url or a command',
  });

/** `tools:` as written. */
export const toolsSchema = z.strictObject({
  http: setting(
    z.record(toolName, httpToolSchema),
    'HTTP endpoints as tools, named `http_<name>`. Hosts must be in DEVOPS_TOOL_HOSTS.',
  ),
  hosted: setting(
    z.strictObject({
      'web-search': setting(
        z.boolean(),
        'Agents that name the tool `web_search` may let OpenAI search the web; it writes queries from what it was told.',
        hosted.webSearch,
      ),
      'file-search': setting(
        z.array(z.string().regex(/^vs_[A-Za-z0-9_-]{1,100}$/)).max(5),
        'Ids of the OpenAI vector stores that agents which name the tool `file_search` may let it search. A shared server also needs them in DEVOPS_VECTOR_STORES.',
        hosted.vectorStores,
      ),
    }),
    'Searches that a model’s provider carries out (OpenAI’s Responses only). Off unless they are set.',
  ),
  mcp: setting(
    z.record(toolName, mcpServerSchema),
    'MCP servers whose tools are used, named `mcp_<server>_<tool>`. Hosts must be in DEVOPS_TOOL_HOSTS, commands in DEVOPS_MCP_COMMANDS.',
  ),
});

type WrittenTools = z.infer<typeof toolsSchema>;

/** What is written, put over what holds without it. */
export function mergeTools(base: ToolsConfig, written: WrittenTools): ToolsConfig {
  return {
    hosted: {
      webSearch: written.hosted?.['web-search'] ?? base.hosted.webSearch,
      vectorStores: written.hosted?.['file-search'] ?? base.hosted.vectorStores,
    },
    http: { ...base.http, ...mapValues(written.http ?? {}, httpToolOf) },
    mcp: { ...base.mcp, ...mapValues(written.mcp ?? {}, mcpServerOf) },
  };
}

function httpToolOf(tool: z.infer<typeof httpToolSchema>): HttpToolConfig {
  const { description, url: address, method = 'GET', input = {} } = tool;
  const usual = { GET: 'read', DELETE: 'destructive' } as const;
  return {
    description,
    url: address,
    method,
    risk: tool.risk ?? (method === 'GET' || method === 'DELETE' ? usual[method] : 'write'),
    input,
    secretHeader: secretHeaderOf(tool['secret-header']),
    timeoutMs: (tool['timeout-seconds'] ?? 15) * 1000,
  };
}

function mcpServerOf(server: z.infer<typeof mcpServerSchema>): McpServerConfig {
  const { url: address, command, env = [], tools } = server;
  return {
    url: address,
    command,
    env,
    secretHeader: secretHeaderOf(server['secret-header']),
    tools,
    timeoutMs: (server['timeout-seconds'] ?? 30) * 1000,
  };
}

function secretHeaderOf(written: z.infer<typeof secretHeader> | undefined): SecretHeader | undefined {
  return written && { name: written.name, env: written.env, prefix: written.prefix ?? '' };
}

function mapValues<From, To>(
  entries: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, map(value)]));
}

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, host, search, hash } = new URL(value);
  const isPlain = !/[{}]|%7b|%7d/i.test(`${host}${search}${hash}`) && username === '' && password === '';
  return isPlain && hash === '' && (protocol === 'https:' || protocol === 'http:');
}
