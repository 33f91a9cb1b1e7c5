import { defineSecret } from './define-secret.ts';

export const cratesIoToken = defineSecret({
  id: 'crates-io-token',
  provider: 'crates.io',
  kind: 'API token',
  formats: ['cio{base62:32}'],
  can: 'publish crates',
  revoke: 'at crates.io/settings/tokens',
  references: ['https://doc.rust-lang.org/cargo/reference/publishing.html'],
});
