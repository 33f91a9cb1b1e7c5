import { type ConfigProblem, quoted } from '../../config/config-problem.ts';
import { readYaml, type SettingProblem } from '../../config/read-yaml.ts';
import type { AgentDefinition } from '../../contracts/agent.ts';
import { type ToolRisk, toolRisks } from '../../contracts/tool.ts';
import { closest } from '../../did-you-mean.ts';
import {
  type AgentTrigger,
  agentFileSchema,
  defaultLimits,
  namePattern,
  type WrittenAgent,
} from './agent-file-schema.ts';
import { splitFrontMatter } from './front-matter.ts';
import { outputType } from './output-schema.ts';

/** Longest instructions, characters. */
const maxInstructions = 20_000;

/** An agent together with what starts it. */
export type LoadedAgent = {
  readonly definition: AgentDefinition;
  readonly triggers: readonly AgentTrigger[];
};

/** What names in a file may refer to. */
export type KnownNames = {
  /** Every tool by name, with its risk. */
  readonly tools: ReadonlyMap<string, ToolRisk>;
  /** Undefined: not known here, so not checked. */
  readonly guardrails: readonly string[] | undefined;
  /** Every agent, built in or in a file beside this one; undefined: not known here, so not checked. */
  readonly agents: readonly string[] | undefined;
  /** Every context document; undefined: not checked. */
  readonly documents: readonly string[] | undefined;
};

/** An agent file after parsing: the agent, or what is wrong. */
export type ParsedAgentFile =
  | { readonly kind: 'agent'; readonly agent: LoadedAgent }
  | { readonly kind: 'problems'; readonly errors: readonly ConfigProblem[] };

/** Parses `<name>.md`. Pure and total; every problem carries its place. */
export function parseAgentFile(
  text: string,
  options: {
    readonly file: string;
    readonly name: string;
    readonly source: 'organisation' | 'repository';
    readonly known: KnownNames;
  },
): ParsedAgentFile {
  const { file, name } = options;
  const problems = (...errors: readonly ConfigProblem[]): ParsedAgentFile => ({ kind: 'problems', errors });
  const whole = (line: number, message: string): ConfigProblem => ({
    file,
    line,
    column: 1,
    setting: '',
    message,
  });
  if (!namePattern.test(name) || name.length > 40)
    return problems(
      whole(
        1,
        `${quoted(name)} cannot be an agent's name: lower-case words joined by hyphens, at most 40 characters.`,
      ),
    );
  const parts = splitFrontMatter(text, file);
  if (parts.kind === 'problem') return problems(parts.problem);
  const reading = readYaml(parts.yaml, { file, schema: agentFileSchema });
  if (reading.kind === 'problems') return reading;
  const errors = namesIn(reading.value, name, options.known).map(reading.problemAt);
  const trigger = reading.value.triggers?.indexOf('pull-request') ?? -1;
  if (options.source === 'organisation' && trigger !== -1) {
    const message = 'Only agents in a repository of its own start on its pull requests.';
    errors.push(reading.problemAt({ path: ['triggers', trigger], atKey: false, message }));
  }
  const output = reading.value.output === undefined ? undefined : outputType(reading.value.output);
  if (output !== undefined && 'problem' in output) {
    const message = `output ${output.problem}.`;
    errors.push(reading.problemAt({ path: ['output', ...output.path], atKey: true, message }));
  }
  if (parts.body === '')
    errors.push(
      whole(
        parts.bodyLine,
        'The instructions are missing: write below the settings what the agent shall do.',
      ),
    );
  if (parts.body.length > maxInstructions)
    errors.push(
      whole(
        parts.bodyLine,
        `The instructions have ${parts.body.length} characters; at most ${maxInstructions} are taken. Put reference text into a context document.`,
      ),
    );
  if (errors.length > 0) return problems(...errors);
  const type = output !== undefined && 'type' in output ? output.type : undefined;
  return {
    kind: 'agent',
    agent: {
      definition: {
        ...definitionOf(reading.value),
        name,
        source: options.source,
        instructions: parts.body,
        output: type,
      },
      triggers: reading.value.triggers ?? ['command'],
    },
  };
}

/**
 * Whether the settings of an agent file ask to be started on pull requests. Names in it are not checked: that is left
 * to the run, which loads everything they refer to.
 */
export function startsOnPullRequests(text: string, file: string): boolean {
  const parts = splitFrontMatter(text, file);
  if (parts.kind === 'problem') return false;
  const reading = readYaml(parts.yaml, { file, schema: agentFileSchema });
  return reading.kind !== 'problems' && reading.value.triggers?.includes('pull-request') === true;
}

function definitionOf(
  written: WrittenAgent,
): Omit<AgentDefinition, 'name' | 'source' | 'instructions' | 'output'> {
  const { settings = {}, limits = {} } = written;
  return {
    description: written.description,
    model: written.model,
    fallbackModel: written['fallback-model'],
    settings: {
      ...(settings.temperature === undefined ? {} : { temperature: settings.temperature }),
      ...(settings['max-output-tokens'] === undefined
        ? {}
        : { maxOutputTokens: settings['max-output-tokens'] }),
      ...(settings['reasoning-effort'] === undefined
        ? {}
        : { reasoningEffort: settings['reasoning-effort'] }),
    },
    role: written.role ?? 'read',
    tools: written.tools ?? [],
    agents: written.agents ?? [],
    handoffs: written['hand-offs'] ?? [],
    guardrails: written.guardrails ?? [],
    documents: written.context ?? [],
    limits: {
      turns: limits.turns ?? defaultLimits.turns,
      toolCalls: limits['tool-calls'] ?? defaultLimits.toolCalls,
      tokens: limits.tokens ?? defaultLimits.tokens,
      costUsd: limits.usd ?? defaultLimits.costUsd,
      seconds: limits.seconds ?? defaultLimits.seconds,
    },
  };
}

function namesIn(written: WrittenAgent, self: string, known: KnownNames): SettingProblem[] {
  const role = written.role ?? 'read';
  const others = known.agents?.filter(agent => agent !== self);
  return [
    ...unknown('tools', written.tools, [...known.tools.keys()], 'tool; `devops tools list` lists them'),
    ...tooRisky(written.tools ?? [], role, known.tools),
    ...unknown('agents', written.agents, others, 'other agent; `devops agents list` lists them'),
    ...unknown('hand-offs', written['hand-offs'], others, 'other agent; `devops agents list` lists them'),
    ...unknown('guardrails', written.guardrails, known.guardrails, 'guardrail'),
    ...unknown('context', written.context, known.documents, 'context document'),
  ];
}

function unknown(
  setting: string,
  names: readonly string[] = [],
  known: readonly string[] | undefined,
  what: string,
): readonly SettingProblem[] {
  return names.flatMap((name, index) =>
    known === undefined || known.includes(name)
      ? []
      : [
          {
            path: [setting, index],
            atKey: false,
            message: `There is no ${what.replace(/(?=;|$)/, ` ${quoted(name)}`)}.`,
            suggestion: closest(name, known),
          },
        ],
  );
}

function tooRisky(
  tools: readonly string[],
  role: ToolRisk,
  known: ReadonlyMap<string, ToolRisk>,
): readonly SettingProblem[] {
  return tools.flatMap((name, index) => {
    const risk = known.get(name);
    if (risk === undefined || toolRisks.indexOf(risk) <= toolRisks.indexOf(role)) return [];
    const message = `${name} is a ${risk} tool; the agent's role is ${role}. Set "role: ${risk}" or leave the tool out.`;
    return [{ path: ['tools', index], atKey: false, message }];
  });
}
