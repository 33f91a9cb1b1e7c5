import { defineSecret } from './define-secret.ts';

export const sidekiqUrl = defineSecret({
  id: 'sidekiq-url',
  provider: 'Sidekiq',
  kind: 'URL with credential',
  formats: ['{hex:8}:{hex:8}@gems.contribsys.com', '{hex:8}:{hex:8}@enterprise.contribsys.com'],
  severity: 'high',
  can: 'download Sidekiq Pro or Enterprise in your name',
  revoke: 'by mail to Contributed Systems',
  references: ['https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ'],
});
