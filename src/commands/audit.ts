import type { CommandDefinition } from './command-definition.ts';
import { unknownOption } from './deploy-arguments.ts';

const maxListed = 40;

/** Audits the AWS account of the repository's configuration. */
export const audit: CommandDefinition<{
  readonly regions: readonly string[];
  readonly controls: readonly string[];
}> = {
  name: 'audit',
  summary:
    'Audits the AWS account of the configuration against CIS AWS Foundations: what fails, why, how to put it right, and what changed since the last audit. Reads only.',
  usage: '/devops audit aws [--region <region>[,…]] [--control <id>[,…]]',
  permission: 'maintain',
  pullRequestOnly: false,
  read(command) {
    const { args, options } = command;
    if (args.length !== 1 || args[0] !== 'aws')
      return { kind: 'usage', message: 'What can be audited is `aws`.' };
    const unknown = unknownOption(command, ['region', 'control']);
    if (unknown !== undefined) return unknown;
    const regions = listOf(options['region']);
    const controls = listOf(options['control']);
    if (regions === undefined || regions.some(region => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)))
      return {
        kind: 'usage',
        message: '`--region` takes regions such as `eu-central-1`, with commas between.',
      };
    if (controls === undefined || controls.some(id => !/^\d(\.\d{1,2}){1,2}$/.test(id)))
      return { kind: 'usage', message: '`--control` takes ids such as `5.3`, with commas between.' };
    return { kind: 'ok', value: { regions, controls } };
  },
};

/** Undefined for an option without value, and for more than anybody means. */
function listOf(option: string | true | undefined): readonly string[] | undefined {
  if (option === undefined) return [];
  if (option === true) return undefined;
  const items = option.split(',').map(item => item.trim());
  return items.length <= maxListed ? items : undefined;
}
