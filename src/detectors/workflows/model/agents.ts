import { actionNameOf } from './action-reference.ts';
import type { Step } from './document.ts';
import { withoutPrefixes } from './shell-commands.ts';

/** An action that runs a language model, from the action's own documentation. */
export type Agent = {
  /** Whether the model can run tools; otherwise it only answers. */
  readonly hasTools: boolean;
  /** Whether the action itself turns away people without write access, unless told otherwise. */
  readonly checksActor: boolean;
  /** Inputs that hold text for the model. */
  readonly prompts: readonly string[];
  /** Inputs that let in people or bots whom the action would turn away. */
  readonly admits: readonly string[];
  /** Inputs that hold its options. */
  readonly options: readonly string[];
};

const claude: Agent = {
  hasTools: true,
  checksActor: true,
  prompts: [
    'prompt',
    'direct_prompt',
    'override_prompt',
    'custom_instructions',
    'system_prompt',
    'append_system_prompt',
  ],
  admits: ['allowed_non_write_users', 'allowed_bots'],
  options: ['claude_args', 'allowed_tools', 'settings', 'claude_env'],
};
const codex: Agent = {
  hasTools: true,
  checksActor: true,
  prompts: ['prompt'],
  admits: ['allow-users', 'allow-bots', 'allow-bot-users'],
  options: ['codex-args', 'safety-strategy', 'sandbox'],
};
const gemini: Agent = {
  hasTools: true,
  checksActor: false,
  prompts: ['prompt'],
  admits: [],
  options: ['settings', 'gemini_cli_args'],
};
const other: Agent = {
  hasTools: true,
  checksActor: false,
  prompts: ['prompt', 'instruction', 'instructions', 'message', 'task', 'query', 'custom_instructions'],
  admits: [],
  options: ['args', 'options', 'settings'],
};
const answering: Agent = {
  ...other,
  hasTools: false,
  prompts: ['prompt', 'system-prompt', 'input'],
};

const agentActions: Readonly<Record<string, Agent>> = {
  'actions/ai-inference': answering,
  'all-hands-ai/openhands-resolver': other,
  'anomalyco/opencode/github': other,
  'anthropics/claude-code-action': claude,
  'anthropics/claude-code-action/base-action': { ...claude, checksActor: false },
  'anthropics/claude-code-base-action': { ...claude, checksActor: false },
  'augmentcode/augment-agent': other,
  'codium-ai/pr-agent': other,
  'coderabbitai/ai-pr-reviewer': answering,
  'factory-ai/droid-action': other,
  'google-gemini/gemini-cli-action': gemini,
  'google-github-actions/run-gemini-cli': gemini,
  'openai/codex-action': codex,
  'qodo-ai/pr-agent': other,
  'sst/opencode/github': other,
  'the-pr-agent/pr-agent': other,
  'warpdotdev/oz-agent-action': other,
};

/** Programs that run an agent, and the word or option that makes them run without a person. */
const agentPrograms: Readonly<Record<string, RegExp>> = {
  aider: /^(?:--message|-m|--message-file|--yes|--yes-always)$/,
  amp: /^(?:-x|--execute)$/,
  claude: /^(?:-p|--print)$/,
  codex: /^exec$/,
  copilot: /^(?:-p|--prompt)$/,
  'cursor-agent': /^(?:-p|--print)$/,
  gemini: /^(?:-p|--prompt|-y|--yolo)$/,
  goose: /^run$/,
  opencode: /^run$/,
  qwen: /^(?:-p|--prompt|-y|--yolo)$/,
};

/** The agent that a step runs by an action; undefined when it runs none. */
export function agentOf(step: Step): Agent | undefined {
  const name = actionNameOf(step.uses?.reference) ?? '';
  return Object.hasOwn(agentActions, name) ? agentActions[name] : undefined;
}

/** Most words of one command that are looked at. */
const maxWords = 100;

/** The words of each agent that a step's script runs by its program, and where in the script it stands. */
export type AgentCommand = {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
};

/** The agents that a step's script runs by their programs. */
export function agentCommandsOf(step: Step): readonly AgentCommand[] {
  return (step.run?.commands() ?? []).flatMap(command => {
    const words = withoutPrefixes(command)
      .slice(0, maxWords)
      .map(word => word.text);
    const start = words[0] === 'npx' || words[0] === 'bunx' ? 1 : 0;
    const program = words.slice(start).find(word => !word.startsWith('-'));
    const name =
      program
        ?.split('/')
        .at(-1)
        ?.replace(/@.*$/, '')
        .replace(/^(.+)-code$/, '$1') ?? '';
    const unattended = Object.hasOwn(agentPrograms, name) ? agentPrograms[name] : undefined;
    return unattended !== undefined && words.some(word => unattended.test(word))
      ? [{ words, start: command.start, end: command.end }]
      : [];
  });
}

/** Whether a step runs a language model, by an action or by a program. */
export function runsModel(step: Step): boolean {
  return agentOf(step) !== undefined || agentCommandsOf(step).length > 0;
}

/** Options by which an agent runs commands without limits or questions. */
export const unlimitedTools =
  /--dangerously-skip-permissions|--dangerously-bypass-approvals-and-sandbox|--dangerously-allow-all|bypassPermissions|danger-full-access|--yolo\b|(?:^|\s)-y(?:\s|$)|--allow-all-tools|--yes-always|"?approvalMode"?\s*:\s*"?yolo|(?:^|[\s"',=])Bash(?:\(\*(?::\*)?\))?(?=$|[\s"',])|(?:^|[\s"',])run_shell_command(?=$|[\s"',])/;
