import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Workflow } from './model/document.ts';
import {
  type ContextExpression,
  type Expression,
  pathOf,
  ungrouped,
  withDescendants,
} from './model/expression.ts';
import { asScalar, entryOf } from './model/yaml-access.ts';
import type { YamlMap } from './model/yaml-tree.ts';

/** Contexts that tell who acted last, not whose pull request it is. */
const lastActor = new Set([
  'github.actor',
  'github.triggering_actor',
  'github.event.sender.login',
  'github.event.pull_request.sender.login',
]);
const lastActorId = new Set([
  'github.actor_id',
  'github.event.sender.id',
  'github.event.pull_request.sender.id',
]);

/** Numeric ids of well-known bots (api.github.com/users/<login>). */
const botIds = new Set([
  '27856297', // dependabot-preview[bot]
  '29139614', // renovate[bot]
  '41898282', // github-actions[bot]
  '49699333', // dependabot[bot]
]);

/** Events in which a stranger decides when the workflow runs. */
const openEvents = ['pull_request_target', 'workflow_run', 'issue_comment', 'pull_request_review', 'issues'];

/** Checks for a bot that look at the last actor. */
export const botConditions = defineWorkflowRule({
  id: 'bot-conditions',
  title: 'Spoofable check for a bot',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-290', 'CWE-345'],
  owasp: ['A01'],
  what: 'Reports conditions that compare `github.actor` or the sender of the event with a bot.',
  why: 'The actor is whoever acted last. A stranger can have the bot act on a pull request that holds the stranger’s code (Dependabot rebases on request), and the check passes.',
  fix: 'Compare `github.event.pull_request.user.login`, the author of the pull request.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context',
    'https://www.synacktiv.com/publications/github-actions-exploitation-dependabot',
    'https://docs.zizmor.sh/audits/#bot-conditions',
  ],
  examples: {
    bad: [
      workflowExample(
        "on: pull_request_target\njobs:\n  merge:\n    runs-on: ubuntu-latest\n    if: github.actor == 'dependabot[bot]'\n    steps:\n      - run: gh pr merge --auto\n",
      ),
    ],
    good: [
      workflowExample(
        "on: pull_request\njobs:\n  merge:\n    runs-on: ubuntu-latest\n    if: github.event.pull_request.user.login == 'dependabot[bot]'\n    steps:\n      - run: gh pr merge --auto\n",
      ),
    ],
  },
  onJob: (job, workflow) => check(job.map, workflow),
  onStep: ({ step }, document) => (document.kind === 'workflow' ? check(step.map, document) : []),
});

function check(owner: YamlMap, workflow: Workflow): readonly RawFinding[] {
  const condition = asScalar(entryOf(owner, 'if')?.value);
  if (condition === undefined) return [];
  const open = openEvents.some(event => workflow.triggers.has(event));
  return workflow.templatesOf(condition).flatMap(({ expression, place }) =>
    (expression === undefined ? [] : withDescendants(expression))
      .flatMap(part => spoofable(part) ?? [])
      .map(part => ({
        ...place(part),
        severity: open ? 'high' : 'medium',
        message: `\`${pathOf(part)}\` is whoever acted last, not the author.`,
      })),
  );
}

function spoofable(expression: Expression): ContextExpression | undefined {
  if (expression.kind === 'binary' && expression.operator === '==') {
    return botContext(expression.left, expression.right) ?? botContext(expression.right, expression.left);
  }
  if (expression.kind === 'call' && ['contains', 'endswith', 'startswith'].includes(expression.name)) {
    const [subject, text] = expression.args;
    if (subject === undefined || text === undefined) return undefined;
    return botContext(subject, text) ?? botContext(text, listed(subject));
  }
  return undefined;
}

/** The text of `fromJSON('[…]')`, which a list is written as. */
function listed(expression: Expression): Expression {
  const inner = ungrouped(expression);
  const [text] = inner.kind === 'call' && inner.name === 'fromjson' ? inner.args : [];
  return text ?? inner;
}

function botContext(subject: Expression, value: Expression): ContextExpression | undefined {
  const context = ungrouped(subject);
  const literal = ungrouped(value);
  if (context.kind !== 'context' || literal.kind !== 'literal') return undefined;
  const path = pathOf(context);
  const text = String(literal.value).toLowerCase();
  if (lastActor.has(path)) return /\[bot\]|^dependabot|^renovate/.test(text) ? context : undefined;
  return lastActorId.has(path) && botIds.has(text) ? context : undefined;
}
