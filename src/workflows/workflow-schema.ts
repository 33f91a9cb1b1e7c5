import { z } from 'zod';
import { toolRisks } from '../contracts/tool.ts';

function setting<T extends z.ZodType>(type: T, description: string, standard?: unknown): z.ZodOptional<T> {
  return type.optional().meta({ description, ...(standard === undefined ? {} : { default: standard }) });
}

/** Ids of steps and names of inputs and outputs: names that expressions can write without brackets. */
const idPattern = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;
const id = z.string().regex(idPattern).max(40);
const expression = z.string().min(1).max(1_000);
const value = z.union([z.string().max(2_000), z.number(), z.boolean()]);

const inputSchema = z.strictObject({
  description: setting(z.string().max(500), 'What it is; shown by `devops workflows show`.'),
  type: setting(z.enum(['text', 'number', 'boolean']), 'What values it takes.', 'text'),
  required: setting(z.boolean(), 'Whether it must be given.', false),
  default: setting(value, 'Taken when it is not given.'),
  choices: setting(
    z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .max(50),
    'The values it may have.',
  ),
});

const work = {
  agent: setting(z.string(), 'The agent that this step asks.'),
  input: setting(
    z.string().min(1).max(20_000),
    'What the agent is asked. `${{ inputs.x }}` puts an input in; results of earlier steps are laid beside the question, as data.',
  ),
  tool: setting(z.string(), 'The tool that this step calls.'),
  with: setting(
    z.record(z.string(), z.json()),
    'The tool’s parameters; `${{ … }}` alone in a text keeps the value’s type.',
  ),
  'on-failure': setting(
    z.enum(['stop', 'continue']),
    'Whether the workflow ends when the step fails for good, or goes on.',
    'stop',
  ),
  retries: setting(z.int().min(0).max(5), 'How often a failed step is tried again.', 0),
};

const common = {
  id: id.meta({ description: 'How later steps refer to it: `steps.<id>.output`, `steps.<id>.status`.' }),
  if: setting(
    expression,
    'A condition such as `steps.scan.output.count > 0 && inputs.environment != "production"`; without it the step always runs.',
  ),
};

const singleStepSchema = z.strictObject({ ...common, ...work });

/** A step, or several at the same time; which of them it is is checked beside the schema, with better sentences. */
const stepSchema = z.strictObject({
  ...common,
  ...work,
  parallel: setting(
    z.array(singleStepSchema).min(2).max(8),
    'Steps that run at the same time; none of them can use a result of another.',
  ),
});
export type WrittenStep = z.infer<typeof stepSchema>;

/** `.github/devops/workflows/<name>.yml` as written. */
export const workflowFileSchema = z
  .strictObject({
    description: z.string().min(1).max(500).meta({ description: 'What it does; shown in listings.' }),
    inputs: setting(z.record(id, inputSchema), 'What it is given: `key=value` at the command.', {}),
    role: setting(
      z.enum(toolRisks),
      'The most that its steps may do, tools and agents alike. Destructive calls wait for an approval.',
      'read',
    ),
    limits: setting(
      z.strictObject({
        tokens: setting(z.int().min(1_000).max(20_000_000), 'Most tokens of all steps together.', 500_000),
        usd: setting(
          z.number().min(0).max(500),
          'US dollars of all steps together, where prices are known.',
          2,
        ),
        seconds: setting(z.int().min(5).max(14_400), 'Longest time of the whole.', 1_800),
      }),
      'How far the whole may go.',
    ),
    steps: z.array(stepSchema).min(1).max(40).meta({ description: 'What is done, from top to bottom.' }),
    outputs: setting(z.record(id, z.string().min(1).max(2_000)), 'Named results, as templates.', {}),
  })
  .meta({ title: 'Workflow', description: 'A workflow in .github/devops/workflows/<name>.yml.' });
export type WrittenWorkflow = z.infer<typeof workflowFileSchema>;

/** The JSON Schema (draft 7) of workflow files, for editors. */
export function workflowJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(workflowFileSchema, { target: 'draft-7', io: 'input' });
  return {
    $schema,
    $id: 'https://raw.githubusercontent.com/agentic-devops/agentic-devops/main/devops-workflow.schema.json',
    ...rest,
  };
}
