import type { CommandDefinition } from './command-definition.ts';
import { type RegionArguments, readRegion } from './region-option.ts';

/** Looks for what costs money without need. */
export const cost: CommandDefinition<RegionArguments> = {
  name: 'cost',
  summary: 'Shows what costs money in AWS without need, with an estimate of what could be saved.',
  usage: '/devops cost [--region <region>]',
  permission: 'write',
  pullRequestOnly: false,
  read: readRegion,
};
