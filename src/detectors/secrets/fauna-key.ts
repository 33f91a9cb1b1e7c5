import { defineSecret } from './define-secret.ts';

export const faunaKey = defineSecret({
  id: 'fauna-key',
  provider: 'Fauna',
  kind: 'secret key',
  formats: ['fn{base64url:38}'],
  assignedTo: ['fauna'],
  can: 'read and change the database',
  references: ['https://docs.faunadb.org/fauna/current/learn/security/keys/'],
});
