import type { CommandDefinition } from './command-definition.ts';
import { environmentOrGlobal, unknownOption } from './deploy-arguments.ts';

/** Longest reason that is kept, characters. */
const maxReason = 300;

/** Keeps an environment, or all of them, for one pull request. */
export const lock: CommandDefinition<{
  /** Null: all environments. */
  readonly environment: string | null;
  readonly reason: string;
  /** Null: until it is unlocked. */
  readonly minutes: number | null;
}> = {
  name: 'lock',
  summary: 'Keeps an environment (or all) for this pull request until it is unlocked, merged or closed.',
  usage: '/devops lock <environment | --global> [reason] [--for <2h>]',
  permission: 'triage',
  pullRequestOnly: false,
  read(command) {
    const unknown = unknownOption(command, ['global', 'for']);
    if (unknown !== undefined) return unknown;
    const target = environmentOrGlobal(command);
    if (target.kind === 'usage') return target;
    const duration = command.options['for'];
    const minutes = duration === undefined ? null : minutesOf(duration);
    if (minutes === undefined)
      return { kind: 'usage', message: '`--for` takes a time such as `30m`, `2h` or `3d`, at most 30 days.' };
    const { environment, rest } = target.value;
    return {
      kind: 'ok',
      value: { environment, reason: rest.join(' ').slice(0, maxReason), minutes },
    };
  },
};

/** At most 30 days; undefined when it is no such time. */
function minutesOf(text: string | true): number | undefined {
  const match = text === true ? null : /^(?<amount>\d{1,4})(?<unit>[mhd])$/.exec(text);
  const { amount, unit } = match?.groups ?? {};
  if (amount === undefined || unit === undefined) return undefined;
  const minutes = Number(amount) * ({ m: 1, h: 60, d: 1440 }[unit] ?? 0);
  return minutes >= 1 && minutes <= 43_200 ? minutes : undefined;
}
