import type { CommandDefinition } from './command-definition.ts';
import { type RegionArguments, readRegion } from './region-option.ts';

/** Looks at how the AWS account is. */
export const health: CommandDefinition<RegionArguments> = {
  name: 'health',
  summary: 'Shows how the AWS account is: instances, alarms, ECS services, databases and functions.',
  usage: '/devops health [--region <region>]',
  permission: 'write',
  pullRequestOnly: false,
  read: readRegion,
};
