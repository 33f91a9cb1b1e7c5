import { defineSecret } from './define-secret.ts';

export const calComApiKey = defineSecret({
  id: 'cal-com-api-key',
  provider: 'Cal.com',
  kind: 'API key',
  formats: ['cal_live_{hex:32}'],
  severity: 'high',
  can: 'read and change bookings',
  references: ['https://cal.com/docs/api-reference/v2/introduction'],
});
