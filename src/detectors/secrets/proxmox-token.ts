import { defineSecret } from './define-secret.ts';

export const proxmoxToken = defineSecret({
  id: 'proxmox-token',
  provider: 'Proxmox',
  kind: 'API token',
  formats: ['PVEAPIToken={graphic:3-60}!{base64url:1-40}={uuid}'],
  can: 'run machines on the host',
  references: ['https://pve.proxmox.com/wiki/Proxmox_VE_API'],
});
