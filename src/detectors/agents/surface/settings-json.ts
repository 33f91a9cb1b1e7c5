import type { SourceFile } from '../../../contracts/detector.ts';
import { type ConfigEntry, type ConfigNode, entryOf, walkConfig } from '../../../parsers/config-node.ts';
import { configDocuments } from '../../../parsers/read-config.ts';

/**
 * The root of a JSON configuration file, comments allowed.
 *
 * @throws UnparsableError when it cannot be read.
 */
export function settingsOf(file: SourceFile): ConfigNode | undefined {
  return configDocuments(file)[0];
}

/** Every entry of a document, however deep. */
export function entriesIn(root: ConfigNode | undefined): readonly ConfigEntry[] {
  if (root === undefined) return [];
  return [...walkConfig(root)].flatMap(node => (node.kind === 'map' ? node.entries : []));
}

/** One declared MCP server. */
export type McpServer = { readonly name: ConfigEntry; readonly body: ConfigNode };

/** The servers of `mcpServers` (Claude, Cursor, Gemini), `servers` (VS Code), `mcp` (OpenCode) or `context_servers` (Zed). */
export function mcpServers(file: SourceFile): readonly McpServer[] {
  const root = settingsOf(file);
  return ['mcpServers', 'servers', 'mcp', 'context_servers'].flatMap(key => {
    const map = entryOf(root, key)?.value;
    return map?.kind === 'map'
      ? map.entries.filter(({ value }) => value.kind === 'map').map(name => ({ name, body: name.value }))
      : [];
  });
}
