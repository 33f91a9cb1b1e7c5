import type { RawFinding } from '../../contracts/detector.ts';
import type { Confidence, Severity } from '../../contracts/severity.ts';
import { codeOf } from './model/code-inputs.ts';
import { contextTrust } from './model/context-trust.ts';
import { expandedContexts } from './model/dataflow.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Workflow } from './model/document.ts';
import { environmentValueOf } from './model/environment.ts';
import { type ContextExpression, pathOf } from './model/expression.ts';
import { isComputedMatrix, matrixNodesAt } from './model/matrix.ts';
import { strangerEventsOf } from './model/stranger-events.ts';
import { holdsStrangersText, type StepScope as Scope } from './model/taint.ts';
import type { Template } from './model/template.ts';
import { scalarsBelow, textOf, valueAt } from './model/yaml-access.ts';

/** Expressions pasted into scripts, where their text becomes code. */
export const templateInjection = defineWorkflowRule({
  id: 'template-injection',
  title: 'Expression pasted into a script',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-94', 'CWE-78'],
  owasp: ['A03'],
  what: 'Reports `${{ }}` in `run:` and in inputs that actions run as code: `high` for text of strangers, `medium` and `low` where somebody inside decides, `info` for fixed values.',
  why: "The runner pastes the value into the script before any shell sees it. A title such as `$(curl …|sh)` runs with the job's token and secrets.",
  fix: 'Pass the value through `env:` and use the variable of the shell, in quotes: `"$TITLE"`.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use#use-an-intermediate-environment-variable',
    'https://securitylab.github.com/resources/github-actions-untrusted-input/',
    'https://docs.zizmor.sh/audits/#template-injection',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: issues\njobs:\n  greet:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "${{ github.event.issue.title }}"\n',
      ),
      actionExample(
        'name: x\ninputs:\n  name:\n    description: y\nruns:\n  using: composite\n  steps:\n    - run: make ${{ inputs.name }}\n      shell: bash\n',
      ),
    ],
    good: [
      workflowExample(
        'on: issues\njobs:\n  greet:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "$TITLE"\n        env:\n          TITLE: ${{ github.event.issue.title }}\n',
      ),
    ],
  },
  onStep: (placed, document) =>
    codeOf(placed.step)
      .flatMap(scalar => document.templatesOf(scalar))
      .flatMap(template => checkTemplate(template, { ...placed, document })),
});

type Risk = { readonly severity: Severity; readonly confidence: Confidence; readonly message: string };

function checkTemplate(template: Template, scope: Scope): readonly RawFinding[] {
  if (template.expression === undefined) return [];
  const risky = expandedContexts(template.expression).flatMap(context => {
    const risk = riskOf(context, scope);
    return risk === undefined ? [] : [{ ...template.place(context), ...risk }];
  });
  if (risky.length > 0) return risky;
  const { start, end } = template;
  const message = 'An expression stands in a script; this one has no value that a stranger could write.';
  return [{ start, end, severity: 'info', confidence: 'high', message }];
}

/** How dangerous a context is; undefined when its value is fixed. */
function riskOf(context: ContextExpression, scope: Scope, depth = 0): Risk | undefined {
  const path = pathOf(context);
  const [root = '', name] = path.split('.');
  switch (root) {
    case 'inputs':
      return inputRisk(path, name, scope);
    case 'env':
      return environmentRisk(path, name, scope, depth);
    case 'matrix':
      return matrixRisk(path, scope, depth);
    case 'steps':
    case 'needs':
      return outputRisk(context, path, scope);
    default:
      return trustRisk(path, scope);
  }
}

/** Names of branches and tags; outside of pull requests only people with write access choose them. */
const refNames = new Set(['github.base_ref', 'github.ref', 'github.ref_name']);

/** What steps and jobs hand on is as dangerous as what they took it from. */
function outputRisk(context: ContextExpression, path: string, scope: Scope): Risk | undefined {
  return holdsStrangersText(context, scope)
    ? risk('high', 'medium', path, 'hands on text that a stranger can write')
    : trustRisk(path, scope);
}

function trustRisk(path: string, { document }: Scope): Risk | undefined {
  const trust = contextTrust(path);
  if (trust === 'fixed') return undefined;
  if (refNames.has(path) && document.kind === 'workflow' && !isOpenToStrangers(document)) {
    return risk('medium', 'medium', path, 'is a name that whoever pushes can choose');
  }
  return trust === 'arbitrary'
    ? risk('high', 'high', path, 'holds text that a stranger can write')
    : risk('low', 'low', path, 'is not known to be harmless');
}

function isOpenToStrangers(workflow: Workflow): boolean {
  return workflow.triggers.has('pull_request') || strangerEventsOf(workflow).length > 0;
}

function risk(severity: Severity, confidence: Confidence, path: string, what: string): Risk {
  return {
    severity,
    confidence,
    message: `\`${path.slice(0, 80)}\` ${what}, and becomes part of the script.`,
  };
}

/** Inputs of a reusable workflow and of an action come from callers, who may pass on a stranger's text. */
function inputRisk(path: string, name: string | undefined, scope: Scope): Risk | undefined {
  const { root } = scope.document;
  const called = valueAt(root, 'on', 'workflow_call', 'inputs', name ?? '');
  const dispatched = valueAt(root, 'on', 'workflow_dispatch', 'inputs', name ?? '');
  const declared = [called, dispatched].filter(node => node !== undefined);
  const types = declared.map(node => textOf(valueAt(node, 'type')) ?? 'string');
  if (declared.length > 0 && types.every(type => type !== 'string')) return undefined;
  const byCaller = scope.document.kind === 'action' || called !== undefined;
  return risk(byCaller ? 'medium' : 'low', 'medium', path, 'is chosen by the caller');
}

function environmentRisk(
  path: string,
  name: string | undefined,
  scope: Scope,
  depth: number,
): Risk | undefined {
  const value = name === undefined ? undefined : environmentValueOf(name, scope);
  if (value === undefined) return risk('low', 'low', path, 'is set while the job runs');
  const templates = scope.document.templatesOf(value);
  if (templates.length === 0) return undefined;
  const contexts = templates.flatMap(({ expression }) =>
    expression === undefined ? [] : expandedContexts(expression),
  );
  const inner = contexts.flatMap(context => (depth < 3 ? (riskOf(context, scope, depth + 1) ?? []) : []));
  if (inner.some(({ severity }) => severity === 'high')) {
    return risk('high', 'high', path, 'holds text that a stranger can write');
  }
  return risk('low', inner.length > 0 ? 'medium' : 'low', path, 'has no fixed value');
}

function matrixRisk(path: string, scope: Scope, depth: number): Risk | undefined {
  const keys = path.split('.').slice(1);
  if (scope.job === undefined || isComputedMatrix(scope.job, keys)) {
    return risk('medium', 'medium', path, 'is computed while the workflow runs');
  }
  const values = matrixNodesAt(scope.job, keys).flatMap(node => scalarsBelow(node));
  const templates = values.flatMap(value => scope.document.templatesOf(value));
  if (templates.length === 0) return undefined;
  const contexts = templates.flatMap(({ expression }) =>
    expression === undefined ? [] : expandedContexts(expression),
  );
  const inner = contexts.flatMap(context => (depth < 3 ? (riskOf(context, scope, depth + 1) ?? []) : []));
  return inner.length === 0 && contexts.length === 0
    ? undefined
    : risk('medium', 'medium', path, 'has no fixed value');
}
