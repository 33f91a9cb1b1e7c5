import type { HostedToolsConfig } from '../contracts/external-tool.ts';
import type { ModelEnvironment } from './resolve-model.ts';

/** What the process lets tools of others do. */
type ToolEnvironment = {
  readonly hosts: readonly string[];
  readonly privateHosts: readonly string[];
  readonly commands: readonly string[];
  /** Value of a variable for tools, if `<variable>_HOST` says that it may go to this host; undefined otherwise. */
  readonly secret: (variable: string, host: string) => string | undefined;
  /** Value of a variable for tools that are programs of this machine. */
  readonly variable: (name: string) => string | undefined;
};

/**
 * Reads `DEVOPS_TOOL_HOSTS` and `DEVOPS_TOOL_PRIVATE_HOSTS` (names of hosts, `host:port` where it is not the
 * protocol's own, separated by commas) and `DEVOPS_MCP_COMMANDS` (whole command lines, separated by semicolons).
 */
export function readToolEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): ToolEnvironment {
  const list = (name: string, separator: string): readonly string[] =>
    (variables[name] ?? '')
      .split(separator)
      .map(part => part.trim())
      .filter(part => part !== '');
  const valueOf = (name: string): string | undefined =>
    name.startsWith('DEVOPS_TOOL_') ? variables[name] || undefined : undefined;
  const hosts = (name: string): readonly string[] => list(name, ',').map(host => host.toLowerCase());
  return {
    hosts: hosts('DEVOPS_TOOL_HOSTS'),
    privateHosts: hosts('DEVOPS_TOOL_PRIVATE_HOSTS'),
    commands: list('DEVOPS_MCP_COMMANDS', ';'),
    secret: (name, host) =>
      variables[`${name}_HOST`]?.toLowerCase() === host.toLowerCase() ? valueOf(name) : undefined,
    variable: valueOf,
  };
}

/**
 * What of the configured hosted tools the process lets be used. A server's key opens the vector stores of everybody it
 * works for: which of them may be searched is for whoever runs it to say, in `DEVOPS_VECTOR_STORES`. One that is not
 * allowed turns file search off rather than making it find less than it seems to.
 */
export function allowedHostedTools(
  { webSearch, vectorStores }: HostedToolsConfig,
  { shared, variables }: Pick<ModelEnvironment, 'shared' | 'variables'>,
): HostedToolsConfig {
  const allowed = (variables['DEVOPS_VECTOR_STORES'] ?? '').split(',').map(id => id.trim());
  const isAllowed = !shared || vectorStores.every(id => allowed.includes(id));
  return { webSearch, vectorStores: isAllowed ? vectorStores : [] };
}
