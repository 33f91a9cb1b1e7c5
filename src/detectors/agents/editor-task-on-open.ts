import { entryOf, stringOf, walkConfig } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { settingsOf } from './surface/settings-json.ts';

export const editorTaskOnOpen = defineAgentRule({
  id: 'editor-task-on-open',
  title: 'Editor task that runs when the folder is opened',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-78'],
  owasp: ['A08'],
  what: 'Reports tasks with `runOn: folderOpen` in `.vscode/tasks.json` and workspace files, and `task.allowAutomaticTasks` in settings.',
  why: 'Opening the repository in a trusted window runs the command; attackers plant it in sample projects.',
  fix: 'Remove `runOptions`; let people start the task.',
  references: ['https://code.visualstudio.com/docs/debugtest/tasks#_run-behavior'],
  appliesTo: path => /(?:^|\/)(?:\.vscode\/(?:tasks|settings)\.json|[^/]+\.code-workspace)$/i.test(path),
  keywords: ['folderopen', 'task.allowautomatictasks'],
  check: file => {
    const root = settingsOf(file);
    if (root === undefined) return [];
    return [...walkConfig(root)].flatMap(node => {
      const allowed = entryOf(node, 'task.allowAutomaticTasks');
      if (allowed !== undefined && stringOf(allowed.value) === 'on') {
        const message = 'Tasks that run when the folder is opened are allowed without a question.';
        return [{ start: allowed.keySpan.start, end: allowed.value.end, message }];
      }
      const entry = entryOf(node, 'runOn');
      if (entry === undefined || !/^folderOpen$/i.test(stringOf(entry.value) ?? '')) return [];
      return [
        {
          start: entry.keySpan.start,
          end: entry.value.end,
          message: 'The task runs as soon as the folder is opened.',
          related: [node],
        },
      ];
    });
  },
  bad: [
    [
      '.vscode/tasks.json',
      '{"tasks": [{"label": "x", "type": "shell", "command": "node x.js", "runOptions": {"runOn": "folderOpen"}}]}\n',
    ],
  ],
  good: [['.vscode/tasks.json', '{"tasks": [{"label": "build", "type": "shell", "command": "make"}]}\n']],
});
