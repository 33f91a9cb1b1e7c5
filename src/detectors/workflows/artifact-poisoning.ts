import type { RawFinding, Span } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job, PlacedStep, Step, Workflow } from './model/document.ts';
import { gateOf } from './model/gates.ts';
import { inputOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Files that a pull request's run left behind, unpacked where a run with rights executes them. */
export const artifactPoisoning = defineWorkflowRule({
  id: 'artifact-poisoning',
  title: "Artifact of a stranger's run unpacked and run",
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports `workflow_run` jobs that unpack the artifact of the run that started them into the workspace, or run what they unpacked.',
  why: 'A pull request decides what is in that artifact. Unpacked over the checkout it replaces scripts, `package.json` or actions, which then run with the token and secrets of the base repository.',
  fix: 'Unpack below `${{ runner.temp }}`, run nothing of it, and read single values only after checking their form.',
  references: [
    'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
    'https://codeql.github.com/codeql-query-help/actions/actions-artifact-poisoning-critical/',
    'https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: workflow_run\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/download-artifact@95815c38cf2ff2164869cbab79da8d1f422bc89e # v4.2.1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n          github-token: ${{ github.token }}\n      - run: ./publish.sh\n',
      ),
    ],
    good: [
      workflowExample(
        'on: workflow_run\njobs:\n  comment:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/download-artifact@95815c38cf2ff2164869cbab79da8d1f422bc89e # v4.2.1\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n          github-token: ${{ github.token }}\n          path: ${{ runner.temp }}/pr\n      - run: gh pr comment "$(tr -cd 0-9 < "$RUNNER_TEMP/pr/number")" --body done\n',
      ),
    ],
  },
  onStep: (placed, document) => (document.kind === 'workflow' ? check(placed, document) : []),
});

type Download = Span & {
  /** Where the files land; undefined for the workspace itself. */
  readonly folder: string | undefined;
};

function check(placed: PlacedStep, workflow: Workflow): readonly RawFinding[] {
  const { step, job } = placed;
  if (!workflow.triggers.has('workflow_run') || job === undefined) return [];
  const download = downloadOf(step, job);
  if (download === undefined || gateOf(placed, workflow) === 'closed') return [];
  const later = job.steps.slice(job.steps.indexOf(step) + (step.run === undefined ? 1 : 0));
  if (
    !later.some(({ uses, run }) =>
      runsFiles(run?.script.text ?? '', uses?.reference?.kind === 'local', download),
    )
  )
    return [];
  const { start, end } = download;
  const related = workflow.on === undefined ? [] : [workflow.on.keySpan];
  return [
    {
      start,
      end,
      related,
      message:
        'The artifact comes from a run that a stranger may have started, and a later step runs files from where it is unpacked.',
    },
  ];
}

function downloadOf(step: Step, job: Job): Download | undefined {
  const action = actionNameOf(step.uses?.reference);
  if (step.uses !== undefined && action === 'actions/github-script') {
    const script = textOf(inputOf(step.inputs, 'script')?.value) ?? '';
    if (!/downloadArtifact\b/.test(script)) return undefined;
    return { ...spanOfEntry(step.uses.entry), folder: unzippedTo(job) };
  }
  if (step.uses !== undefined && action !== undefined) {
    const fromOther = {
      'actions/download-artifact': ['run-id'],
      'dawidd6/action-download-artifact': ['run_id', 'workflow', 'commit', 'pr', 'branch', 'name'],
      'bettermarks/action-artifact-download': ['repo', 'name'],
      'aochmann/actions-download-artifact': ['name', 'repo'],
      'levonet/action-download-last-artifact': ['name'],
      'redhat-plumbers-in-action/download-artifact': ['name', 'run-id'],
      'marcofaggian/action-download-multiple-artifacts': ['names', 'run_id'],
    }[action];
    if (!fromOther?.some(key => inputOf(step.inputs, key) !== undefined)) return undefined;
    const path = textOf(inputOf(step.inputs, 'path')?.value)?.trim();
    return { ...spanOfEntry(step.uses.entry), folder: folderOf(path) };
  }
  if (step.run !== undefined) {
    const text = step.run.script.text;
    const downloads =
      /\bgh\s+run\s+download\b/.test(text) ||
      /\bgh\s+api\b[^\n]*artifacts?\b[^\n]*zip/.test(text) ||
      /actions\/artifacts\/[^\n]*\/zip/.test(text);
    if (!downloads) return undefined;
    const folder = /(?:\s-D|--dir|\bunzip\b[^\n]*\s-d)[\s=]+["']?([^\s"']+)/.exec(text)?.[1];
    return { ...spanOfEntry(step.run.entry), folder: folderOf(folder) };
  }
  return undefined;
}

/** Where the job's scripts unpack archives to. */
function unzippedTo(job: Job): string | undefined {
  const scripts = job.steps.map(({ run }) => run?.script.text ?? '').join('\n');
  return folderOf(/\bunzip\b[^\n]*\s-d[\s=]*["']?([^\s"']+)/.exec(scripts)?.[1]);
}

function folderOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const plain = path.replace(/^\.\//, '').replace(/\/+$/, '');
  return /^(?:\.?|\$\{\{\s*github\.workspace\s*\}\}|\$\{?GITHUB_WORKSPACE\}?)$/.test(plain)
    ? undefined
    : plain;
}

/** Commands that run code of the folder that they start in. */
const builds =
  /(?:^|[\s;&|(])(?:\.\/|\.\s+|source\s+|(?:ba|z|da)?sh\s+[^-\s]|python\d?\s+[^-\s]|node\s+[^-\s]|deno\s+run|bun\s|ruby\s+[^-\s]|perl\s+[^-\s]|pwsh\s+\S*\.ps1|npm\s+(?:ci|i|install|test|run|publish|pack)\b|npx\s|yarn\b|pnpm\s|make\b|cmake\s|\.\/gradlew|gradle\s|mvn\b|cargo\s|go\s+(?:run|test|build|generate)|pip\d?\s+install\s+(?:-e\s+)?\.|pip\d?\s+install\s+-r|docker\s+build|docker-compose|bundle\s+(?:exec|install)|rake\b|tox\b|pytest\b|terraform\s|chmod\s+\+x)/m;

/** Programs that run the file that they are given. */
const running =
  /(?:^|[;&|(]\s*|\bsudo\s+)(?:\.|source|(?:ba|z)?sh|node|python\d?|ruby|perl|pwsh|deno\s+run|npm|npx|pip\d?\s+install|dpkg|chmod\s+\S+|cd)\s[^|;&]*$/;
/** The start of a command, with nothing but the way to the folder behind it. */
const atStart = /(?:^|[;&|(]|\bsudo|\bexec|\bthen|\bdo)\s*["']?(?:\.\/)?[\w$"'{}.:/-]*$/;

function runsFiles(script: string, local: boolean, download: Download): boolean {
  if (download.folder === undefined) return local || builds.test(script);
  const place = placeIn(download.folder);
  return script.split('\n').some(line => {
    const at = line.indexOf(place);
    if (at === -1 || at > 500 || /^\s*(?:[A-Za-z_]\w*=|\[)/.test(line)) return false;
    const before = line.slice(0, at);
    return running.test(before) || atStart.test(before);
  });
}

/** The last part of the folder's name, by which scripts speak of it. */
function placeIn(folder: string): string {
  return folder.split('/').at(-1) ?? folder;
}
