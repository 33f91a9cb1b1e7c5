import { z } from 'zod';
import type { AgentLimits } from '../../contracts/agent.ts';
import { toolRisks } from '../../contracts/tool.ts';
import { outputSchemaSubset } from './output-schema.ts';

/** Limits of an agent that states none. */
export const defaultLimits: AgentLimits = {
  turns: 12,
  toolCalls: 40,
  tokens: 150_000,
  costUsd: 0.5,
  seconds: 300,
};

/** What starts an agent beside another agent or a workflow. */
export const agentTriggers = ['command', 'pull-request'] as const;
export type AgentTrigger = (typeof agentTriggers)[number];

/** An agent's, a workflow's or a document's name: also its file's. */
export const namePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const agentName = z.string().regex(namePattern).max(40);

function setting<T extends z.ZodType>(type: T, description: string, standard?: unknown): z.ZodOptional<T> {
  return type.optional().meta({ description, ...(standard === undefined ? {} : { default: standard }) });
}

/** Limits as files write them: all optional, none without end. */
export const limitsSchema = z.strictObject({
  turns: setting(z.int().min(1).max(100), 'Most calls of the model.', defaultLimits.turns),
  'tool-calls': setting(z.int().min(0).max(500), 'Most calls of tools.', defaultLimits.toolCalls),
  tokens: setting(
    z.int().min(1_000).max(5_000_000),
    'Most tokens in and out, together.',
    defaultLimits.tokens,
  ),
  usd: setting(
    z.number().min(0).max(100),
    'US dollars; counts where the price is known.',
    defaultLimits.costUsd,
  ),
  seconds: setting(z.int().min(5).max(3_600), 'Longest time.', defaultLimits.seconds),
});

/** The front matter of `.github/devops/agents/<name>.md`. */
export const agentFileSchema = z
  .strictObject({
    description: z
      .string()
      .min(1)
      .max(500)
      .meta({ description: 'What it is for; shown in listings and to agents that may call it.' }),
    model: setting(
      z
        .string()
        .regex(/^[\w.-]+\/[\w.:/@-]+$/)
        .max(200),
      '`<provider>/<model>`. Default: the configured model.',
    ),
    'fallback-model': setting(
      z
        .string()
        .regex(/^[\w.-]+\/[\w.:/@-]+$/)
        .max(200),
      'Asked when the model fails for good.',
    ),
    role: setting(
      z.enum(toolRisks),
      'The most that its tools, and those of agents it calls, may do. Destructive calls wait for an approval.',
      'read',
    ),
    tools: setting(z.array(z.string()).max(60), 'Tools it may call; `devops tools list` lists them.', []),
    agents: setting(z.array(agentName).max(20), 'Agents it may call like a tool and hear back from.', []),
    'hand-offs': setting(z.array(agentName).max(20), 'Agents it may hand the conversation over to.', []),
    guardrails: setting(
      z.array(z.string()).max(20),
      'Guardrails beside those that always hold; `devops agents show` lists both.',
      [],
    ),
    context: setting(
      z.array(z.string().regex(namePattern)).max(10),
      'Context documents of `.github/devops/context`, and `repository-facts`. `default` is always there.',
      [],
    ),
    output: setting(outputSchemaSubset, 'JSON Schema of the answer; without one the answer is text.'),
    settings: setting(
      z.strictObject({
        temperature: setting(z.number().min(0).max(2), 'How freely it answers.'),
        'max-output-tokens': setting(z.int().min(64).max(64_000), 'Most tokens of one answer.'),
        'reasoning-effort': setting(z.enum(['minimal', 'low', 'medium', 'high']), 'For models that reason.'),
      }),
      'How the model is asked.',
    ),
    limits: setting(limitsSchema, 'How far one run may go.'),
    triggers: setting(
      z.array(z.enum(agentTriggers)).max(agentTriggers.length),
      '`command`: people with write access, by `/devops run`; `pull-request`: each pull request of the repository itself, when it is opened or gets a new head. None: only other agents and workflows.',
      ['command'],
    ),
  })
  .meta({ title: 'Agent', description: 'Front matter of .github/devops/agents/<name>.md.' });
export type WrittenAgent = z.infer<typeof agentFileSchema>;
