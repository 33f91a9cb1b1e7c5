import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../errors.ts';

/** Bytes of the nonce and of the tag of AES-256-GCM. */
const nonceLength = 12;
const tagLength = 16;

/** Puts a secret away: AES-256-GCM under a key, bound to what it is for. Base64 of nonce, tag and text. */
export function seal(
  secret: string,
  { key, purpose }: { readonly key: Buffer; readonly purpose: string },
): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/**
 * Takes a secret out again.
 * @throws AppError `seal-broken` when key or purpose are not those it was sealed with, or it was changed.
 */
export function unseal(
  sealed: string,
  { key, purpose }: { readonly key: Buffer; readonly purpose: string },
): string {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    return (
      decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    // The cause says nothing that helps, and must not carry a piece of the secret.
    throw new AppError({
      code: 'seal-broken',
      publicMessage: `${purpose} cannot be decrypted: DEVOPS_ENCRYPTION_KEY is not the one it was stored with, or the entry was changed. Store it again.`,
    });
  }
}

/**
 * The key of `DEVOPS_ENCRYPTION_KEY`: 32 bytes in base64 or hexadecimal, as `openssl rand -base64 32` makes them.
 * @throws AppError `bad-encryption-key` when it is none.
 */
export function readSealingKey(text: string | undefined): Buffer {
  const bytes = /^[0-9a-f]{64}$/i.test(text ?? '')
    ? Buffer.from(text ?? '', 'hex')
    : Buffer.from(text ?? '', 'base64');
  if (bytes.length === 32) return bytes;
  throw new AppError({
    code: 'bad-encryption-key',
    publicMessage:
      'Stored keys need DEVOPS_ENCRYPTION_KEY: 32 bytes in base64 or hexadecimal, for example from `openssl rand -base64 32`.',
  });
}
