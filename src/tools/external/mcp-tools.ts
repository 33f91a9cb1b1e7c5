import type { McpConnection, McpTool } from '../../clients/mcp/mcp-connection.ts';
import type { McpServerConfig, McpToolConfig } from '../../contracts/external-tool.ts';
import type { Tool, ToolAnswer, ToolSpecification } from '../../contracts/tool.ts';
import { parametersFromSchema } from './parameters-from-schema.ts';

/** The tools of an MCP server that the configuration allows, and sentences about those it does not have. */
export type McpTools = { readonly tools: readonly Tool[]; readonly missing: readonly string[] };

/**
 * An MCP server's tools `mcp_<server>_<tool>`. Which there are, how risky they are and what is said of them is the
 * configuration's word; of the server's, only the names and types of parameters are used. A tool that the server
 * renames is gone, and one that it adds is not there.
 */
export function createMcpTools(
  server: string,
  config: McpServerConfig,
  { connection, listed }: { readonly connection: McpConnection; readonly listed: readonly McpTool[] },
): McpTools {
  const schemas = new Map(listed.map(tool => [tool.name, tool.inputSchema]));
  const wanted = Object.entries(config.tools);
  return {
    tools: wanted
      .filter(([name]) => schemas.has(name))
      .map(([name, tool]) => ({
        ...specificationOf(server, config, [name, tool]),
        parameters: parametersFromSchema(schemas.get(name)),
        plan: input =>
          Promise.resolve({
            kind: 'plan',
            summary: `Call ${name} of the MCP server ${server} with ${JSON.stringify(input).slice(0, 500)}`,
            checkedBy: 'pre-check',
          }),
        handle: async (input, { signal }) =>
          answerOf(server, name, await connection.callTool(name, input, signal)),
      })),
    missing: wanted
      .filter(([name]) => !schemas.has(name))
      .map(([name]) => `The MCP server ${server} has no tool ${name}.`),
  };
}

/** The tools of a server as the configuration tells them, for listings that connect to nothing. */
export function mcpSpecifications(server: string, config: McpServerConfig): readonly ToolSpecification[] {
  return Object.entries(config.tools).map(entry => specificationOf(server, config, entry));
}

function specificationOf(
  server: string,
  config: McpServerConfig,
  [name, { risk, description }]: readonly [string, McpToolConfig],
): ToolSpecification {
  return {
    name: `mcp_${server}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`,
    family: 'mcp',
    description,
    risk,
    permissions: {},
    undo:
      risk === 'read'
        ? { kind: 'none' }
        : { kind: 'manual', how: `Ask whoever runs the MCP server ${server}.` },
    parameters: parametersFromSchema({ type: 'object' }),
    timeoutMs: config.timeoutMs,
    maxResultBytes: 48 * 1024,
    example: {},
    idempotent: risk === 'read',
  };
}

function answerOf(
  server: string,
  name: string,
  { isError, texts, structured, leftOut }: Awaited<ReturnType<McpConnection['callTool']>>,
): ToolAnswer {
  if (isError) {
    const said = texts.join(' ').replace(/\s+/g, ' ').slice(0, 300);
    return {
      kind: 'refused',
      code: 'mcp-error',
      message: `${name} of ${server} reports an error, in its words: ${said}`,
    };
  }
  return {
    kind: 'ok',
    value: { texts, ...(structured !== undefined && { structured }) },
    ...(leftOut.length > 0 && { cut: `parts that are no text: ${leftOut.join(', ')}` }),
  };
}
