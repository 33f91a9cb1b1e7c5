import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { programsWith } from './model/program-arguments.ts';
import { variablesWithStrangersText } from './model/taint.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** A stranger's text that a program reads as code, though the shell does not. */
export const argumentInjection = defineWorkflowRule({
  id: 'argument-injection',
  title: "Stranger's text given to a program that runs it",
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-88', 'CWE-95'],
  owasp: ['A03'],
  what: 'Reports variables with text that a stranger can write inside what `eval`, `sh -c`, `sed`, `awk`, `node -e`, `python -c` and the like read as their program.',
  why: 'A variable in quotes is safe from the shell, not from the program behind it: `sed` and `awk` run commands, `eval` and `-c` take the whole text for code.',
  fix: 'Let the program read the value as data: `awk -v`, `ENVIRON`, `jq --arg`, `process.env`, `os.environ`; leave `eval` out.',
  references: [
    'https://codeql.github.com/codeql-query-help/actions/actions-argument-injection-critical/',
    'https://docs.github.com/en/actions/reference/security/secure-use#use-an-intermediate-environment-variable',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: issue_comment\njobs:\n  say:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          BODY: ${{ github.event.comment.body }}\n        run: |\n          cp template.txt out.txt\n          sed -i "s/TEXT/$BODY/" out.txt\n',
      ),
      workflowExample(
        'on: issue_comment\njobs:\n  say:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          BODY: ${{ github.event.comment.body }}\n        run: eval "$BODY"\n',
      ),
    ],
    good: [
      workflowExample(
        'on: issue_comment\njobs:\n  say:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          BODY: ${{ github.event.comment.body }}\n        run: |\n          awk -v text="$BODY" \'{ print text }\' template.txt\n          sed -i "s/TEXT/done/" out.txt\n',
      ),
    ],
  },
  onStep: (placed, document) => {
    const { run } = placed.step;
    if (run === undefined) return [];
    const variables = variablesWithStrangersText({ ...placed, document });
    return programsWith(variables, run, document.file.text).map(
      ({ start, end, program }): RawFinding => ({
        start,
        end,
        related: [spanOfEntry(run.entry)],
        message: `\`${program}\` reads a stranger's text as part of its program.`,
      }),
    );
  },
});
