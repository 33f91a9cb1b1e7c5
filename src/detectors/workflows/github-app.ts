import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Step } from './model/document.ts';
import { inputOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** App tokens that can do more, or live longer, than the job needs. */
export const githubApp = defineWorkflowRule({
  id: 'github-app',
  title: 'Overly broad GitHub App token',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-250', 'CWE-272'],
  owasp: ['A01'],
  what: 'Reports `actions/create-github-app-token` without `permission-*` inputs, with `owner` but no `repositories`, or with `skip-token-revoke`.',
  why: 'Without these limits the token has every permission of the app, in every repository of the owner, and stays valid for an hour after the job.',
  fix: 'List `repositories` and the `permission-…` inputs that the job needs, and let the action revoke the token.',
  references: [
    'https://github.com/actions/create-github-app-token#inputs',
    'https://docs.zizmor.sh/audits/#github-app',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  sync:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/create-github-app-token@f8d387b68d61c58ab83c6c016672934102569859 # v3.0.0\n        with:\n          app-id: 1\n          private-key: ${{ secrets.APP_KEY }}\n          owner: octo\n          permission-contents: read\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  sync:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/create-github-app-token@f8d387b68d61c58ab83c6c016672934102569859 # v3.0.0\n        with:\n          app-id: 1\n          private-key: ${{ secrets.APP_KEY }}\n          owner: octo\n          repositories: docs\n          permission-contents: read\n',
      ),
    ],
  },
  onStep: ({ step }) => check(step),
});

function check(step: Step): readonly RawFinding[] {
  if (actionNameOf(step.uses?.reference) !== 'actions/create-github-app-token' || step.uses === undefined) {
    return [];
  }
  const findings: RawFinding[] = [];
  const limited =
    step.inputs?.entries.some(({ key }) => key.toLowerCase().startsWith('permission-')) === true;
  const computed = step.inputs === undefined && step.map.entries.some(({ key }) => key === 'with');
  if (!limited && !computed) {
    findings.push({ ...spanOfEntry(step.uses.entry), message: 'The token has every permission of the app.' });
  }
  const owner = inputOf(step.inputs, 'owner');
  if (owner !== undefined && (textOf(inputOf(step.inputs, 'repositories')?.value) ?? '') === '') {
    findings.push({ ...spanOfEntry(owner), message: 'The token opens every repository of the owner.' });
  }
  const keep = inputOf(step.inputs, 'skip-token-revoke');
  if (keep !== undefined && textOf(keep.value)?.toLowerCase() === 'true') {
    const message = 'The token stays valid after the job.';
    findings.push({ ...spanOfEntry(keep), severity: 'medium', message });
  }
  return findings;
}
