import type { RawFinding } from '../../contracts/detector.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { ActionDefinition, Workflow } from './model/document.ts';
import { environmentWritesOf } from './model/environment-writes.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Writes to the files that set variables and the path of later steps. */
export const githubEnv = defineWorkflowRule({
  id: 'github-env',
  title: 'Untrusted write to GITHUB_ENV or GITHUB_PATH',
  severity: 'high',
  confidence: 'low',
  cwe: ['CWE-77', 'CWE-454'],
  owasp: ['A03'],
  what: 'Reports values that are not fixed written to `GITHUB_ENV` or `GITHUB_PATH` in composite actions and in workflows that strangers start with the repository’s rights.',
  why: 'Who controls a line of these files controls variables such as `LD_PRELOAD` or the programs that later steps find, and so runs code in the job.',
  fix: 'Pass values with `GITHUB_OUTPUT`, or write only values that cannot hold a line break or a path of a stranger.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files',
    'https://www.synacktiv.com/en/publications/github-actions-exploitation-repo-jacking-and-environment-manipulation',
    'https://docs.zizmor.sh/audits/#github-env',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: pull_request_target\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "TITLE=$TITLE" >> "$GITHUB_ENV"\n        env:\n          TITLE: ${{ github.event.pull_request.title }}\n',
      ),
      actionExample(
        'name: x\nruns:\n  using: composite\n  steps:\n    - run: echo "$(./path.sh)" >> $GITHUB_PATH\n      shell: bash\n',
      ),
    ],
    good: [
      workflowExample(
        'on: pull_request_target\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          echo "CI=true" >> "$GITHUB_ENV"\n          echo "$HOME/.local/bin" >> "$GITHUB_PATH"\n',
      ),
    ],
  },
  onStep({ step }, document) {
    if (step.run === undefined || !isExposed(document)) return [];
    const span = spanOfEntry(step.run.entry);
    const files = environmentWritesOf(step.run.script.text)
      .filter(write => write.dynamic)
      .map(write => write.file);
    return [...new Set(files)].map(
      (file): RawFinding => ({ ...span, message: `The script writes a value that is not fixed to ${file}.` }),
    );
  },
});

function isExposed(document: Workflow | ActionDefinition): boolean {
  if (document.kind === 'action') return true;
  return document.triggers.has('pull_request_target') || document.triggers.has('workflow_run');
}
