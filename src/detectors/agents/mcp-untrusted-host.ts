import { entryOf, stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { isMcpConfiguration } from './surface/agent-paths.ts';
import { mcpServers } from './surface/settings-json.ts';

const local =
  /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal|0\.0\.0\.0)(?:[:/]|$)/i;
/** Hosts behind which anybody can put a server for an hour. */
const passing =
  /^https?:\/\/(?:[^/@]*@)?(?:[^/:]+\.)?(?:ngrok(?:-free)?\.(?:io|app|dev)|trycloudflare\.com|loca\.lt|serveo\.net|localhost\.run|requestbin\.\w+|webhook\.site|pipedream\.net|burpcollaborator\.net|oast\.\w+|interact\.sh|\d{1,3}(?:\.\d{1,3}){3})(?:[:/]|$)/i;

export const mcpUntrustedHost = defineAgentRule({
  id: 'mcp-untrusted-host',
  title: 'MCP server at an untrusted address',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-319', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports MCP servers reached over plain HTTP, by a bare IP address, or through a tunnel or request catcher.',
  why: 'What the server answers becomes part of the agent’s instructions, and what the agent sends it may be secret.',
  fix: 'Use HTTPS and a host that its operator is known for.',
  references: ['https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices'],
  appliesTo: isMcpConfiguration,
  keywords: ['http'],
  check: file =>
    mcpServers(file).flatMap(({ body }) =>
      ['url', 'serverUrl', 'httpUrl', 'endpoint'].flatMap(key => {
        const value = entryOf(body, key)?.value;
        const url = stringOf(value);
        if (value === undefined || url === undefined || local.test(url)) return [];
        const place = { start: value.start, end: value.end };
        if (passing.test(url)) return [{ ...place, message: 'Anybody can stand behind this address.' }];
        return /^http:/i.test(url)
          ? [{ ...place, message: 'The server is reached without encryption.' }]
          : [];
      }),
    ),
  bad: [
    ['.mcp.json', '{"mcpServers": {"remote": {"type": "http", "url": "http://mcp.example.com/"}}}\n'],
    ['.vscode/mcp.json', '{"servers": {"remote": {"url": "https://a1b2c3.ngrok-free.app/sse"}}}\n'],
  ],
  good: [
    ['.mcp.json', '{"mcpServers": {"remote": {"type": "http", "url": "https://mcp.example.com/"}}}\n'],
    ['.mcp.json', '{"mcpServers": {"dev": {"url": "http://localhost:3000/mcp"}}}\n'],
  ],
});
