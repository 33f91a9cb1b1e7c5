import type { StoredKey } from '../config/resolve-model.ts';
import type { Store } from '../contracts/store.ts';
import { readSealingKey, seal, unseal } from '../storage/seal.ts';

/** What a key is sealed for: under another name or for another address it does not open. */
function purposeOf({ name, url }: { readonly name: string; readonly url: string }): string {
  return `The key ${name} for ${url}`;
}

/** Stores the key of a provider, encrypted, bound to the address it may go to. */
export async function storeKey(
  keys: Store['providerKeys'],
  entry: { readonly name: string; readonly url: string; readonly key: string },
  options: { readonly encryptionKey: string | undefined; readonly now: Date },
): Promise<void> {
  const { name, url } = entry;
  const sealed = seal(entry.key, { key: readSealingKey(options.encryptionKey), purpose: purposeOf(entry) });
  await keys.put({ name, url, sealed, storedAt: options.now.toISOString() });
}

/**
 * Every stored key, in clear; for this process's memory only.
 * @throws AppError when there are some and the encryption key is not theirs.
 */
export async function openKeys(
  keys: Store['providerKeys'],
  encryptionKey: string | undefined,
): Promise<Readonly<Record<string, StoredKey>>> {
  const stored = await keys.list();
  if (stored.length === 0) return {};
  const key = readSealingKey(encryptionKey);
  return Object.fromEntries(
    stored.map(entry => [
      entry.name,
      { key: unseal(entry.sealed, { key, purpose: purposeOf(entry) }), url: entry.url },
    ]),
  );
}
