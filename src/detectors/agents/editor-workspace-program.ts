import type { RawFinding } from '../../contracts/detector.ts';
import { stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { entriesIn, settingsOf } from './surface/settings-json.ts';

/** Settings that name a program, by the extensions' documentation. */
const programKeys =
  /(?:^|\.)(?:git\.path|executablePath|executable|defaultInterpreterPath|pythonPath|nodePath|runtime|serverPath|server\.path|interpreter|binaryPath|goroot|php\.validate\.executablePath|shell\.(?:linux|osx|windows)|phpcs|cmakePath)$/i;
/** Paths inside the repository. `node_modules` and virtual environments are what the people themselves installed. */
const inWorkspace = /^(?:\.{1,2}[/\\]|\$\{workspace(?:Folder|Root)\})/;
const installed = /node_modules|\.?venv[/\\]|\.pixi|\.conda|\.yarn[/\\]sdks/;

export const editorWorkspaceProgram = defineAgentRule({
  id: 'editor-workspace-program',
  title: 'Editor setting that runs a program of the repository',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-426', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports settings of `.vscode/settings.json` and workspace files that replace a tool by a program inside the repository.',
  why: 'The editor runs it in the background when a file is opened; a pull request can change what it does.',
  fix: 'Leave the path to each person’s settings or use a tool from the lock file.',
  references: ['https://code.visualstudio.com/docs/editing/workspaces/workspace-trust'],
  appliesTo: path => /(?:^|\/)(?:\.vscode\/settings\.json|[^/]+\.code-workspace)$/i.test(path),
  check: file =>
    entriesIn(settingsOf(file)).flatMap(({ key, value }): readonly RawFinding[] => {
      const inTerminal = terminalKeys.test(key) ? entriesIn(value) : [];
      return [
        { key, value },
        ...inTerminal.map(inner => ({ key: `terminal.${inner.key}`, value: inner.value })),
      ]
        .filter(entry => isOwnProgram(entry.key, stringOf(entry.value) ?? ''))
        .map(entry => ({
          start: entry.value.start,
          end: entry.value.end,
          message: 'The editor runs this program of the repository.',
        }));
    }),
  bad: [['.vscode/settings.json', '{"git.path": "./tools/git"}\n']],
  good: [
    ['.vscode/settings.json', '{"python.defaultInterpreterPath": "${workspaceFolder}/.venv/bin/python"}\n'],
  ],
});

/** Shells of the terminal, and the variables that it hands to every program. */
const terminalKeys = /^terminal\.integrated\.(?:profiles|automationProfile|env)\.(?:linux|osx|windows)$/;
const loadingVariables =
  /^terminal\.(?:PATH|LD_PRELOAD|LD_LIBRARY_PATH|DYLD_INSERT_LIBRARIES|NODE_OPTIONS|PYTHONSTARTUP|PYTHONPATH|BASH_ENV|ENV|ZDOTDIR|GIT_SSH_COMMAND)$/;

function isOwnProgram(key: string, text: string): boolean {
  if (installed.test(text)) return false;
  if (loadingVariables.test(key))
    return /(?:^|[\s:;=])(?:\.{1,2}[/\\]|\$\{workspace(?:Folder|Root)\})/.test(text);
  return inWorkspace.test(text) && (programKeys.test(key) || key === 'terminal.path');
}
