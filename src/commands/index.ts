import { closest } from '../did-you-mean.ts';
import type { CommandDefinition } from './command-definition.ts';
import { deploy } from './deploy.ts';
import { dismiss } from './dismiss.ts';
import { help } from './help.ts';
import { review } from './review.ts';
import { status } from './status.ts';

export { deploy, dismiss, help, review, status };

/** Every command, in the order of `/devops help`. */
export const commandDefinitions: readonly CommandDefinition[] = [review, deploy, dismiss, status, help];

/** The command of a name, or the name that was probably meant. */
export function findCommand(name: string): CommandDefinition | { readonly didYouMean: string | undefined } {
  const found = commandDefinitions.find(definition => definition.name === name);
  return (
    found ?? {
      didYouMean: closest(
        name,
        commandDefinitions.map(definition => definition.name),
      ),
    }
  );
}
