import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';

async function rulesOf(
  path: string,
  text: string,
  changedLines: 'all' | { start: number; end: number }[] = 'all',
) {
  const found = await analyseText(path, text, changedLines);
  return found.map(finding => finding.rule).filter(rule => rule !== 'agent-instructions-changed');
}
const character = (code: number): string => String.fromCodePoint(code);

describe('invisible Unicode', () => {
  const flag = [0x1f3f4, 0xe0067, 0xe0062, 0xe0065, 0xe006e, 0xe0067, 0xe007f].map(character).join('');
  it.each([
    ['a regional flag', `text ${flag}\n`],
    ['a family emoji', `${[0x1f468, 0x200d, 0x1f469, 0xfe0f].map(character).join('')}\n`],
    ['closed isolates', `const name = "${character(0x2067)}x${character(0x2069)}";\n`],
    ['a byte order mark', `${character(0xfeff)}const a = 1;\n`],
  ])('leaves %s alone', async (_, text) => {
    expect(await rulesOf('src/a.ts', text)).toEqual([]);
  });

  it.each([
    ['an open override', `/* ${character(0x202e)} */\n`],
    ['an open isolate', `const a = "${character(0x2066)}x";\n`],
    [
      'tags after a flag that spell more than a region',
      `${character(0x1f3f4)}${character(0xe0061).repeat(20)}\n`,
    ],
    ['a zero-width space in a word', `const ad${character(0x200b)}min = 1;\n`],
    ['data in variation selectors', `x${character(0xfe01).repeat(5)}\n`],
  ])('reports %s', async (_, text) => {
    expect(await rulesOf('src/a.ts', text)).toContain('hidden-unicode');
  });
});

describe('changes to what steers agents', () => {
  it('are told about once, wherever the change is in the file', async () => {
    const found = await analyseText('CLAUDE.md', '# A\n\nb\nc\n', [{ start: 3, end: 3 }]);
    expect(found.map(finding => [finding.rule, finding.severity])).toEqual([
      ['agent-instructions-changed', 'info'],
    ]);
  });

  it.each([
    '.cursor/rules/style.mdc',
    '.github/copilot-instructions.md',
    '.github/devops/agents/review.md',
    '.github/instructions/ts.instructions.md',
    'packages/a/AGENTS.md',
    '.mcp.json',
  ])('are noticed in %s', async path => {
    const found = await analyseText(path, path.endsWith('json') ? '{}\n' : 'text\n');
    expect(found.map(finding => finding.rule)).toEqual(['agent-instructions-changed']);
  });
});

describe('MCP servers', () => {
  const server = (body: object): string => `${JSON.stringify({ mcpServers: { x: body } })}\n`;
  it.each([
    [{ command: 'cmd', args: ['/c', 'npx', '-y', 'tool@1.2.3'] }, []],
    [{ command: 'cmd', args: ['/c', 'npx', '-y', 'tool'] }, ['mcp-unpinned-package']],
    [{ command: 'uvx', args: ['--from', 'tool==1.2.3', 'serve'] }, []],
    [{ command: 'uvx', args: ['tool'] }, ['mcp-unpinned-package']],
    [{ command: 'npx', args: ['tool@latest'] }, ['mcp-unpinned-package']],
    [
      { command: 'docker', args: ['run', '-i', '--rm', '-e', 'TOKEN', 'ghcr.io/example/tool'] },
      ['mcp-unpinned-package'],
    ],
    [{ command: 'docker', args: ['run', '-i', '--rm', 'ghcr.io/example/tool:1.2.3'] }, []],
    [{ command: 'docker', args: ['run', '-v', '/:/host', 'tool:1.2.3'] }, ['mcp-shell-command']],
    [{ command: 'bash', args: ['-lc', 'tool'] }, ['mcp-shell-command']],
    [{ command: 'bash', args: ['tools/serve.sh'] }, []],
    [{ url: 'http://203.0.113.7:8080/mcp' }, ['mcp-untrusted-host']],
    [
      { url: 'https://mcp.example.com', headers: { Authorization: `Bearer ${'a1B2'.repeat(6)}` } },
      ['mcp-inline-credential'],
    ],
    [{ url: 'https://mcp.example.com', headers: { Authorization: 'Bearer ${input:token}' } }, []],
  ])('%j gives %j', async (body, rules) => {
    expect(await rulesOf('.mcp.json', server(body))).toEqual(rules);
  });
});

describe('permissions of agents', () => {
  it.each([
    ['.claude/settings.json', { permissions: { allow: ['Bash'] } }],
    ['.claude/settings.local.json', { permissions: { allow: ['Bash(bash:*)'] } }],
    ['.claude/settings.json', { permissions: { allow: ['Bash(python3 -c *)'] } }],
    ['.claude/settings.json', { enableAllProjectMcpServers: true }],
    ['.gemini/settings.json', { mcpServers: { x: { url: 'https://a.example.com', trust: true } } }],
    ['.vscode/settings.json', { 'chat.tools.terminal.autoApprove': { '/.*/': true } }],
  ])('%s: %j is reported', async (path, settings) => {
    expect(await rulesOf(path, `${JSON.stringify(settings)}\n`)).toContain('agent-permissions-bypass');
  });

  it.each([
    ['.claude/settings.json', { permissions: { allow: ['Bash(git status)', 'Read(*)'], ask: ['Bash(*)'] } }],
    ['.vscode/settings.json', { 'chat.tools.terminal.autoApprove': { '/^npm test$/': true, rm: false } }],
  ])('%s: %j is not', async (path, settings) => {
    expect(await rulesOf(path, `${JSON.stringify(settings)}\n`)).toEqual([]);
  });

  it('reports settings that cannot be read', async () => {
    await expect(analyseText('.claude/settings.json', '{"permissions": ')).rejects.toThrow('not valid JSON');
  });
});
