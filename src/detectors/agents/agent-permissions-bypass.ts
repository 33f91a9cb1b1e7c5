import type { RawFinding, SourceFile } from '../../contracts/detector.ts';
import { type ConfigNode, entryOf, itemsOf, stringOf, valueAt } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { isAgentSettings } from './surface/agent-paths.ts';
import { entriesIn, settingsOf } from './surface/settings-json.ts';

/** Shells and interpreters with any argument: the same as every command. */
const anyCommand =
  /^(?:\*|(?:Bash|Shell|run_shell_command|ShellTool|terminal|execute)(?:\(\s*(?:\*|:\*|(?:(?:ba|z|da)?sh|sudo|eval|env|xargs|python3?|node|perl|ruby|npx|curl|wget|docker|ssh)(?:[ :]+(?:-\w+ )?\*))\s*\))?)$/i;
/** Keys whose value `true` switches questions off, by the editors' documentation. */
const switches =
  /^(?:chat\.tools\.(?:global\.)?autoApprove|chat\.tools\.terminal\.(?:ignoreDefaultAutoApproveRules|enableAutoApprove)|chat\.agent\.autoApprove|enableAllProjectMcpServers|autoAccept|yolo|skipDangerousModePermissionPrompt|dangerouslySkipPermissions|cursor\.agent\.yolo|roo-cline\.alwaysAllowExecute|cline\.autoApprove|trust)$/i;
const tomlLine =
  /^[ \t]*(?:approval_policy[ \t]*=[ \t]*["']never["']|sandbox_mode[ \t]*=[ \t]*["']danger-full-access["']|(?:dangerously_\w+|yolo)[ \t]*=[ \t]*true)/gm;

export const agentPermissionsBypass = defineAgentRule({
  id: 'agent-permissions-bypass',
  title: 'Agent allowed to do anything unasked',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-250', 'CWE-862'],
  owasp: ['A08'],
  what: 'Reports committed settings that let an agent run any command without asking, switch its sandbox off or trust every server of the repository.',
  why: 'One injected sentence in an issue, a dependency or a web page then runs commands as whoever uses the agent.',
  fix: 'Allow single commands, such as `Bash(npm test)`, and leave the mode to each person’s own settings.',
  references: [
    'https://code.claude.com/docs/en/permissions',
    'https://code.visualstudio.com/docs/copilot/security',
    'https://developers.openai.com/codex/security',
  ],
  appliesTo: path => isAgentSettings(path) || isAgentDefinition(path),
  check: file =>
    isAgentDefinition(file.path)
      ? checkFrontMatter(file.text)
      : /\.toml$/i.test(file.path)
        ? checkToml(file.text)
        : checkJson(file),
  bad: [
    ['.claude/settings.json', '{"permissions": {"allow": ["Bash(*)"]}}\n'],
    ['.claude/settings.json', '{"permissions": {"defaultMode": "bypassPermissions"}}\n'],
    ['.vscode/settings.json', '{"chat.tools.global.autoApprove": true}\n'],
    ['.codex/config.toml', 'approval_policy = "never"\n'],
  ],
  good: [
    ['.claude/settings.json', '{"permissions": {"allow": ["Bash(npm test)"], "deny": ["Bash(*)"]}}\n'],
    ['.vscode/settings.json', '{"editor.formatOnSave": true}\n'],
  ],
});

/** Agents and commands with a front matter that says what they may do. */
function isAgentDefinition(path: string): boolean {
  return /(?:^|\/)\.claude\/(?:agents|commands|skills)\/.+\.md$/i.test(path);
}

const frontMatterLine = /^permissionMode:[ \t]*["']?(?:bypassPermissions|dontAsk)\b[^\n]*/gm;

function checkFrontMatter(text: string): readonly RawFinding[] {
  const head = /^---\n[^]*?\n---/.exec(text)?.[0] ?? '';
  return [...head.matchAll(frontMatterLine)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    message: 'The agent asks for nothing.',
  }));
}

/** OpenCode: `"permission": { "bash": "allow" }`, or everything at once. */
function openCodePermissions(root: ConfigNode): readonly RawFinding[] {
  const permission = entryOf(root, 'permission')?.value;
  const all = permission === undefined ? undefined : stringOf(permission);
  const bash = entryOf(permission, 'bash')?.value ?? (all === undefined ? undefined : permission);
  const word = stringOf(bash) ?? stringOf(entryOf(bash, '*')?.value);
  return bash !== undefined && word === 'allow'
    ? [finding(bash, 'Every command is allowed without a question.')]
    : [];
}

function checkToml(text: string): readonly RawFinding[] {
  return [...text.matchAll(tomlLine)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    message: 'The agent works without asking or without its sandbox.',
  }));
}

function checkJson(file: SourceFile): readonly RawFinding[] {
  const root = settingsOf(file);
  if (root === undefined) return [];
  const mode = valueAt(root, 'permissions', 'defaultMode');
  const allowed = ['allow', 'allowed', 'coreTools', 'allowedTools'].flatMap(key => [
    ...itemsOf(valueAt(root, 'permissions', key)),
    ...itemsOf(entryOf(root, key)?.value),
    ...itemsOf(valueAt(root, 'tools', key)),
  ]);
  return [
    ...(mode !== undefined && /^(?:bypassPermissions|dontAsk)$/.test(stringOf(mode) ?? '')
      ? [finding(mode, 'The agent asks for nothing.')]
      : []),
    ...allowed
      .filter(item => anyCommand.test(stringOf(item)?.trim() ?? ''))
      .map(item => finding(item, 'Every command is allowed without a question.')),
    ...entriesIn(root)
      .filter(({ key, value }) => switches.test(key) && value.kind === 'scalar' && value.value === true)
      .map(({ value, keySpan }) => ({
        ...finding(value, 'Questions before actions are switched off.'),
        start: keySpan.start,
      })),
    ...approvedPatterns(root),
    ...openCodePermissions(root),
  ];
}

/** Commands that run, fetch or destroy anything, whatever follows them. */
const anythingByName =
  /^(?:rm|sudo|curl|wget|(?:ba|z|da)?sh|pwsh|powershell|cmd|eval|python3?|node|perl|ruby|npx|bunx|uvx|docker|ssh|chmod|chown|env|xargs)$/;

/** VS Code's terminal patterns: one that matches everything, or a command that can do everything. */
function approvedPatterns(root: ConfigNode): readonly RawFinding[] {
  const map = entryOf(root, 'chat.tools.terminal.autoApprove')?.value;
  if (map?.kind !== 'map') return [];
  return map.entries
    .filter(
      ({ key, value }) =>
        (/^\/(?:\^)?\.[*+]\$?\/\w*$/.test(key) || anythingByName.test(key)) &&
        value.kind === 'scalar' &&
        value.value === true,
    )
    .map(({ keySpan }) => ({
      ...keySpan,
      message: 'Commands that can do anything are allowed without a question.',
    }));
}

function finding(node: ConfigNode, message: string): RawFinding {
  return { start: node.start, end: node.end, message };
}
