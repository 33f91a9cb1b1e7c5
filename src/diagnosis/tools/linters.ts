import { type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

/** Linters of documents, settings and scripts that tell a problem in one line. */
const named = recogniseLines(
  'lint',
  /:\d+ (?:error )?MD\d{3}|: \[error\] |\[SC\d{4}\]$|:\d+ DL\d{4} |:\d+ SC\d{4} |- Unknown word|^✖ {2,}/,
  [
    {
      // markdownlint
      pattern:
        /^(?<path>[^\s:]+):(?<line>\d+)(?::(?<column>\d+))? (?:error )?(?<code>MD\d{3}(?:\/[\w-]+)?) (?<message>.+)$/,
      category: 'lint',
    },
    {
      // yamllint, `parsable`
      pattern:
        /^(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+): \[error\] (?<message>.+?)(?: \((?<code>[\w-]+)\))?$/,
      category: 'lint',
    },
    {
      // ShellCheck, `gcc`
      pattern:
        /^(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+): (?:note|warning|error): (?<message>.+) \[(?<code>SC\d{4})\]$/,
      category: 'lint',
    },
    {
      // hadolint
      pattern: /^(?<path>[^\s:]+):(?<line>\d+) (?<code>(?:DL|SC)\d{4}) (?:\w+: )?(?<message>.+)$/,
      category: 'lint',
    },
    {
      // CSpell
      pattern: /^(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+) - (?<message>Unknown word .+)$/,
      category: 'lint',
    },
    {
      // commitlint
      pattern: /^✖ {2,}(?<message>.+?) \[(?<code>[\w-]+)\]$/,
      category: 'lint',
    },
  ],
);

/**
 * What most tools agree on: `path:line:column: message`, with the rule at the end or the word error in front. Read only
 * where no tool is known that says more.
 */
const common = recogniseLines('lint', /^\s{0,4}(?:[A-Za-z]:)?[^\s:()]+\.\w+:\d+(?::\d+)?(?::| -) /, [
  {
    pattern:
      /^\s{0,4}(?<path>(?:[A-Za-z]:)?[^\s:()]+\.\w+):(?<line>\d+)(?::(?<column>\d+))?: (?:error: |E: )?(?<message>(?!.*\(warning\)$)(?!\s*(?:warning|note|info)\b).+?) [[(](?<code>[a-z@][\w@/.-]*)[\])]$/,
    category: 'lint',
    weight: weights.verdict + 3,
  },
  {
    pattern:
      /^\s{0,4}(?<path>(?:[A-Za-z]:)?[^\s:()]+\.\w+):(?<line>\d+)(?::(?<column>\d+))?(?::| -) (?:fatal |syntax |parse )?error(?:\[?\w*\]?)?:? (?<message>.+)$/i,
    category: 'compile',
    weight: weights.verdict + 3,
  },
]);

export const linters: readonly Recognition[] = [named, common];
