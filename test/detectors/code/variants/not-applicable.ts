import type { Scaffold } from './scaffold.ts';

type Language = Scaffold['language'];

/** Classes that a language does not have, and why. */
export const notApplicable: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  'prototype-pollution': {
    python: 'Objects have no prototype that a key of a record could reach.',
    go: 'Types are fixed when the program is built.',
    java: 'Types are fixed when the program is built.',
  },
};
