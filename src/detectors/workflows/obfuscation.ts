import type { RawFinding } from '../../contracts/detector.ts';
import { constantOf } from './model/constant.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Uses } from './model/document.ts';
import { type Expression, ungrouped, withDescendants } from './model/expression.ts';
import type { Template } from './model/template.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Detours that hide what a workflow does, from readers and from other rules. */
export const obfuscation = defineWorkflowRule({
  id: 'obfuscation',
  title: 'Obfuscated workflow feature',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-506', 'CWE-1078'],
  owasp: ['A08'],
  what: 'Reports `uses:` paths with `.`, `..` or empty parts, expressions whose value is fixed, `fromJSON(toJSON(…))`, computed inputs as a whole, and computed indices (`info`).',
  why: 'Nobody needs such forms, except to keep reviewers and tools from seeing which action or value is meant.',
  fix: 'Write the path or value that it comes to.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/expressions',
    'https://docs.zizmor.sh/audits/#obfuscation',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache/save/../restore@0057852bfaa89a56745cba8c7296529d2fc39830\n',
      ),
      workflowExample(
        "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ format('{0}/{1}', 'octo', 'cat') }}\n",
      ),
    ],
    good: [
      workflowExample(
        "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - if: contains(fromJSON('[\"main\"]'), github.ref_name)\n        run: echo ${{ format('v{0}', github.run_number) }}\n",
      ),
    ],
  },
  onJob: job => (job.uses === undefined ? [] : checkPath(job.uses)),
  onStep({ step }) {
    const findings = step.uses === undefined ? [] : [...checkPath(step.uses)];
    const inputs = entryOf(step.map, 'with');
    if (inputs !== undefined && textOf(inputs.value)?.includes('${{') === true) {
      findings.push({ ...spanOfEntry(inputs), message: 'All inputs come from one expression.' });
    }
    return findings;
  },
  onTemplate: template => [...checkConstant(template), ...checkIndices(template)],
});

function checkPath(uses: Uses): readonly RawFinding[] {
  if (uses.reference?.kind !== 'repository') return [];
  const [path = ''] = uses.scalar.text.trim().split('@');
  const strange = path.split('/').some(part => part === '' || part === '.' || part === '..');
  return strange ? [{ ...spanOfEntry(uses.entry), message: 'The path of the action takes a detour.' }] : [];
}

function checkConstant(template: Template): readonly RawFinding[] {
  const { expression } = template;
  // `if: false` without braces is how people switch a job off.
  if (expression === undefined || (!template.fenced && expression.kind === 'literal')) return [];
  const part = expression.kind === 'literal' ? expression : outermostFixed(expression);
  return part === undefined
    ? []
    : [{ ...template.place(part), message: 'The expression, or a part of it, always has the same value.' }];
}

/** Breadth first, not looking into indices, so that the outermost one is found. */
function outermostFixed(expression: Expression): Expression | undefined {
  const waiting = [expression];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const current = ungrouped(next);
    if (current.kind === 'literal' || current.kind === 'context') continue;
    if (constantOf(current) !== undefined || isRoundTrip(current)) return current;
    if (current.kind === 'binary') waiting.push(current.left, current.right);
    else if (current.kind === 'not') waiting.push(current.operand);
    else if (current.kind === 'call') waiting.push(...current.args);
    else waiting.push(current.inner);
  }
  return undefined;
}

function isRoundTrip(expression: Expression): boolean {
  if (expression.kind !== 'call') return false;
  const argument = expression.args[0] && ungrouped(expression.args[0]);
  if (argument?.kind !== 'call') return false;
  const names = `${expression.name} ${argument.name}`;
  return names === 'fromjson tojson' || names === 'tojson fromjson';
}

function checkIndices(template: Template): readonly RawFinding[] {
  if (template.expression === undefined) return [];
  const computed = withDescendants(template.expression).find(
    part => part.kind === 'context' && part.parts.some(({ kind, ...rest }) => isComputed(kind, rest)),
  );
  return computed === undefined
    ? []
    : [{ ...template.place(computed), severity: 'info', message: 'The index is computed.' }];
}

function isComputed(kind: string, rest: object): boolean {
  return kind === 'index' && 'index' in rest && (rest.index as Expression).kind !== 'literal';
}
