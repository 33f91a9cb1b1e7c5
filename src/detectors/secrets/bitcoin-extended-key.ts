import { defineSecret } from './define-secret.ts';

export const bitcoinExtendedKey = defineSecret({
  id: 'bitcoin-extended-key',
  provider: 'Bitcoin',
  kind: 'extended private key',
  formats: ['xprv{base62:107}', 'zprv{base62:107}', 'yprv{base62:107}'],
  can: 'spend everything in the wallet',
  references: ['https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki'],
});
