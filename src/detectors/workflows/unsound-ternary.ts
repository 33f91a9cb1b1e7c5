import { constantOf, isTruthy } from './model/constant.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { type Expression, ungrouped, withDescendants } from './model/expression.ts';

/** `condition && value || other` with a value that counts as false. */
export const unsoundTernary = defineWorkflowRule({
  id: 'unsound-ternary',
  title: 'Choice that always takes the second value',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-670'],
  owasp: ['A04'],
  what: 'Reports `condition && value || other` where `value` is empty, zero, false or null.',
  why: 'Such a value counts as false, so that the expression comes to `other` even when the condition holds: a check or a setting silently does not apply.',
  fix: "Turn the condition round: `!condition && other || ''`.",
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators',
    'https://docs.zizmor.sh/audits/#unsound-ternary',
  ],
  examples: {
    bad: [
      workflowExample(
        "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n        env:\n          FLAGS: ${{ github.ref_protected && '' || '--dry-run' }}\n",
      ),
    ],
    good: [
      workflowExample(
        "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n        env:\n          FLAGS: ${{ !github.ref_protected && '--dry-run' || '' }}\n",
      ),
    ],
  },
  onTemplate({ expression, place }) {
    if (expression === undefined) return [];
    return withDescendants(expression)
      .flatMap(part => lostValue(part) ?? [])
      .map(value => ({ ...place(value), message: 'This value counts as false and is never chosen.' }));
  },
});

function lostValue(expression: Expression): Expression | undefined {
  if (expression.kind !== 'binary' || expression.operator !== '||') return undefined;
  // In `a && x || b && y || z` the middle choice is the right side of the inner `||`.
  const choice = lastOperand(ungrouped(expression.left));
  if (choice.kind !== 'binary' || choice.operator !== '&&' || constantOf(choice.left) !== undefined) {
    return undefined;
  }
  const value = constantOf(choice.right);
  return value !== undefined && !isTruthy(value) ? choice.right : undefined;
}

function lastOperand(expression: Expression): Expression {
  return expression.kind === 'binary' && expression.operator === '||'
    ? ungrouped(expression.right)
    : expression;
}
