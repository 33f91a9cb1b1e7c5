import type { Command } from '../contracts/command.ts';
import type { RoleName } from '../contracts/role.ts';

/** A command's words read into what it needs, or what is wrong with them. */
export type ParsedArguments<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'usage'; readonly message: string };

/** One command: how it is written, what it does, who may use it. */
export type CommandDefinition<T = unknown> = {
  readonly name: string;
  /** One sentence for `/devops help`. */
  readonly summary: string;
  /** For example `/devops dismiss <finding> [reason]`. */
  readonly usage: string;
  /** The role it needs in the repository. */
  readonly permission: RoleName;
  /** Whether it only makes sense on a pull request. */
  readonly pullRequestOnly: boolean;
  readonly read: (command: Command) => ParsedArguments<T>;
};

/** For commands without words of their own: refuses any that are given. */
export function withoutArguments(command: Command): ParsedArguments<undefined> {
  const extra = [...command.args, ...Object.keys(command.options).map(name => `--${name}`)];
  return extra.length === 0
    ? { kind: 'ok', value: undefined }
    : { kind: 'usage', message: 'It takes no arguments.' };
}
