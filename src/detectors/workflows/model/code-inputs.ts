import { actionNameOf } from './action-reference.ts';
import type { Step } from './document.ts';
import { asScalar } from './yaml-access.ts';
import type { YamlScalar } from './yaml-tree.ts';

/** Inputs that an action runs as code, from the actions' own documentation, by action in lower case. */
const codeInputs: Readonly<Record<string, readonly string[]>> = {
  'actions/github-script': ['script'],
  'addnab/docker-run-action': ['run', 'options', 'shell', 'image'],
  'amadevus/pwsh-script': ['script'],
  'appleboy/ssh-action': ['script'],
  'asdf-vm/actions/install': ['before_install'],
  'azure/cli': ['inlinescript'],
  'azure/powershell': ['inlinescript'],
  'bahmutov/npm-install': ['install-command'],
  'borales/actions-yarn': ['cmd'],
  'cachix/cachix-action': ['installcommand', 'pushfilter'],
  'cardinalby/js-eval-action': ['expression'],
  'changesets/action': ['publish', 'version'],
  'cloudflare/wrangler-action': ['command', 'precommands', 'postcommands'],
  'coactions/setup-xvfb': ['run'],
  'cross-platform-actions/action': ['run'],
  'cypress-io/github-action': ['build', 'command', 'install-command', 'start', 'start-windows', 'wait-on'],
  'd3rhase/ssh-command-action': ['command'],
  'devcontainers/ci': ['runcmd'],
  'devorbitus/yq-action-output': ['cmd'],
  'fifsky/ssh-action': ['command'],
  'gabrielbb/xvfb-action': ['run'],
  'garygrossgarten/github-action-ssh': ['command'],
  'google-github-actions/ssh-compute': ['command'],
  'goreleaser/goreleaser-action': ['args'],
  'jannekem/run-python-script-action': ['script'],
  'jimcronqvist/action-ssh': ['command'],
  'knicknic/os-specific-run': ['linux', 'macos', 'windows'],
  'magefile/mage-action': ['args'],
  'maierj/fastlane-action': ['lane', 'options'],
  'matheusvanzan/sshpass-action': ['run'],
  'matlab-actions/run-command': ['command'],
  'mikefarah/yq': ['cmd'],
  'nick-fields/retry': ['command', 'on_retry_command', 'new_command_on_retry'],
  'nick-invision/retry': ['command', 'on_retry_command', 'new_command_on_retry'],
  'paambaati/codeclimate-action': ['coveragecommand'],
  'pguyot/arm-runner-action': ['commands'],
  'preactjs/compressed-size-action': ['build-script', 'clean-script', 'install-script'],
  'pyo3/maturin-action': ['before-script-linux'],
  'reactivecircus/android-emulator-runner': ['script', 'pre-emulator-launch-script'],
  'salsify/action-detect-and-tag-new-version': ['version-command'],
  'sergeysova/jq-action': ['cmd'],
  'sonarsource/sonarcloud-github-action': ['args'],
  'sonarsource/sonarqube-scan-action': ['args'],
  'uraimo/run-on-arch-action': ['run', 'install', 'setup'],
  'vmactions/freebsd-vm': ['run', 'prepare'],
  'vmactions/netbsd-vm': ['run', 'prepare'],
  'vmactions/openbsd-vm': ['run', 'prepare'],
  'vmactions/solaris-vm': ['run', 'prepare'],
  'wandalen/wretry.action': ['command', 'pre_retry_command'],
  'workflow/nix-shell-action': ['script'],
};

/** The scalars of a step that are run as code: its script, and inputs that its action evaluates. */
export function codeOf(step: Step): readonly YamlScalar[] {
  const script = step.run === undefined ? [] : [step.run.script];
  const name = actionNameOf(step.uses?.reference) ?? '';
  const inputs = Object.hasOwn(codeInputs, name) ? (codeInputs[name] ?? []) : [];
  const evaluated = (step.inputs?.entries ?? [])
    .filter(entry => inputs.includes(entry.key.toLowerCase()))
    .flatMap(entry => asScalar(entry.value) ?? []);
  return [...script, ...evaluated];
}
