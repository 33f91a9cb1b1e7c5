import { entryOf, itemsOf, stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { isMcpConfiguration } from './surface/agent-paths.ts';
import { mcpServers } from './surface/settings-json.ts';

const runners = /^(?:npx|bunx|pnpx|uvx|pipx|npm|pnpm|yarn|bun|uv|docker|podman)$/;

export const mcpUnpinnedPackage = defineAgentRule({
  id: 'mcp-unpinned-package',
  title: 'MCP server from an unpinned package',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports MCP servers that a package runner fetches without an exact version (or a container image without tag or digest).',
  why: 'Whoever publishes the next version of the package runs code on every developer’s machine, with the agent’s access.',
  fix: 'Pin the exact version, `package@1.2.3`, or make it a dependency with a lock file.',
  references: ['https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices'],
  appliesTo: isMcpConfiguration,
  keywords: ['mcp', 'servers'],
  check: file =>
    mcpServers(file).flatMap(({ body }) => {
      const words = [...itemsOf(entryOf(body, 'command')?.value), ...itemsOf(entryOf(body, 'args')?.value)];
      const texts = words.map(word => stringOf(word) ?? '');
      const at = texts.findIndex(text => runners.test(text.replace(/^.*[/\\]/, '').replace(/\.cmd$/, '')));
      const index = at === -1 ? -1 : packageIndex(texts, at);
      const node = words[index];
      const text = texts[index] ?? '';
      if (node === undefined || isPinned(texts[at] ?? '', text)) return [];
      return [
        {
          start: node.start,
          end: node.end,
          message: 'The package is fetched in whatever version is newest.',
        },
      ];
    }),
  bad: [
    ['.mcp.json', '{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@example/mcp-files"]}}}\n'],
  ],
  good: [
    [
      '.mcp.json',
      '{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@example/mcp-files@1.4.2"]}}}\n',
    ],
    ['.mcp.json', '{"mcpServers": {"files": {"command": "npm", "args": ["run", "mcp"]}}}\n'],
  ],
});

/** Where the package stands after the runner, its subcommand and its flags; -1 for none. */
function packageIndex(texts: readonly string[], at: number): number {
  const runner = (texts[at] ?? '').replace(/^.*[/\\]/, '');
  let index = at + 1;
  const subcommand = {
    npm: /^(?:exec|x)$/,
    pnpm: /^dlx$/,
    yarn: /^dlx$/,
    bun: /^x$/,
    uv: /^tool$/,
    pipx: /^run$/,
    docker: /^run$/,
    podman: /^run$/,
  }[runner];
  if (subcommand !== undefined) {
    if (!subcommand.test(texts[index] ?? '')) return -1;
    index += runner === 'uv' ? 2 : 1;
  }
  /** Flags with a value of their own. */
  const valued =
    /^(?:-e|-v|-p|--env|--volume|--mount|--name|--network|--env-file|--python|--with|-w|--workdir|-u|--user|--registry|--index-url)$/;
  for (; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    if (/^(?:--package|-p|--from|--spec)$/.test(text) && !/docker|podman/.test(runner)) return index + 1;
    if (valued.test(text)) index += 1;
    else if (!text.startsWith('-')) return index;
  }
  return -1;
}

function isPinned(runner: string, text: string): boolean {
  if (/[$]\{|^\.{0,2}\/|^file:/.test(text)) return true;
  if (/docker|podman/.test(runner))
    return /@sha256:|:[^/:]*\d[^/:]*$/.test(text) && !text.endsWith(':latest');
  return /.@v?\d+\.\d+|==\d|#[0-9a-f]{40}$|@[0-9a-f]{40}$|\.tgz$/.test(text);
}
