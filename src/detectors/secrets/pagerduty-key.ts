import { defineSecret } from './define-secret.ts';

export const pagerdutyKey = defineSecret({
  id: 'pagerduty-key',
  provider: 'PagerDuty',
  kind: 'API key',
  formats: ['{base64url:20}', 'u+{base64url:18}'],
  assignedTo: ['pagerduty', 'pager_duty'],
  can: 'read and resolve incidents and change who is called',
  revoke: 'in PagerDuty under Integrations, API access keys',
  references: ['https://support.pagerduty.com/main/docs/api-access-keys'],
});
