import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { entryOf, spanOfEntry } from './model/yaml-access.ts';
import type { YamlMap } from './model/yaml-tree.ts';

/** Conditions that are text and therefore always true. */
export const unsoundCondition = defineWorkflowRule({
  id: 'unsound-condition',
  title: 'Condition that is always true',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-571'],
  owasp: ['A01'],
  what: 'Reports `if:` with text around a `${{ }}`: a trailing newline of a block scalar, or anything outside the braces.',
  why: 'What stands outside the braces makes the whole a non-empty string, which counts as true: the check that the condition looks like does not happen.',
  fix: 'Leave the braces out, or put the whole condition between them and end block scalars with `|-` or `>-`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals',
    'https://docs.zizmor.sh/audits/#unsound-condition',
  ],
  examples: {
    bad: [
      workflowExample(
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    if: |\n      ${{ github.ref == 'refs/heads/main' }}\n    steps:\n      - run: make deploy\n",
      ),
    ],
    good: [
      workflowExample(
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    if: |\n      github.ref == 'refs/heads/main'\n    steps:\n      - run: make deploy\n",
      ),
    ],
  },
  onJob: (job, { templatesOf }) => check(job.map, templatesOf),
  onStep: ({ step }, { templatesOf }) => check(step.map, templatesOf),
});

function check(
  owner: YamlMap,
  templatesOf: (scalar: YamlMap['entries'][number]['value'] & { kind: 'scalar' }) => readonly {
    readonly fenced: boolean;
    readonly inScalar: { readonly start: number; readonly end: number };
  }[],
): readonly RawFinding[] {
  const condition = entryOf(owner, 'if');
  if (condition?.value.kind !== 'scalar') return [];
  const templates = templatesOf(condition.value).filter(template => template.fenced);
  const [only] = templates;
  if (only === undefined) return [];
  const whole = only.inScalar.start === 0 && only.inScalar.end === condition.value.text.length;
  return whole ? [] : [{ ...spanOfEntry(condition), message: 'The condition is always true.' }];
}
