import { defineSecret } from './define-secret.ts';

export const virustotalApiKey = defineSecret({
  id: 'virustotal-api-key',
  provider: 'VirusTotal',
  kind: 'API key',
  formats: ['{hex:64}'],
  assignedTo: ['virustotal', 'vt_api'],
  severity: 'high',
  can: 'read and submit files at your limits',
  revoke: 'at virustotal.com under API key',
  references: ['https://docs.virustotal.com/reference/authentication'],
});
