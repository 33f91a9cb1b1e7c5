import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job } from './model/document.ts';
import { asMap, entryOf, spanOfEntry, textOf, valueAt } from './model/yaml-access.ts';
import type { YamlNode } from './model/yaml-tree.ts';

/** Registry passwords that stand in a workflow. */
export const hardcodedContainerCredentials = defineWorkflowRule({
  id: 'hardcoded-container-credentials',
  title: 'Container registry password in a workflow',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-798'],
  owasp: ['A07'],
  what: 'Reports `credentials.password` of job containers and services that is not an expression.',
  why: 'Whoever can read the repository can read the password, and with it the registry.',
  fix: 'Change the password, store it as a secret and write `${{ secrets.NAME }}`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainercredentials',
    'https://docs.zizmor.sh/audits/#hardcoded-container-credentials',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    container:\n      image: registry.example.com/app:1\n      credentials:\n        username: ci\n        password: hackme\n    steps:\n      - run: make\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    container:\n      image: registry.example.com/app:1\n      credentials:\n        username: ci\n        password: ${{ secrets.REGISTRY_PASSWORD }}\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onJob: job => containersOf(job).flatMap(checkContainer),
});

function containersOf(job: Job): readonly YamlNode[] {
  const services = asMap(valueAt(job.map, 'services'))?.entries.map(entry => entry.value) ?? [];
  const container = valueAt(job.map, 'container');
  return container === undefined ? services : [container, ...services];
}

function checkContainer(container: YamlNode): readonly RawFinding[] {
  const credentials = entryOf(container, 'credentials');
  const password = entryOf(credentials?.value, 'password');
  const text = textOf(password?.value);
  if (credentials === undefined || password === undefined || text === undefined) return [];
  if (text === '' || text.includes('${{')) return [];
  const { start, end } = password.value;
  return [
    {
      ...spanOfEntry(credentials),
      secrets: [{ start, end }],
      message: 'The registry password stands in the file.',
    },
  ];
}
