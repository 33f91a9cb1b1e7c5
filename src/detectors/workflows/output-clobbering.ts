import type { RawFinding } from '../../contracts/detector.ts';
import { contextTrust } from './model/context-trust.ts';
import { expandedContexts } from './model/dataflow.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { environmentNamesOf, environmentValueOf } from './model/environment.ts';
import { pathOf } from './model/expression.ts';
import { scalarPositions } from './model/scalar-positions.ts';
import { mentions, taintedVariables } from './model/shell-taint.ts';
import type { StepScope } from './model/taint.ts';

/** Text with line breaks written to the file of outputs, where each line is an output. */
export const outputClobbering = defineWorkflowRule({
  id: 'output-clobbering',
  title: "Stranger's lines written to GITHUB_OUTPUT",
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-93', 'CWE-74'],
  owasp: ['A03'],
  what: 'Reports the text of an issue, comment, commit or pull request written to `GITHUB_OUTPUT` as `name=$VALUE`, or between delimiters that are fixed.',
  why: 'Each line of that file sets an output. A text with a line break sets any output of the step, also those that later steps decide by.',
  fix: 'Write it between delimiters that nobody can guess: `d=$(uuidgen); printf "body<<%s\\n%s\\n%s\\n" "$d" "$BODY" "$d" >> "$GITHUB_OUTPUT"`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings',
    'https://codeql.github.com/codeql-query-help/actions/actions-output-clobbering-high/',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: issues\njobs:\n  read:\n    runs-on: ubuntu-latest\n    steps:\n      - id: issue\n        env:\n          BODY: ${{ github.event.issue.body }}\n        run: |\n          echo "allowed=false" >> "$GITHUB_OUTPUT"\n          echo "body=$BODY" >> "$GITHUB_OUTPUT"\n',
      ),
    ],
    good: [
      workflowExample(
        'on: issues\njobs:\n  read:\n    runs-on: ubuntu-latest\n    steps:\n      - id: issue\n        env:\n          TITLE: ${{ github.event.issue.title }}\n          BODY: ${{ github.event.issue.body }}\n        run: |\n          echo "title=$TITLE" >> "$GITHUB_OUTPUT"\n          d=$(uuidgen)\n          printf "body<<%s\\n%s\\n%s\\n" "$d" "$BODY" "$d" >> "$GITHUB_OUTPUT"\n',
      ),
    ],
  },
  onStep: (placed, document) => {
    const { run } = placed.step;
    if (run === undefined || !/GITHUB_OUTPUT/i.test(run.script.text)) return [];
    const variables = taintedVariables(run.script.text, longVariables({ ...placed, document }));
    if (variables.size === 0) return [];
    const position = scalarPositions(run.script, document.file.text);
    return clobberingLines(run.script.text, variables).map((line): RawFinding => {
      const start = position(line.start);
      const message = "A stranger's text with its line breaks is written to the file of outputs.";
      return { start, end: Math.max(start, position(line.end - 1) + 1), message };
    });
  },
});

/** Texts of webhook payloads that may hold line breaks. */
const manyLines =
  /(?:^|\.)(?:body|message|description|pages|commits|event|comment|issue|review|pull_request)$/;

function longVariables(scope: StepScope): readonly string[] {
  const { document } = scope;
  return environmentNamesOf(scope).filter(name => {
    const value = environmentValueOf(name, scope);
    const templates = value === undefined ? [] : document.templatesOf(value);
    return templates
      .flatMap(({ expression }) => (expression === undefined ? [] : expandedContexts(expression)))
      .some(context => contextTrust(pathOf(context)) === 'arbitrary' && manyLines.test(pathOf(context)));
  });
}

type Line = { readonly start: number; readonly end: number; readonly text: string };

function clobberingLines(script: string, variables: ReadonlySet<string>): readonly Line[] {
  let at = 0;
  const lines = script.split('\n').map(text => {
    const line = {
      text,
      start: at + (text.length - text.trimStart().length),
      end: at + text.trimEnd().length,
    };
    at += text.length + 1;
    return line;
  });
  // Delimiters that nobody can guess, or filters that leave one line.
  if (/uuidgen|\bopenssl\s+rand|\/dev\/u?random|\$RANDOM|uuid4|randomUUID|token_hex/.test(script)) return [];
  const inProgram = /(?:environ|process\.env|getenv)[^\n]{0,20}GITHUB_OUTPUT/.test(script);
  return lines.filter(
    ({ text }, index) =>
      (/GITHUB_OUTPUT/i.test(text) ||
        isInBlock(lines, index) ||
        (inProgram && /\.write(?:lines)?\(|\bprint\(|appendFileSync/.test(text))) &&
      mentions(text.replace(/\$\{?(?:env:)?GITHUB_OUTPUT\}?/gi, ''), variables) &&
      !/\btr\s+-d\b|\bhead\s+-(?:n\s*)?1\b|\bjq\s+-\w*[Rrs]|\bwc\b|\bgrep\s+-\w*[oqcE]|\/\/\$?'?\\n/.test(
        text,
      ),
  );
}

/** Whether a line stands between `{` and `} >> "$GITHUB_OUTPUT"`, or in a here-document for that file. */
function isInBlock(lines: readonly Line[], index: number): boolean {
  const close = lines.slice(index + 1, index + 50).find(({ text }) => /^\s*(?:\}|\)|done|fi)/.test(text));
  if (close !== undefined && /GITHUB_OUTPUT/i.test(close.text)) return true;
  const open = lines
    .slice(Math.max(index - 50, 0), index)
    .findLast(({ text }) => /<<-?\s*["']?\w+/.test(text));
  const name = /<<-?\s*["']?(\w+)/.exec(open?.text ?? '')?.[1];
  if (open === undefined || name === undefined || !/GITHUB_OUTPUT/i.test(open.text)) return false;
  const between = lines.slice(lines.indexOf(open) + 1, index);
  return /^\s*cat\b/.test(open.text) && !between.some(({ text }) => text.trim() === name);
}
