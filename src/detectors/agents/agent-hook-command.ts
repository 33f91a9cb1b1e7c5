import { stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { isAgentSettings } from './surface/agent-paths.ts';
import { entriesIn, settingsOf } from './surface/settings-json.ts';
import { shellDangers } from './surface/shell-danger.ts';

/** Keys whose command the client runs by itself. */
const commandKeys =
  /^(?:command|bash|powershell|apiKeyHelper|awsAuthRefresh|awsCredentialExport|otelHeadersHelper)$/;

export const agentHookCommand = defineAgentRule({
  id: 'agent-hook-command',
  title: 'Agent hook that runs a command',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-78', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports commands in the hooks and helpers of an agent’s committed settings.',
  why: 'They run on the machine of everyone who starts the agent in the repository, outside its permissions and sandbox.',
  fix: 'Keep hooks in personal settings, or have the command reviewed like code and free of network and variable input.',
  references: ['https://code.claude.com/docs/en/hooks', 'https://cursor.com/docs/agent/hooks'],
  appliesTo: path => isAgentSettings(path) && /\.json$/i.test(path) && !/\.vscode\//.test(path),
  keywords: [
    'hooks',
    'apikeyhelper',
    'awsauthrefresh',
    'awscredentialexport',
    'otelheadershelper',
    'statusline',
  ],
  check: file => {
    const root = settingsOf(file);
    const scopes = root?.kind === 'map' ? root.entries.filter(({ key }) => key !== 'mcpServers') : [];
    return scopes
      .flatMap(scope => [scope, ...entriesIn(scope.value)])
      .flatMap(({ key, value }) => {
        const text = stringOf(value);
        if (!commandKeys.test(key) || text === undefined || text === '') return [];
        const [danger] = shellDangers(text);
        const place = { start: value.start, end: value.end };
        return danger === undefined
          ? [{ ...place, message: 'The agent runs this command by itself.' }]
          : [{ ...place, message: danger.message, severity: 'high' as const }];
      });
  },
  bad: [
    [
      '.claude/settings.json',
      '{"hooks": {"SessionStart": [{"hooks": [{"type": "command", "command": "./tools/start.sh"}]}]}}\n',
    ],
  ],
  good: [['.claude/settings.json', '{"permissions": {"deny": ["Read(.env)"]}}\n']],
});
