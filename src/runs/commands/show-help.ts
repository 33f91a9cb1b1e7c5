import { commandDefinitions, deploy, help } from '../../commands/index.ts';
import type { ParameterConfig } from '../../contracts/deploy.ts';
import { renderAnswer } from '../../results/answer.ts';
import { codeSpan, inlineText } from '../../results/untrusted-text.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';
import { readDeployPolicy } from './deploy-policy.ts';

/** `/devops help`: all commands, or one in full; of `deploy` also the environments and their parameters. */
export async function showHelp(call: CommandCall): Promise<undefined> {
  const { context, run, client, reply } = call;
  const read = help.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${help.usage}\``);
  const { topic } = read.value;
  const text = topic === deploy.name ? `${helpText(topic)}\n\n${await environments(call)}` : helpText(topic);
  await answer(context, { client, issue: run.issue, topic: 'help', body: renderAnswer('help', text) });
  return undefined;
}

function helpText(topic: string | undefined): string {
  const one = commandDefinitions.find(definition => definition.name === topic);
  if (one !== undefined) return `\`${one.usage}\`\n\n${one.summary} Needs the ${one.permission} role.`;
  const rows = commandDefinitions.map(
    ({ usage, summary, permission }) =>
      `| \`${usage.replaceAll('|', '\\|')}\` | ${summary} | ${permission} |`,
  );
  return `| Command | What it does | Role |\n| --- | --- | --- |\n${rows.join('\n')}\n\nA command stands at the start of a line of its own. Who may deploy where is \`deploy\` in \`.github/devops.yml\`.`;
}

async function environments(call: CommandCall): Promise<string> {
  const { deploy: config } = await readDeployPolicy(call);
  if (config.environments.length === 0)
    return 'No environment is configured: add `deploy.environments` to `.github/devops.yml`.';
  const rows = config.environments.map(({ name, after, parameters }) => {
    const given = Object.entries(parameters).map(([key, parameter]) => parameterText(key, parameter));
    return `| ${codeSpan(name, 70)} | ${after.map(earlier => codeSpan(earlier, 70)).join(', ')} | ${given.join('<br>')} |`;
  });
  return `| Environment | After | Parameters |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function parameterText(name: string, parameter: ParameterConfig): string {
  const { type, choices, required, default: standard, description } = parameter;
  const values = choices.length > 0 ? choices.join(', ') : type;
  const rest = standard === undefined ? (required ? ', needed' : '') : `, else ${String(standard)}`;
  const about = description === undefined ? '' : `: ${inlineText(description, 200)}`;
  return `${codeSpan(`${name}=`, 50)} (${inlineText(values + rest, 300)})${about}`.replaceAll('|', '\\|');
}
