import type { RawFinding, Span } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Step } from './model/document.ts';
import { environmentWritesOf } from './model/environment-writes.ts';
import { mentions } from './model/shell-taint.ts';
import { strangerEventsOf } from './model/stranger-events.ts';
import { type StepScope, variablesWithStrangersText } from './model/taint.ts';
import { inputOf, spanOfEntry, textOf } from './model/yaml-access.ts';

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
  onStep(placed, document) {
    const { step } = placed;
    const exported = exportsOf(step);
    if (exported !== undefined)
      return [{ ...exported, message: 'The script sets a variable to text of strangers.' }];
    if (step.run === undefined || !isExposed({ ...placed, document })) return [];
    const span = spanOfEntry(step.run.entry);
    const files = [
      ...environmentWritesOf(step.run.script.text)
        .filter(write => write.dynamic)
        .map(write => write.file),
      ...writtenByProgram(step.run.script.text, variablesWithStrangersText({ ...placed, document })),
    ];
    return [...new Set(files)].map(
      (file): RawFinding => ({ ...span, message: `The script writes a value that is not fixed to ${file}.` }),
    );
  },
});

/** Files that a program in another language opens in a script that handles what strangers wrote. */
function writtenByProgram(script: string, variables: ReadonlySet<string>): readonly string[] {
  const file = /(?:environ|process\.env|getenv|ENV\[)[^\n]{0,20}\b(GITHUB_(?:ENV|PATH))\b/.exec(script)?.[1];
  return file !== undefined && script.split('\n').some(line => mentions(line, variables)) ? [file] : [];
}

/** `core.exportVariable` with text of the event in a step of actions/github-script. */
function exportsOf(step: Step): Span | undefined {
  if (step.uses === undefined || actionNameOf(step.uses.reference) !== 'actions/github-script')
    return undefined;
  const script = textOf(inputOf(step.inputs, 'script')?.value) ?? '';
  const exported =
    /core\.(?:exportVariable|addPath)\s*\([^\n]*context\.payload\.[\w.?]{0,80}\b(?:title|body|ref|label|message)\b/;
  return exported.test(script) ? spanOfEntry(step.uses.entry) : undefined;
}

/** Other events of strangers count where the script handles what they wrote. */
function isExposed(scope: StepScope): boolean {
  const { document } = scope;
  if (document.kind === 'action') return true;
  if (document.triggers.has('pull_request_target') || document.triggers.has('workflow_run')) return true;
  return strangerEventsOf(document).length > 0 && variablesWithStrangersText(scope).size > 0;
}
