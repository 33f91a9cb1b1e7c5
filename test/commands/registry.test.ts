import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandDefinitions, findCommand } from '../../src/commands/index.ts';

const shared = ['deploy-arguments', 'command-definition', 'command-lines', 'index', 'parse', 'region-option'];

it('registers every command that has a file', () => {
  const files = readdirSync('src/commands').map(file => file.replace(/\.ts$/, ''));
  expect(commandDefinitions.map(({ name }) => name).toSorted()).toEqual(
    files.filter(file => !shared.includes(file)).toSorted(),
  );
});

it('guesses a mistyped command', () => {
  expect(findCommand('reveiw')).toEqual({ didYouMean: 'review' });
  expect(findCommand('constructor')).toEqual({ didYouMean: undefined });
});
