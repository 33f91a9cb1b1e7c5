import { readFileSync } from 'node:fs';
import { findRepository } from '../../git/find-repository.ts';
import { storeKey } from '../../runtime/stored-keys.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeText } from '../escape-text.ts';
import { createLocalPolicy, readWorkTreePolicy } from '../local-policy.ts';
import { storeLocation, withLocalStore } from '../local-store.ts';
import type { Terminal } from '../terminal.ts';
import type { CatalogueOptions } from './rules.ts';

/** Options as commander hands them over. */
export type SetKeyOptions = { readonly url: string };

const name = /^[a-z][a-z0-9-]{0,39}$/;

/** `devops providers set-key <name> --url <address>`: reads the key from standard input and stores it encrypted. */
export async function setProviderKey(
  key: string,
  options: SetKeyOptions,
  terminal: Terminal,
): Promise<number> {
  if (!name.test(key))
    throw new UsageError(`A key's name is lower-case letters, digits and dashes, not "${key}".`);
  const kinds = ['openai', 'anthropic', 'google'];
  if (!kinds.includes(options.url) && !/^https?:\/\//.test(options.url))
    throw new UsageError(`--url must be an address or one of ${kinds.join(', ')}, not "${options.url}".`);
  const value = readFileSync(0, 'utf8').trim();
  if (value.length < 8 || /\s/.test(value)) throw new UsageError('There is no key on standard input.');
  await withLocalStore(terminal, store =>
    storeKey(
      store.providerKeys,
      { name: key, url: options.url, key: value },
      { encryptionKey: terminal.environment['DEVOPS_ENCRYPTION_KEY'], now: new Date() },
    ),
  );
  terminal.write(`Stored the key ${key}; it goes to ${escapeText(options.url)} and nowhere else.\n`);
  return exitCodes.passed;
}

/** `devops providers remove-key <name>`. @throws UsageError when there is none of that name. */
export async function removeProviderKey(key: string, terminal: Terminal): Promise<number> {
  if (!(await withLocalStore(terminal, store => store.providerKeys.remove(key))))
    throw new UsageError(`There is no stored key "${key}"; \`devops providers list\` lists them.`);
  terminal.write(`Removed the key ${key}.\n`);
  return exitCodes.passed;
}

/** `devops providers list`: those of the configuration and the stored keys, never a key itself. */
export async function listProviders(options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const root = await findRepository(terminal.folder);
  const { config } = createLocalPolicy({
    named: undefined,
    repositoryFile: () => (root === undefined ? undefined : readWorkTreePolicy(root)),
    failOn: undefined,
  });
  const stored =
    storeLocation(terminal) === undefined
      ? []
      : await withLocalStore(terminal, store => store.providerKeys.list());
  const keys = stored.map(({ name: keyName, url, storedAt }) => ({ name: keyName, url, storedAt }));
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ providers: config.providers, storedKeys: keys }, null, 2)}\n`);
    return exitCodes.passed;
  }
  const lines = [
    'Always there: openai, anthropic, google, huggingface.',
    ...Object.entries(config.providers).map(
      ([provider, { kind, baseUrl, models }]) =>
        `${provider}: ${kind}, ${baseUrl ?? 'its own address'}, models ${Object.keys(models).join(', ') || 'any'}`,
    ),
    ...keys.map(key => `stored key ${key.name}: for ${key.url}, since ${key.storedAt}`),
  ];
  terminal.write(`${lines.map(line => escapeText(line)).join('\n')}\n`);
  return exitCodes.passed;
}
