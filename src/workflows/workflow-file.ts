import { z } from 'zod';
import { namePattern } from '../agents/custom/agent-file-schema.ts';
import { isWithinRisk } from '../agents/custom/risk-order.ts';
import { type ConfigProblem, quoted } from '../config/config-problem.ts';
import { readYaml, type SettingProblem } from '../config/read-yaml.ts';
import type { AgentDefinition } from '../contracts/agent.ts';
import type { ToolRisk } from '../contracts/tool.ts';
import type {
  WorkflowDefinition,
  WorkflowGroup,
  WorkflowInput,
  WorkflowStep,
  WorkflowValue,
  WorkflowWork,
} from '../contracts/workflow.ts';
import { closest } from '../did-you-mean.ts';
import { conditionProblems, templateProblems, type Visible } from './check-references.ts';
import { type WrittenStep, type WrittenWorkflow, workflowFileSchema } from './workflow-schema.ts';

/** What a workflow's steps may name. */
export type WorkflowNames = {
  /** Undefined: not known here, so not checked. */
  readonly agents: ReadonlyMap<string, AgentDefinition> | undefined;
  readonly tools: ReadonlyMap<string, ToolRisk>;
};

/** A workflow file after parsing: the workflow, or what is wrong. */
export type ParsedWorkflow =
  | { readonly kind: 'workflow'; readonly workflow: WorkflowDefinition }
  | { readonly kind: 'problems'; readonly errors: readonly ConfigProblem[] };

/**
 * Parses a workflow file and checks it against what it names: agents, tools and their risks, inputs, earlier steps and
 * the shapes of their outputs. Pure and total; every problem carries its place.
 */
export function parseWorkflowFile(
  text: string,
  options: {
    readonly file: string;
    readonly name: string;
    readonly source: WorkflowDefinition['source'];
    readonly known: WorkflowNames;
  },
): ParsedWorkflow {
  const { file, name, known } = options;
  if (!namePattern.test(name) || name.length > 40) {
    const message = `${quoted(name)} cannot be a workflow's name: lower-case words joined by hyphens, at most 40 characters.`;
    return { kind: 'problems', errors: [{ file, line: 1, column: 1, setting: '', message }] };
  }
  const reading = readYaml(text, { file, schema: workflowFileSchema });
  if (reading.kind === 'problems') return reading;
  const problems = [...inputProblems(reading.value), ...stepProblems(reading.value, known)];
  if (problems.length > 0) return { kind: 'problems', errors: problems.map(reading.problemAt) };
  return { kind: 'workflow', workflow: definitionOf(reading.value, { name, source: options.source }) };
}

function inputProblems({ inputs = {} }: WrittenWorkflow): readonly SettingProblem[] {
  return Object.entries(inputs).flatMap(([name, input]) => {
    const type = { text: 'string', number: 'number', boolean: 'boolean' }[input.type ?? 'text'];
    const wrong = (part: string, message: string): SettingProblem => ({
      path: ['inputs', name, part],
      atKey: false,
      message,
    });
    if (input.default !== undefined && typeof input.default !== type)
      return [
        wrong(
          'default',
          `The default of ${name} must be a ${input.type ?? 'text'}, not ${quoted(input.default)}.`,
        ),
      ];
    if (input.default !== undefined && input.required === true)
      return [wrong('default', `${name} is required, so its default is never taken; remove one of the two.`)];
    if (input.choices?.some(choice => typeof choice !== type) === true)
      return [wrong('choices', `The choices of ${name} must each be a ${input.type ?? 'text'}.`)];
    if (input.default !== undefined && input.choices?.every(choice => choice !== input.default) === true)
      return [wrong('default', `The default of ${name} is not among its choices.`)];
    return [];
  });
}

function stepProblems(written: WrittenWorkflow, known: WorkflowNames): readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  const steps = new Map<string, z.core.JSONSchema.BaseSchema | undefined>();
  const ids = new Set<string>();
  const visible: Visible = { inputs: Object.keys(written.inputs ?? {}), steps };
  const look = (step: WrittenStep, path: readonly PropertyKey[]): void => {
    if (ids.has(step.id))
      problems.push({
        path: [...path, 'id'],
        atKey: false,
        message: `Two steps are named ${quoted(step.id)}.`,
      });
    ids.add(step.id);
    if (step.if !== undefined) problems.push(...conditionProblems(step.if, [...path, 'if'], visible));
    if (step.parallel === undefined) problems.push(...workProblems(step, path, { written, known, visible }));
    else problems.push(...groupProblems(step, path));
  };
  for (const [index, step] of written.steps.entries()) {
    const path = ['steps', index];
    look(step, path);
    const group = step.parallel ?? [];
    for (const [at, part] of group.entries()) look(part, [...path, 'parallel', at]);
    // Only now: steps of a group do not see each other.
    for (const part of step.parallel ?? [step]) steps.set(part.id, outputShape(part, known));
  }
  for (const [name, template] of Object.entries(written.outputs ?? {}))
    problems.push(...templateProblems(template, ['outputs', name], visible));
  return problems;
}

