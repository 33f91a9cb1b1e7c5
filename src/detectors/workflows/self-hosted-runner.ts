import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job } from './model/document.ts';
import { matrixPathOf, matrixValuesAt } from './model/matrix.ts';
import { asItems, entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Events that run what a pull request changed. */
const openEvents = ['pull_request', 'pull_request_target'];

/** Jobs on machines of the repository's owner. */
export const selfHostedRunner = defineWorkflowRule({
  id: 'self-hosted-runner',
  title: 'Self-hosted runner',
  severity: 'info',
  confidence: 'medium',
  cwe: ['CWE-250'],
  owasp: ['A05'],
  what: 'Reports jobs whose `runs-on` names a self-hosted runner or a runner group, directly or through the matrix: `medium` where pull requests start the workflow, else `info`.',
  why: 'In a public repository anybody who can get a workflow run can run code on the machine, and unless it is thrown away after each job, stay there.',
  fix: 'Use GitHub-hosted runners for public repositories, or just-in-time runners that serve one job, with approval required for outside contributors.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
    'https://docs.zizmor.sh/audits/#self-hosted-runner',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: [self-hosted, linux]\n    steps:\n      - run: make\n',
      ),
      workflowExample(
        'on: push\njobs:\n  test:\n    strategy:\n      matrix:\n        os: [ubuntu-latest, self-hosted]\n    runs-on: ${{ matrix.os }}\n    steps:\n      - run: make\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onJob(job, workflow) {
    const runsOn = entryOf(job.map, 'runs-on');
    if (runsOn === undefined || !isSelfHosted(job)) return [];
    const event = openEvents.find(name => workflow.triggers.has(name));
    if (event === undefined) {
      return [{ ...spanOfEntry(runsOn), message: 'The job runs on a self-hosted runner or a runner group.' }];
    }
    const message = `\`${event}\` runs the code of pull requests on a self-hosted runner or a runner group.`;
    return [{ ...spanOfEntry(runsOn), severity: 'medium', message }];
  },
});

function isSelfHosted(job: Job): boolean {
  const runsOn = entryOf(job.map, 'runs-on')?.value;
  if (runsOn?.kind === 'map') return runsOn.entries.some(({ key }) => key === 'group') || named(job, runsOn);
  return named(job, runsOn);
}

function named(job: Job, runsOn: Parameters<typeof asItems>[0]): boolean {
  const labels = runsOn?.kind === 'map' ? asItems(entryOf(runsOn, 'labels')?.value) : asItems(runsOn);
  return labels.some(label => {
    const text = textOf(label) ?? '';
    const path = matrixPathOf(text);
    // A literal in an expression is one of the labels that it may come to.
    if (path === undefined && text.includes('${{') && /['"]self-hosted['"]/i.test(text)) return true;
    const values = path === undefined ? [text] : matrixValuesAt(job, path);
    return values.some(value => value.toLowerCase() === 'self-hosted');
  });
}
