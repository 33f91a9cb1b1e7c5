import type { RawFinding } from '../../contracts/detector.ts';
import { type Agent, agentCommandsOf, agentOf, unlimitedTools } from './model/agents.ts';
import { contextTrust } from './model/context-trust.ts';
import { expandedContexts } from './model/dataflow.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { ActionDefinition, PlacedStep, Workflow } from './model/document.ts';
import { pathOf } from './model/expression.ts';
import { scalarPositions } from './model/scalar-positions.ts';
import { isGated, strangerEventsOf } from './model/stranger-events.ts';
import type { Template } from './model/template.ts';
import { canWrite } from './model/token-rights.ts';
import { entryOf, inputOf, scalarsBelow, spanOfEntry, textOf, valueAt } from './model/yaml-access.ts';

/** Agents that act, with rights, on what strangers write. */
export const aiAgentUntrustedInput = defineWorkflowRule({
  id: 'ai-agent-untrusted-input',
  title: 'AI agent acts on text of strangers',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-1427', 'CWE-77'],
  owasp: ['A03', 'A04'],
  what: 'Reports AI agents that strangers can start or address while they hold a token that can write or an unlimited shell, that admit all users or bots, and whose prompt is put together from text of strangers.',
  why: 'A model follows instructions wherever they stand. An issue title can make the agent push, leak its secrets into a comment, or fill the cache that the next release restores.',
  fix: 'Let only people with write access start the agent, give it a token that can only read and no unlimited shell, and let a second job without a model carry out a checked result.',
  references: [
    'https://github.com/anthropics/claude-code-action/blob/main/docs/security.md',
    'https://github.com/openai/codex-action/blob/main/docs/security.md',
    'https://github.com/google-github-actions/run-gemini-cli',
    'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
  ],
  examples: {
    bad: [
      workflowExample(
        "on: issues\npermissions:\n  issues: write\njobs:\n  triage:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: anthropics/claude-code-action@426380f01bd0a17200865605a85cb28926dccbf3 # v1\n        with:\n          allowed_non_write_users: '*'\n          prompt: Label this issue.\n",
      ),
      workflowExample(
        'on: issue_comment\npermissions:\n  contents: write\njobs:\n  help:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: google-github-actions/run-gemini-cli@3ca25770000000000000000000000000000000aa\n        with:\n          prompt: ${{ github.event.comment.body }}\n',
      ),
    ],
    good: [
      workflowExample(
        'on: issue_comment\npermissions:\n  contents: read\njobs:\n  help:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: anthropics/claude-code-action@426380f01bd0a17200865605a85cb28926dccbf3 # v1\n        with:\n          prompt: Answer the question.\n',
      ),
    ],
  },
  onStep: (placed, document) => {
    const agent = agentOf(placed.step);
    const scope: Scope = { ...placed, document, exposure: exposureOf(placed, document) };
    if (agent === undefined) return checkPrograms(scope);
    return [
      ...checkAdmission(agent, scope),
      ...checkPrompt(agent, scope),
      ...checkStart(agent, scope),
      ...checkTools(agent, scope),
    ];
  },
});

type Scope = PlacedStep & {
  readonly document: Workflow | ActionDefinition;
  /** Whether a stranger can start the step, as far as the file tells. */
  readonly exposure: boolean;
};

function exposureOf({ step, job }: PlacedStep, document: Workflow | ActionDefinition): boolean {
  if (document.kind === 'action' || strangerEventsOf(document).length === 0) return false;
  return ![step.map, job?.map].some(owner => isGated(textOf(entryOf(owner, 'if')?.value)));
}

function checkAdmission(agent: Agent, { step }: Scope): readonly RawFinding[] {
  return agent.admits.flatMap(key => {
    const input = inputOf(step.inputs, key);
    const text = textOf(input?.value)?.trim() ?? '';
    if (input === undefined || !/^(?:\*|true)$|(?:^|,)\s*\*/.test(text)) return [];
    const message = `\`${key}\` lets everybody use the agent.`;
    return [{ ...spanOfEntry(input), confidence: 'high' as const, message }];
  });
}

function checkPrompt(agent: Agent, scope: Scope): readonly RawFinding[] {
  const { step, document } = scope;
  const prompts = agent.prompts.flatMap(key => inputOf(step.inputs, key)?.value ?? []);
  return prompts
    .flatMap(scalarsBelow)
    .flatMap(scalar => document.templatesOf(scalar))
    .flatMap(template => checkTemplate(template, agent, scope));
}

function checkTemplate(template: Template, agent: Agent, scope: Scope): readonly RawFinding[] {
  const { expression, place } = template;
  if (expression === undefined) return [];
  // A model that only answers can do no more than answer wrongly.
  const severity = !agent.hasTools ? 'low' : canWrite(scope.job, scope.document) ? 'high' : 'medium';
  return expandedContexts(expression)
    .filter(context => contextTrust(pathOf(context)) === 'arbitrary')
    .map(context => ({
      ...place(context),
      severity,
      message: `\`${pathOf(context).slice(0, 80)}\` puts text of strangers into the agent's instructions.`,
    }));
}

function checkStart(agent: Agent, scope: Scope): readonly RawFinding[] {
  const { step, job, document, exposure } = scope;
  if (!agent.hasTools || agent.checksActor || !exposure || step.uses === undefined) return [];
  if (!canWrite(job, document)) return [];
  return [
    {
      ...spanOfEntry(step.uses.entry),
      message: 'Strangers can start this agent, and its job has a token that can write.',
    },
  ];
}

function checkTools(agent: Agent, { step, exposure }: Scope): readonly RawFinding[] {
  const option = agent.options
    .flatMap(key => inputOf(step.inputs, key) ?? [])
    .find(({ key, value }) => isUnlimited(key, textOf(value) ?? ''));
  if (option === undefined || !exposure) return [];
  const severity = agent.checksActor ? 'medium' : 'critical';
  const message = 'The agent may run any command, on an event that strangers can cause.';
  return [{ ...spanOfEntry(option), severity, message }];
}

function isUnlimited(key: string, text: string): boolean {
  return unlimitedTools.test(text) || (key.toLowerCase() === 'safety-strategy' && text.trim() === 'unsafe');
}

function checkPrograms({ step, job, document, exposure }: Scope): readonly RawFinding[] {
  if (step.run === undefined || !exposure) return [];
  const command = agentCommandsOf(step).find(({ words }) => unlimitedTools.test(words.join(' ')));
  const rights = canWrite(job, document) || valueAt(step.map, 'env') !== undefined;
  if (command === undefined || !rights) return [];
  const position = scalarPositions(step.run.script, document.file.text);
  const start = position(command.start);
  return [
    {
      start,
      end: Math.max(start, position(command.end - 1) + 1),
      related: [spanOfEntry(step.run.entry)],
      severity: 'high',
      message: 'The script runs an agent that may run any command, on an event that strangers can cause.',
    },
  ];
}
