import { defineSecret } from './define-secret.ts';

export const sidekiqCredential = defineSecret({
  id: 'sidekiq-credential',
  provider: 'Sidekiq',
  kind: 'enterprise credential',
  formats: ['{hex:8}:{hex:8}'],
  assignedTo: ['bundle_enterprise__contribsys__com', 'bundle_gems__contribsys__com'],
  severity: 'high',
  can: 'download Sidekiq Pro or Enterprise in your name',
  revoke: 'by mail to Contributed Systems',
  references: ['https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ'],
});
