import type { Command } from '../contracts/command.ts';
import type { ParsedArguments } from './command-definition.ts';
import { unknownOption } from './deploy-arguments.ts';

/** The region that is named; undefined: those of the configuration. */
export type RegionArguments = { readonly region: string | undefined };

/** Reads `--region <region>`, the only word that commands about an account take. */
export function readRegion(command: Command): ParsedArguments<RegionArguments> {
  const unknown = unknownOption(command, ['region']);
  if (unknown !== undefined) return unknown;
  if (command.args.length > 0) return { kind: 'usage', message: 'It takes `--region` alone.' };
  const { region } = command.options;
  if (region === undefined) return { kind: 'ok', value: { region: undefined } };
  return typeof region === 'string' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)
    ? { kind: 'ok', value: { region } }
    : { kind: 'usage', message: '`--region` must be a region such as `eu-central-1`.' };
}