function groupProblems(step: WrittenStep, path: readonly PropertyKey[]): readonly SettingProblem[] {
  const own = (['agent', 'tool', 'input', 'with', 'retries', 'on-failure'] as const).find(
    name => step[name] !== undefined,
  );
  if (own === undefined) return [];
  const message = `A step with "parallel" has no ${own} of its own; put it into the steps inside.`;
  return [{ path: [...path, own], atKey: true, message }];
}

function workProblems(
  step: WrittenStep,
  path: readonly PropertyKey[],
  place: { readonly written: WrittenWorkflow; readonly known: WorkflowNames; readonly visible: Visible },
): readonly SettingProblem[] {
  const { agent, tool } = step;
  const problem = (part: string, message: string): SettingProblem => ({
    path: [...path, part],
    atKey: true,
    message,
  });
  if ((agent === undefined) === (tool === undefined)) {
    const message = `The step ${quoted(step.id)} must have exactly one of agent, tool and parallel.`;
    return [{ path: [...path, 'id'], atKey: false, message }];
  }
  if (agent !== undefined && step.with !== undefined)
    return [problem('with', 'An agent is asked by "input"; "with" is for tools.')];
  if (agent !== undefined && step.input === undefined)
    return [problem('agent', 'The step says what the agent is asked: add "input".')];
  if (tool !== undefined && step.input !== undefined)
    return [problem('input', 'A tool gets its parameters by "with"; "input" is for agents.')];
  const name = agent === undefined ? toolProblem(tool ?? '', place) : agentProblem(agent, place);
  const part = agent === undefined ? 'tool' : 'agent';
  return [
    ...(name === undefined ? [] : [{ path: [...path, part], atKey: false, ...name }]),
    ...(step.input === undefined ? [] : templateProblems(step.input, [...path, 'input'], place.visible)),
    ...textsIn(step.with ?? {}, [...path, 'with']).flatMap(({ text, at }) =>
      templateProblems(text, at, place.visible),
    ),
  ];
}

type Named = { readonly written: WrittenWorkflow; readonly known: WorkflowNames };

function agentProblem(name: string, { known, written }: Named): Problem | undefined {
  if (known.agents === undefined) return undefined;
  const agent = known.agents.get(name);
  if (agent === undefined) {
    const message = `There is no agent ${quoted(name)}; \`devops agents list\` lists them.`;
    return { message, suggestion: closest(name, known.agents.keys()) };
  }
  return riskProblem(`The agent ${name} has the role ${agent.role}`, agent.role, written);
}

function toolProblem(name: string, { known, written }: Named): Problem | undefined {
  const risk = known.tools.get(name);
  if (risk === undefined) {
    const message = `There is no tool ${quoted(name)}; \`devops tools list\` lists them.`;
    return { message, suggestion: closest(name, known.tools.keys()) };
  }
  return riskProblem(`${name} is a ${risk} tool`, risk, written);
}

type Problem = Pick<SettingProblem, 'message' | 'suggestion'>;

function riskProblem(what: string, risk: ToolRisk, { role = 'read' }: WrittenWorkflow): Problem | undefined {
  if (isWithinRisk(risk, role)) return undefined;
  return {
    message: `${what}; the workflow's role is ${role}. Set "role: ${risk}" or leave the step out.`,
  };
}

function outputShape(step: WrittenStep, known: WorkflowNames): z.core.JSONSchema.BaseSchema | undefined {
  const output = step.agent === undefined ? undefined : known.agents?.get(step.agent)?.output;
  return output === undefined ? undefined : z.toJSONSchema(output, { unrepresentable: 'any' });
}

function textsIn(
  value: WorkflowValue,
  at: readonly PropertyKey[],
): readonly { readonly text: string; readonly at: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    textsIn(entry, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function definitionOf(
  written: WrittenWorkflow,
  identity: Pick<WorkflowDefinition, 'name' | 'source'>,
): WorkflowDefinition {
  const { limits = {} } = written;
  return {
    ...identity,
    description: written.description,
    inputs: Object.entries(written.inputs ?? {}).map(
      ([name, input]): WorkflowInput => ({
        name,
        description: input.description ?? '',
        type: input.type ?? 'text',
        required: input.required ?? false,
        standard: input.default,
        choices: input.choices,
      }),
    ),
    role: written.role ?? 'read',
    limits: { tokens: limits.tokens ?? 500_000, costUsd: limits.usd ?? 2, seconds: limits.seconds ?? 1_800 },
    steps: written.steps.map(step =>
      step.parallel === undefined ? stepOf(step) : groupOf(step, step.parallel),
    ),
    outputs: written.outputs ?? {},
  };
}

function groupOf(step: WrittenStep, parts: readonly WrittenStep[]): WorkflowGroup {
  return { kind: 'parallel', id: step.id, condition: step.if, steps: parts.map(stepOf) };
}

function stepOf(step: WrittenStep): WorkflowStep {
  return {
    kind: 'step',
    id: step.id,
    condition: step.if,
    work: workOf(step),
    onFailure: { action: step['on-failure'] ?? 'stop', retries: step.retries ?? 0 },
  };
}

function workOf(step: WrittenStep): WorkflowWork {
  return step.agent === undefined
    ? { kind: 'tool', tool: step.tool ?? '', parameters: step.with ?? {} }
    : { kind: 'agent', agent: step.agent, input: step.input ?? '' };
}
