import { entryOf, itemsOf, stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { isMcpConfiguration } from './surface/agent-paths.ts';
import { mcpServers } from './surface/settings-json.ts';
import { shellDangers } from './surface/shell-danger.ts';

const shells = /(?:^|[/\\])(?:(?:ba|z|da|k|fi)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)$/i;
const interpreters = /(?:^|[/\\])(?:node|deno|bun|python3?|ruby|perl|php)$/i;

export const mcpShellCommand = defineAgentRule({
  id: 'mcp-shell-command',
  title: 'MCP server that is an arbitrary command',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-78', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports MCP servers started through a shell, by inline code, with downloaded code, or in a container with the host’s rights.',
  why: 'The client runs the command on the developer’s machine as soon as the repository is opened and trusted once.',
  fix: 'Start a pinned, reviewed program directly, without a shell.',
  references: [
    'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    'https://code.claude.com/docs/en/mcp',
  ],
  appliesTo: isMcpConfiguration,
  keywords: ['mcp', 'servers'],
  check: file =>
    mcpServers(file).flatMap(({ body }) => {
      const command = entryOf(body, 'command')?.value;
      const [program, ...inline] = itemsOf(command);
      if (program === undefined) return [];
      const parts = [...inline, ...itemsOf(entryOf(body, 'args')?.value)].flatMap(
        part => stringOf(part) ?? [],
      );
      const name = stringOf(program) ?? '';
      const line = [name, ...parts].join(' ');
      const place = { start: program.start, end: program.end };
      const [danger] = shellDangers(line);
      if (danger !== undefined) return [{ ...place, message: danger.message }];
      if (shells.test(name) && parts.some(part => /^[-/](?:\w*c|Command|EncodedCommand)$/i.test(part))) {
        // `cmd /c npx …` is how Windows starts npx; the command after it is judged by other rules.
        const wrapsNpx = /^cmd/i.test(name) && /^(?:npx|bunx|uvx|node)$/i.test(parts[1] ?? '');
        return wrapsNpx ? [] : [{ ...place, message: 'The server is started through a shell.' }];
      }
      if (interpreters.test(name) && parts.some(part => /^(?:-e|-c|--eval|eval|-r)$/.test(part))) {
        return [{ ...place, message: 'The server’s code stands in its command line.' }];
      }
      if (
        /(?:^|\/)(?:docker|podman)$/.test(name) &&
        /--privileged|docker\.sock|(?:-v|--volume)[ =]\/:|--(?:pid|network|net)[ =]host/.test(line)
      ) {
        return [{ ...place, message: 'The server’s container has the rights of the host.' }];
      }
      return [];
    }),
  bad: [
    ['.mcp.json', '{"mcpServers": {"build": {"command": "sh", "args": ["-c", "make serve"]}}}\n'],
    ['.cursor/mcp.json', '{"mcpServers": {"x": {"command": "node", "args": ["-e", "require(\'./x\')"]}}}\n'],
  ],
  good: [['.mcp.json', '{"mcpServers": {"build": {"command": "node", "args": ["tools/server.js"]}}}\n']],
});
