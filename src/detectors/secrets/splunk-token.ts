import { defineSecret } from './define-secret.ts';

export const splunkToken = defineSecret({
  id: 'splunk-token',
  provider: 'Splunk',
  kind: 'HTTP event collector token',
  formats: ['{uuid}'],
  assignedTo: ['splunk', 'hec_token'],
  severity: 'high',
  can: 'send false events',
  revoke: 'in Splunk under Settings, Data inputs',
  references: ['https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector'],
});
