import process from 'node:process';
import { exitCodes } from '../cli-error.ts';
import { createMcpServer } from '../mcp-server.ts';
import type { Terminal } from '../terminal.ts';
import { createTerminalTools } from '../terminal-tools.ts';

/** Options as commander hands them over. */
export type McpOptions = { readonly repo?: string; readonly write?: boolean };

/**
 * `devops mcp`: serves the tools until the client closes standard input. Nothing but the protocol goes to standard
 * output.
 */
export async function serveMcp(options: McpOptions, terminal: Terminal): Promise<number> {
  const { StdioServerTransport } = await import('@modelcontextprotocol/server/stdio');
  // Tools of others stay theirs: whoever wants them connects to them.
  const tools = await createTerminalTools({
    terminal,
    repository: options.repo,
    approves: false,
    isWanted: () => false,
  });
  const server = await createMcpServer(tools, { writesWithoutAsking: options.write === true });
  const closed = new Promise<void>(resolve => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
  return exitCodes.passed;
}
