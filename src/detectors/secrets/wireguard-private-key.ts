import { defineSecret } from './define-secret.ts';

export const wireguardPrivateKey = defineSecret({
  id: 'wireguard-private-key',
  provider: 'WireGuard',
  kind: 'private key',
  formats: ['{base64:43}='],
  assignedTo: ['wireguard', 'wg_private', 'wgprivate'],
  can: 'join the network as this peer',
  references: ['https://www.wireguard.com/quickstart/'],
});
