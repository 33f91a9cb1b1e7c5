import { entryOf, stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { isMcpConfiguration } from './surface/agent-paths.ts';
import { mcpServers } from './surface/settings-json.ts';

const secretName =
  /(?:token|secret|passw|api[-_]?key|access[-_]?key|private[-_]?key|credential|authorization|^pat$|_pat$|cookie)/i;
/** References, prompts and placeholders. */
const notASecret =
  /\$\{|\$[A-Z_]+|%\w+%|\{\{|<[^>]*>|^(?:|your[-_ ].*|x{3,}|\*+|changeme|\.\.\.|todo|example.*|replace.*|insert.*|true|false|\d{1,6})$/i;
const minimumLength = 8;

export const mcpInlineCredential = defineAgentRule({
  id: 'mcp-inline-credential',
  title: 'Credential in an MCP configuration',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-798'],
  owasp: ['A08'],
  what: 'Reports literal tokens and passwords in `env` and `headers` of MCP servers.',
  why: 'Everybody who can read the repository can act as the server’s account.',
  fix: 'Revoke it and refer to the environment, `${NAME}`, or to an input the editor asks for.',
  references: [
    'https://code.visualstudio.com/docs/copilot/customization/mcp-servers',
    'https://code.claude.com/docs/en/mcp',
  ],
  appliesTo: isMcpConfiguration,
  keywords: ['env', 'headers'],
  check: file =>
    mcpServers(file).flatMap(({ body }) =>
      ['env', 'headers', 'environment', 'http_headers'].flatMap(key => {
        const map = entryOf(body, key)?.value;
        if (map?.kind !== 'map') return [];
        return map.entries.flatMap(({ key: name, value }) => {
          const text = stringOf(value)?.replace(/^(?:Bearer|Basic|token)\s+/i, '');
          if (
            text === undefined ||
            !secretName.test(name) ||
            notASecret.test(text) ||
            text.length < minimumLength
          )
            return [];
          const place = { start: value.start, end: value.end };
          return [{ ...place, secrets: [place], message: 'A literal credential for an MCP server.' }];
        });
      }),
    ),
  bad: [
    [
      '.mcp.json',
      `{"mcpServers": {"x": {"command": "x", "env": {"SERVICE_TOKEN": "${'q7Zt'.repeat(6)}"}}}}\n`,
    ],
  ],
  good: [
    ['.mcp.json', '{"mcpServers": {"x": {"command": "x", "env": {"SERVICE_TOKEN": "${SERVICE_TOKEN}"}}}}\n'],
  ],
});
