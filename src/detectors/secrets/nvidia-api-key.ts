import { defineSecret } from './define-secret.ts';

export const nvidiaApiKey = defineSecret({
  id: 'nvidia-api-key',
  provider: 'NVIDIA',
  kind: 'API key',
  formats: ['nvapi-{base64url:60-70}'],
  can: 'use models and pull private images at your cost',
  revoke: 'at build.nvidia.com/settings/api-keys',
  references: ['https://docs.nvidia.com/ngc/latest/ngc-user-guide.html'],
});
