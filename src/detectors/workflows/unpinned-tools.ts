import type { RawFinding } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Step } from './model/document.ts';
import { inputOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/**
 * Actions that install the newest release of a tool unless an input says which one (from the actions' own
 * `action.yml`). `info` where the tool's source is its maker's well-guarded release, as with most set-up actions.
 */
const installers: Readonly<Record<string, { readonly input: string; readonly severity: Severity }>> = {
  '1password/install-cli-action': { input: 'version', severity: 'info' },
  '1password/load-secrets-action': { input: 'version', severity: 'medium' },
  'aquasecurity/setup-trivy': { input: 'version', severity: 'medium' },
  'aws-actions/setup-sam': { input: 'version', severity: 'info' },
  'azure/setup-helm': { input: 'version', severity: 'info' },
  'azure/setup-kubectl': { input: 'version', severity: 'info' },
  'extractions/setup-crate': { input: 'version', severity: 'medium' },
  'extractions/setup-just': { input: 'just-version', severity: 'medium' },
  'hashicorp/setup-terraform': { input: 'terraform_version', severity: 'info' },
  'snyk/actions/setup': { input: 'snyk-version', severity: 'info' },
  'superfly/flyctl-actions/setup-flyctl': { input: 'version', severity: 'info' },
};

/** Tools that are whatever is newest, though the action that installs them is pinned. */
export const unpinnedTools = defineWorkflowRule({
  id: 'unpinned-tools',
  title: 'Tool installed without a version',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports actions that install a tool whose version input is missing, `latest` or computed.',
  why: 'Pinning the action does not pin what it downloads: a bad release of the tool runs with the job’s token and secrets the same day.',
  fix: 'Set the version input to one release.',
  references: [
    'https://github.com/aquasecurity/setup-trivy#usage',
    'https://github.com/1Password/load-secrets-action',
    'https://docs.zizmor.sh/audits/#unpinned-tools',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  scan:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: aquasecurity/setup-trivy@3fb12ec12f41e471780db15c232d5dd185dcb514 # v0.2.6\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  scan:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: aquasecurity/setup-trivy@3fb12ec12f41e471780db15c232d5dd185dcb514 # v0.2.6\n        with:\n          version: v0.65.0\n',
      ),
    ],
  },
  onStep: ({ step }) => check(step),
});

function check(step: Step): readonly RawFinding[] {
  const name = actionNameOf(step.uses?.reference) ?? '';
  const installer = Object.hasOwn(installers, name) ? installers[name] : undefined;
  if (installer === undefined || step.uses === undefined) return [];
  const { severity } = installer;
  const version = inputOf(step.inputs, installer.input);
  const text = textOf(version?.value)?.trim().toLowerCase() ?? '';
  if (version === undefined || text === '') {
    const message = `Without \`${installer.input}\` the action installs the newest release.`;
    return [{ ...spanOfEntry(step.uses.entry), severity, message }];
  }
  if (text === 'latest') {
    return [{ ...spanOfEntry(version), severity, message: 'The newest release is installed.' }];
  }
  if (!text.includes('${{')) return [];
  return [{ ...spanOfEntry(version), severity, confidence: 'low', message: 'The version is computed.' }];
}
