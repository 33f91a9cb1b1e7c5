import type { RawFinding } from '../../contracts/detector.ts';
import { commentBehind } from './model/action-version.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { asMap, spanOfEntry, textOf, valueAt } from './model/yaml-access.ts';
import type { YamlMap } from './model/yaml-tree.ts';

/** Permissions that nobody says the reason for. */
export const undocumentedPermissions = defineWorkflowRule({
  id: 'undocumented-permissions',
  title: 'Permission without a reason',
  severity: 'info',
  confidence: 'high',
  cwe: ['CWE-272'],
  owasp: ['A05'],
  what: 'Reports `permissions:` blocks in which a permission other than `contents: read` has no comment; once per block, at the first one.',
  why: 'Without a reason nobody dares to take a permission away again.',
  fix: 'Say in a comment behind each permission what needs it.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    'https://docs.zizmor.sh/audits/#undocumented-permissions',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\npermissions:\n  packages: write\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\npermissions:\n  contents: read\n  packages: write # pushes the image\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onWorkflow: workflow => check(workflow.root, workflow.file.text),
  onJob: (job, workflow) => check(job.map, workflow.file.text),
});

function check(owner: YamlMap, source: string): readonly RawFinding[] {
  const silent = asMap(valueAt(owner, 'permissions'))?.entries.filter(
    entry =>
      !(entry.key === 'contents' && textOf(entry.value) === 'read') &&
      commentBehind(source, entry.value.end) === '',
  );
  const [first, ...others] = silent ?? [];
  if (first === undefined) return [];
  const related = others.map(spanOfEntry);
  return [{ ...spanOfEntry(first), related, message: 'No comment says what needs this permission.' }];
}
