import { defineAgentRule } from './define-agent-rule.ts';
import { isAgentSettings, isInstructionFile, isMcpConfiguration } from './surface/agent-paths.ts';

export const agentInstructionsChanged = defineAgentRule({
  id: 'agent-instructions-changed',
  title: 'Change to what steers agents',
  severity: 'info',
  confidence: 'high',
  cwe: ['CWE-829'],
  owasp: ['A08'],
  what: 'Tells that a change touches a file that agents obey: instructions, MCP servers, permissions, hooks.',
  why: 'Such a change acts on the machine of everyone who opens the repository with an agent, and on CI, without being run as code.',
  fix: 'Have it reviewed by somebody who knows what the agents may do; protect these paths with CODEOWNERS.',
  references: [
    'https://agents.md/',
    'https://docs.github.com/en/copilot/how-tos/configure-custom-instructions/add-repository-instructions',
    'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
  ],
  appliesTo: path => isInstructionFile(path) || isMcpConfiguration(path) || isAgentSettings(path),
  check: ({ path, text }) => {
    // An editor's settings are not about agents unless they say so.
    if (/\.vscode\/settings\.json$|\.code-workspace$/i.test(path) && !/chat\.|agent|mcp/i.test(text))
      return [];
    const end = text.indexOf('\n');
    const place = { start: 0, end: end === -1 ? text.length : end };
    const message = 'This file steers agents that work in the repository.';
    return text.trim() === '' ? [] : [{ ...place, message, related: [{ start: 0, end: text.length }] }];
  },
  bad: [['AGENTS.md', '# Agents\n\nRun the tests before you commit.\n']],
  good: [['README.md', '# Agents\n\nRun the tests before you commit.\n']],
});
