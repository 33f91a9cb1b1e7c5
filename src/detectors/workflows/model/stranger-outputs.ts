/** Names of the pull request's files and branches, as several actions call these outputs. */
const files = /(?:files|paths|_keys|^all|^added|^modified|^removed|^renamed|^deleted)(?!.*count)/i;
const branches = /ref|branch|^\*$/i;

/**
 * Outputs that hold what a stranger wrote, from the actions' own documentation, by action in lower case: names of
 * files and branches of a pull request, texts of comments.
 */
const outputs: Readonly<Record<string, RegExp>> = {
  'ahmadnassri/action-changed-files': /files|json/i,
  'alessbell/pull-request-comment-branch': branches,
  'amannn/action-semantic-pull-request': /error_message/i,
  'dorny/paths-filter': /_files$/i,
  'eficode/resolve-pr-refs': branches,
  'futuratrepadeira/changed-files': files,
  'gotson/pull-request-comment-branch': branches,
  'jitterbit/get-changed-files': files,
  'juliangruber/read-file-action': /content/i,
  'khan/pull-request-comment-trigger': /comment_body/i,
  'lots0logs/gh-action-get-changed-files': files,
  'masesgroup/retrieve-changed-files': files,
  'peter-evans/find-comment': /comment-body/i,
  'peter-murray/issue-body-parser-action': /./,
  'potiuk/get-workflow-origin': /branch|label/i,
  'stefanbuck/github-issue-parser': /./,
  'step-security/changed-files': files,
  'the-coding-turtle/ga-file-changes': files,
  'tj-actions/branch-names': branches,
  'tj-actions/changed-files': files,
  'trilom/file-changes-action': files,
  'xt0rted/pull-request-comment-branch': branches,
  'xt0rted/slash-command-action': /command-arguments/i,
  'zentered/issue-forms-body-parser': /./,
};

/** The outputs of an action that hold a stranger's text; undefined when none are known. */
export function strangerOutputs(action: string): RegExp | undefined {
  return Object.hasOwn(outputs, action) ? outputs[action] : undefined;
}
