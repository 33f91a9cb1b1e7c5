import { Agent, type FunctionTool, handoff } from '@openai/agents';
import type { AgentDefinition, AgentParts } from '../../contracts/agent.ts';
import type { Tool } from '../../contracts/tool.ts';
import type { Logger } from '../../logger.ts';
import type { Wait } from './ask-model.ts';
import type { ModelChoice } from './model-source.ts';
import { offerHostedTool } from './offer-hosted-tool.ts';
import { type OutputShape, outputShape } from './output-shape.ts';
import { isWithinRisk } from './risk.ts';
import type { RunSession } from './run-session.ts';
import { RuntimeModel } from './runtime-model.ts';
import { runtimeTool } from './runtime-tools.ts';
import { createWatch, type Watch } from './watch.ts';

/** An agent of a run as the SDK knows it, and what the runner knows beside. */
export type Member = {
  readonly definition: AgentDefinition;
  readonly agent: Agent;
  readonly shape: OutputShape | undefined;
  readonly watch: Watch;
};

/** What the agents of one conversation are made with. */
export type TeamParts = {
  readonly parts: AgentParts;
  readonly session: RunSession;
  readonly choicesOf: (definition: AgentDefinition) => readonly ModelChoice[];
  /** Makes the tool through which an agent asks another one. */
  readonly askTool: (asked: AgentDefinition, asking: Asking) => FunctionTool;
  /** Asks a model to judge a text, for guardrails that are agents. */
  readonly ask: (asking: Asking) => Parameters<AgentParts['guardrails']>[1];
  readonly scope: string;
  readonly parent: number | undefined;
  readonly logger: Logger;
  readonly wait: Wait;
};

/** Who asks another agent: the names its call is journalled and traced under. */
export type Asking = {
  readonly agent: string;
  readonly scope: () => string;
  readonly parent: number | undefined;
};

/**
 * Makes an agent and everybody it may hand the conversation over to, each once, so that hand-offs may go in circles.
 * Nobody gets a tool above the role of whoever began the run.
 */
export function createTeam(first: AgentDefinition, team: TeamParts): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const callIds = new Set<string>();
  const add = (definition: AgentDefinition): Member => {
    const known = members.get(definition.name);
    if (known !== undefined) return known;
    const member = createMember(definition, team, callIds);
    members.set(definition.name, member);
    for (const name of definition.handoffs) {
      const other = team.parts.agent(name);
      if (other !== undefined) member.agent.handoffs.push(handoff(add(other).agent));
    }
    return member;
  };
  add(first);
  return members;
}

function createMember(definition: AgentDefinition, team: TeamParts, callIds: Set<string>): Member {
  const { parts, session, parent } = team;
  const { name, instructions } = definition;
  const scope = `${team.scope}${name}/`;
  const asking: Asking = { agent: name, scope: () => `${scope}${model.calls}:`, parent };
  const guardrails = parts.guardrails(definition.guardrails, team.ask(asking));
  const watch = createWatch({ session, guardrails, agent: name, parent });
  const shape = definition.output && outputShape(name, definition.output);
  const tools = toolsOf(definition, team);
  const hosted = tools.flatMap(({ name: tool, family }) =>
    family === 'hosted' ? [offerHostedTool(tool, parts.hosted)] : [],
  );
  const model = new RuntimeModel({
    definition,
    leftOut: hosted.flatMap(found => (found.kind === 'off' ? [found.gap] : [])),
    choices: team.choicesOf(definition),
    session,
    shape,
    scope,
    parent,
    mayStream: !guardrails.some(({ places }) => places.includes('output')),
    logger: team.logger,
    wait: team.wait,
    callIds,
  });
  const toolScope = { definition, session, tools: parts.tools, watch, scope: asking.scope, parent };
  const called = tools.filter(({ family }) => family !== 'hosted').map(tool => runtimeTool(tool, toolScope));
  const searched = hosted.flatMap(found => (found.kind === 'tool' ? [found.tool] : []));
  const asked = definition.agents.flatMap(other => {
    const found = parts.agent(other);
    return found === undefined ? [] : [team.askTool(found, asking)];
  });
  const agent = new Agent({
    name,
    instructions,
    handoffDescription: definition.description,
    model,
    tools: [...called, ...searched, ...asked],
    // A plan that waits, or a stop, ends the loop after the batch; the session knows why.
    toolUseBehavior: () => {
      const ends = session.end !== undefined || session.pending.length > 0;
      return ends
        ? { isFinalOutput: true, isInterrupted: undefined, finalOutput: '' }
        : { isFinalOutput: false, isInterrupted: undefined };
    },
  });
  return { definition, agent, shape, watch };
}

/** The tools that a definition names, as far as its role and the run's allow them. */
function toolsOf({ tools, role }: AgentDefinition, { parts, session }: TeamParts): readonly Tool[] {
  return tools.flatMap(name => {
    const tool = parts.tools.find(name);
    return tool !== undefined && isWithinRisk(tool.risk, session.role, role) ? [tool] : [];
  });
}
