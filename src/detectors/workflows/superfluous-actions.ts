import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Step } from './model/document.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** What the runner image offers instead, by action in lower case. */
const replacements: Readonly<Record<string, string>> = {
  'actions-ecosystem/action-add-labels': '`gh issue edit --add-label`',
  'actions-ecosystem/action-create-comment': '`gh issue comment`',
  'actions-ecosystem/action-remove-labels': '`gh issue edit --remove-label`',
  'addnab/docker-run-action': '`docker run`',
  'dtolnay/rust-toolchain': '`rustup toolchain install`',
  'elgohr/github-release-action': '`gh release create`',
  'endbug/add-and-commit': '`git commit` and `git push`',
  'ncipollo/release-action': '`gh release create`',
  'peter-evans/close-issue': '`gh issue close`',
  'peter-evans/create-issue-from-file': '`gh issue create`',
  'peter-evans/create-or-update-comment': '`gh issue comment`',
  'peter-evans/create-pull-request': '`gh pr create`',
  'peter-evans/enable-pull-request-automerge': '`gh pr merge --auto`',
  'sergeysova/jq-action': '`jq`',
  'softprops/action-gh-release': '`gh release create`',
  'stefanzweifel/git-auto-commit-action': '`git commit` and `git push`',
  'svenstaro/upload-release-action': '`gh release upload`',
};

/** Actions for what the runner can do by itself. */
export const superfluousActions = defineWorkflowRule({
  id: 'superfluous-actions',
  title: 'Action that the runner makes superfluous',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-1104'],
  owasp: ['A06'],
  what: 'Reports third-party actions that do what a program of the runner image does.',
  why: 'Each action is more code, with dependencies of its own, that holds the job’s token.',
  fix: 'Call the program in a `run:` step.',
  references: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-github-cli',
    'https://docs.zizmor.sh/audits/#superfluous-actions',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: softprops/action-gh-release@153bb8e04406b158c6c84fc1615b65b24149a1fe # v2.6.1\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - run: gh release create "$GITHUB_REF_NAME" --generate-notes\n',
      ),
    ],
  },
  onStep: ({ step }) => check(step),
});

function check(step: Step): readonly RawFinding[] {
  const name = actionNameOf(step.uses?.reference) ?? '';
  const replacement = Object.hasOwn(replacements, name) ? replacements[name] : undefined;
  if (replacement === undefined || step.uses === undefined) return [];
  return [{ ...spanOfEntry(step.uses.entry), message: `The runner can do this with ${replacement}.` }];
}
