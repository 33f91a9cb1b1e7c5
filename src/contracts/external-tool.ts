import type { ToolRisk } from './tool.ts';

/** A header that carries a secret: its value is in an environment variable, never in a file. */
export type SecretHeader = {
  readonly name: string;
  /** Name of the variable; always starts with `DEVOPS_TOOL_`, so that no other secret can be named. */
  readonly env: string;
  /** Stands before the value, for example `Bearer `. */
  readonly prefix: string;
};

/** One HTTP endpoint that agents can call as the tool `http_<name>`. */
export type HttpToolConfig = {
  readonly description: string;
  /** `{name}` in the path takes the parameter of that name; the others go into the query or, as JSON, the body. */
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly risk: ToolRisk;
  /** JSON Schema of the parameters, an object. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly secretHeader: SecretHeader | undefined;
  /** Milliseconds. */
  readonly timeoutMs: number;
};

/** One tool of an MCP server: what is written here holds, whatever the server says of it. */
export type McpToolConfig = { readonly risk: ToolRisk; readonly description: string };

/** One MCP server; exactly one of `url` and `command` is given. Its tools are `mcp_<server>_<tool>`. */
export type McpServerConfig = {
  /** Streamable HTTP. */
  readonly url: string | undefined;
  /** Program and arguments, speaking over standard input and output. */
  readonly command: readonly string[] | undefined;
  /** Variables handed on to the program; names start with `DEVOPS_TOOL_`. */
  readonly env: readonly string[];
  readonly secretHeader: SecretHeader | undefined;
  /** The tools that may be used, by the server's own names; all others are out of reach. */
  readonly tools: Readonly<Record<string, McpToolConfig>>;
  /** Milliseconds, of connecting and of each call. */
  readonly timeoutMs: number;
};

/** What a model's provider may do by itself while it answers; words of the conversation leave with it. */
export type HostedToolsConfig = {
  readonly webSearch: boolean;
  /** Ids of the vector stores that may be searched; none: no file search. */
  readonly vectorStores: readonly string[];
};

/** Tools of others, by name. What they may reach is decided by the environment of the process, not here. */
export type ToolsConfig = {
  readonly hosted: HostedToolsConfig;
  readonly http: Readonly<Record<string, HttpToolConfig>>;
  readonly mcp: Readonly<Record<string, McpServerConfig>>;
};
