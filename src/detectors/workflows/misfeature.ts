import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Step } from './model/document.ts';
import { entryOf, inputOf, spanOfEntry, textOf, valueAt } from './model/yaml-access.ts';
import type { YamlEntry, YamlMap } from './model/yaml-tree.ts';

/** The shells that GitHub documents for `shell:`, and the same programs by path. */
const documentedShells = new Set(['bash', 'cmd', 'powershell', 'pwsh', 'python', 'python3', 'sh']);

/** Features that GitHub offers and that are better not used. */
export const misfeature = defineWorkflowRule({
  id: 'misfeature',
  title: 'Feature better not used',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-1104', 'CWE-477'],
  owasp: ['A06'],
  what: 'Reports `pip-install` of `actions/setup-python`, `shell: cmd`, and shells that GitHub does not document (`info`).',
  why: '`pip-install` installs into the global environment past any lock file; the grammar of cmd and of unknown shells is such that neither people nor tools can tell what a script does with its input.',
  fix: 'Install into a virtual environment from a lock file; use `bash` or `pwsh`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell',
    'https://peps.python.org/pep-0668/',
    'https://docs.zizmor.sh/audits/#misfeature',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: windows-latest\n    steps:\n      - run: echo hi\n        shell: cmd\n',
      ),
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-python@83679a892e2d95755f2dac6acb0bfd1e9ac5d548 # v6.1.0\n        with:\n          pip-install: .\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: windows-latest\n    steps:\n      - run: echo hi\n        shell: bash\n',
      ),
    ],
  },
  onWorkflow: workflow => checkDefault(workflow.root),
  onJob: job => checkDefault(job.map),
  onStep: ({ step }) => [...checkShell(entryOf(step.map, 'shell')), ...checkPip(step)],
});

function checkDefault(owner: YamlMap): readonly RawFinding[] {
  return checkShell(entryOf(valueAt(owner, 'defaults', 'run'), 'shell'));
}

function checkShell(shell: YamlEntry | undefined): readonly RawFinding[] {
  const text = textOf(shell?.value)?.trim();
  if (shell === undefined || text === undefined || text === '' || text.includes('${{')) return [];
  const program =
    text
      .split(/\s+/)[0]
      ?.split(/[\\/]/)
      .at(-1)
      ?.toLowerCase()
      .replace(/\.exe$/, '') ?? '';
  const span = spanOfEntry(shell);
  if (program === 'cmd') return [{ ...span, message: 'The cmd shell has no grammar to check scripts by.' }];
  if (documentedShells.has(program)) return [];
  return [{ ...span, severity: 'info', message: 'The shell is none of those that GitHub documents.' }];
}

function checkPip(step: Step): readonly RawFinding[] {
  const input = inputOf(step.inputs, 'pip-install');
  if (input === undefined || actionNameOf(step.uses?.reference) !== 'actions/setup-python') return [];
  return [{ ...spanOfEntry(input), message: '`pip-install` installs into the global environment.' }];
}
