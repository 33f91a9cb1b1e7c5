import { defineSecret } from './define-secret.ts';

export const bugsnagKey = defineSecret({
  id: 'bugsnag-key',
  provider: 'Bugsnag',
  kind: 'API key',
  formats: ['{hex:32}'],
  assignedTo: ['bugsnag'],
  severity: 'medium',
  can: 'send false errors',
  revoke: "in the project's settings",
  references: ['https://docs.bugsnag.com/api/error-reporting/'],
});
