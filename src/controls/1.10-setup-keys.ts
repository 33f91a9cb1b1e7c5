import { manualControl } from './control.ts';

/** Keys made together with a user. */
export const setupKeys = manualControl({
  id: '1.10',
  v7: null,
  title: 'Users with a password get no access key when they are made',
  section: 'Identity',
  severity: 'low',
  why: 'A key that nobody asked for is a key that nobody watches.',
  remedy: {
    change: 'Keys that were made with their user and never used go.',
    commands: ['aws iam delete-access-key --user-name <user> --access-key-id <id>'],
    terraform: '',
    risk: 'A key that was never used is missed by nobody; look at its last use first.',
    undo: 'A deleted key cannot be brought back; make another one.',
  },
  look: 'Look in the credential report for keys that are as old as their user and were never used.',
});
