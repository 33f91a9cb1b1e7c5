import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import {
  type CallExpression,
  type Expression,
  pathOf,
  ungrouped,
  withDescendants,
} from './model/expression.ts';
import type { Template } from './model/template.ts';

/** Contexts whose text somebody outside the workflow chooses. */
const chosenByUsers =
  /^(?:github\.(?:actor|base_ref|head_ref|ref|ref_name|sha|triggering_actor|event(?:\..*)?)|env\..*|inputs\..*)$/;

/** Membership tests against a string, which substrings pass. */
export const unsoundContains = defineWorkflowRule({
  id: 'unsound-contains',
  title: 'Membership test that substrings pass',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-697', 'CWE-183'],
  owasp: ['A01'],
  what: 'Reports `contains()` with a literal string as the list and a context as what is looked for.',
  why: "On a string, `contains` looks for a substring: a branch named `mai` is contained in `'main develop'`, and passes the check.",
  fix: 'Use a list, `contains(fromJSON(\'["main", "develop"]\'), github.ref_name)`, or compare with `==`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#contains',
    'https://docs.zizmor.sh/audits/#unsound-contains',
  ],
  examples: {
    bad: [
      workflowExample(
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    if: contains('main develop', github.ref_name)\n    steps:\n      - run: make deploy\n",
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    if: contains(fromJSON(\'["main"]\'), github.ref_name)\n    steps:\n      - run: make deploy\n',
      ),
    ],
  },
  onTemplate: template =>
    template.expression === undefined
      ? []
      : withDescendants(template.expression).flatMap(part => checkCall(part, template)),
});

function checkCall(part: Expression, template: Template): readonly RawFinding[] {
  if (part.kind !== 'call' || part.name !== 'contains') return [];
  const path = searchedContext(part);
  if (path === undefined) return [];
  const span = template.place(part);
  return chosenByUsers.test(path)
    ? [{ ...span, message: 'The value looked for passes this test with any part of the string.' }]
    : [
        {
          ...span,
          severity: 'low',
          confidence: 'low',
          message: 'The test is also passed by any part of the string.',
        },
      ];
}

function searchedContext(call: CallExpression): string | undefined {
  const [list, item] = call.args.map(ungrouped);
  if (list?.kind !== 'literal' || typeof list.value !== 'string') return undefined;
  return item?.kind === 'context' ? pathOf(item) : undefined;
}
