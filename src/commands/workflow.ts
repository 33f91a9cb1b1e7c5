import type { CommandDefinition } from './command-definition.ts';

/** Runs a workflow of agents and tools. */
export const workflow: CommandDefinition<{
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
}> = {
  name: 'workflow',
  summary: 'Runs a workflow of agents and tools, built in or of this repository.',
  usage: '/devops workflow <name> [key=value…]',
  permission: 'write',
  pullRequestOnly: false,
  read({ args }) {
    const [name, ...pairs] = args;
    if (name === undefined) return { kind: 'usage', message: 'Name a workflow.' };
    const wrong = pairs.find(pair => pair.indexOf('=') < 1);
    if (wrong !== undefined) return { kind: 'usage', message: 'Inputs are written key=value.' };
    const inputs = Object.fromEntries(
      pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    return { kind: 'ok', value: { name, inputs } };
  },
};
