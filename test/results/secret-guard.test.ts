import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretGuard } from '../../src/results/secret-guard.ts';
import { inlineText } from '../../src/results/untrusted-text.ts';

const value = `gh${'s'}_${'4kQz8TnVb2XwLp7RdYc9JmHf3Gs6Ae1'}`;
const guard = createSecretGuard([{ name: 'GITHUB_TOKEN', value }]);
const blocked = { kind: 'blocked', code: 'secret-in-output', names: ['GITHUB_TOKEN'] };

describe('the secret guard', () => {
  it.each([
    ['as it is', value],
    ['a piece of it', value.slice(9, 23)],
    ['in capitals', value.toUpperCase()],
    ['reversed', Array.from(value).toReversed().join('')],
    ['in hexadecimal', Buffer.from(value).toString('hex')],
    ['in base64', Buffer.from(value).toString('base64')],
    ['in base64 inside other data, shifted by one', Buffer.from(`x${value}yz`).toString('base64')],
    ['in base64 inside other data, shifted by two', Buffer.from(`xy${value}z`).toString('base64url')],
    ['URL-encoded', Array.from(Buffer.from(value), byte => `%${byte.toString(16)}`).join('')],
    ['with spaces in between', Array.from(value).join(' ')],
    ['over two lines', `${value.slice(0, 14)}\n${value.slice(14)}`],
    ['escaped for Markdown', inlineText(value)],
    ['with zero-width characters in between', inlineText(Array.from(value).join('@'))],
  ])('blocks a secret %s', (_, text) => {
    expect(guard(`before ${text} after`)).toEqual(blocked);
  });

  it('lets ordinary texts, hosts and PEM armour pass', () => {
    const others = createSecretGuard([
      { name: 'DATABASE_URL', value: 'postgres://devops:Zk93nQv7TbW2@localhost:5432/devops' },
      {
        name: 'PRIVATE_KEY',
        value: '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKC\n-----END RSA PRIVATE KEY-----',
      },
      { name: 'SHORT', value: 'abc' },
    ]);
    const text = 'Connects to postgres://devops@localhost:5432/devops; -----BEGIN RSA PRIVATE KEY----- abc';
    expect(others(text)).toEqual({ kind: 'allow' });
    expect(others('the password Zk93nQv7TbW2')).toMatchObject({ names: ['DATABASE_URL'] });
  });

  it('blocks every piece of 12 letters and digits of any value', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'.split('');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...alphabet), { minLength: 16, maxLength: 40 }),
        fc.nat({ max: 4 }),
        fc.string(),
        (characters, start, around) => {
          const secret = characters.join('');
          fc.pre(new Set(secret.slice(start, start + 12).toLowerCase()).size >= 4);
          const text = `${around} ${secret.slice(start, start + 12)} ${around}`;
          expect(createSecretGuard([{ name: 'A', value: secret }])(text).kind).toBe('blocked');
        },
      ),
    );
  });
});
