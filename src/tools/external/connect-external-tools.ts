import type { McpConnection, McpTarget } from '../../clients/mcp/mcp-connection.ts';
import type { HostRules } from '../../clients/outside/host-rules.ts';
import type { OutsideHttp } from '../../clients/outside/outside-http.ts';
import type { McpServerConfig, ToolsConfig } from '../../contracts/external-tool.ts';
import type { Tool, ToolSpecification } from '../../contracts/tool.ts';
import { createHttpTool, missingSecret } from './http-tool.ts';
import { createMcpTools, mcpSpecifications } from './mcp-tools.ts';

type ExternalToolsConfig = Pick<ToolsConfig, 'http' | 'mcp'>;

/** What the process lets tools of others do: from its environment, never from a repository. */
export type ExternalToolRules = HostRules & {
  /** Whole command lines of MCP servers that may be started. */
  readonly commands: readonly string[];
};

/** What reaching others rests on. */
export type ExternalToolPorts = {
  readonly rules: ExternalToolRules;
  readonly http: OutsideHttp;
  readonly connect: (target: McpTarget, timeoutMs: number) => Promise<McpConnection>;
  /** Value of a secret that may go to a host; undefined when it is not set or meant for another one. */
  readonly secret: (variable: string, host: string) => string | undefined;
  /** Value of a variable that a server's program is given. */
  readonly variable: (name: string) => string | undefined;
};

/** Tools of others, ready to be called, until they are closed. */
export type ExternalTools = {
  readonly tools: readonly Tool[];
  /** Sentences about what could not be connected; the other tools work all the same. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
};

/** The configured tools as data: connects to nothing. */
export function externalSpecifications(config: ExternalToolsConfig): readonly ToolSpecification[] {
  const unused = { http: () => Promise.reject(new Error('not used')), secret: () => undefined };
  return [
    ...Object.entries(config.http).map(([name, tool]) => createHttpTool(name, tool, unused)),
    ...Object.entries(config.mcp).flatMap(([name, server]) => mcpSpecifications(name, server)),
  ];
}

/** Connects to the servers of those tools that `isWanted`; the others are left alone. */
export async function connectExternalTools(
  config: ExternalToolsConfig,
  ports: ExternalToolPorts,
  isWanted: (name: string) => boolean,
): Promise<ExternalTools> {
  const tools: Tool[] = Object.entries(config.http)
    .filter(([name]) => isWanted(`http_${name}`))
    .map(([name, tool]) => createHttpTool(name, tool, ports));
  const problems: string[] = [];
  const connections: McpConnection[] = [];
  for (const [name, server] of Object.entries(config.mcp)) {
    if (!mcpSpecifications(name, server).some(tool => isWanted(tool.name))) continue;
    const target = targetOf(name, server, ports);
    if (typeof target === 'string') {
      problems.push(target);
      continue;
    }
    try {
      const connection = await ports.connect(target, server.timeoutMs);
      connections.push(connection);
      const listed = await connection.listTools(AbortSignal.timeout(server.timeoutMs));
      const made = createMcpTools(name, server, { connection, listed });
      tools.push(...made.tools.filter(tool => isWanted(tool.name)));
      problems.push(...made.missing);
    } catch {
      // What went wrong is the server's word, which is not repeated.
      problems.push(
        `The MCP server ${name} could not be used: it did not connect, or did not list its tools.`,
      );
    }
  }
  return {
    tools,
    problems,
    async close() {
      await Promise.all(connections.map(connection => connection.close()));
    },
  };
}

/** How a server is reached, or why it may not be. */
function targetOf(name: string, server: McpServerConfig, ports: ExternalToolPorts): McpTarget | string {
  const { command, url, secretHeader } = server;
  if (command !== undefined) {
    const line = command.join(' ');
    if (!ports.rules.commands.includes(line))
      return `The MCP server ${name} is not started: DEVOPS_MCP_COMMANDS does not hold exactly its command line.`;
    const env = server.env.map(variable => [variable, ports.variable(variable) ?? ''] as const);
    return { kind: 'program', command, env: Object.fromEntries(env) };
  }
  const { host } = new URL(url ?? 'https://none.invalid');
  const value = secretHeader && ports.secret(secretHeader.env, host);
  if (secretHeader !== undefined && value === undefined)
    return `The MCP server ${name} is not used: ${missingSecret(secretHeader, host)}`;
  const headers = secretHeader === undefined ? {} : { [secretHeader.name]: `${secretHeader.prefix}${value}` };
  return { kind: 'http', url: url ?? '', headers, http: ports.http };
}
