import { defineSecret } from './define-secret.ts';

export const uptimerobotApiKey = defineSecret({
  id: 'uptimerobot-api-key',
  provider: 'UptimeRobot',
  kind: 'API key',
  formats: ['u{digits:5-10}-{hex:24}', 'm{digits:5-10}-{hex:24}'],
  assignedTo: ['uptime'],
  severity: 'medium',
  can: 'read and change the monitors',
  references: ['https://uptimerobot.com/api/'],
});
