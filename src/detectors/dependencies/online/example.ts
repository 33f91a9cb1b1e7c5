import type { RuleExample } from '../../../contracts/detector.ts';

/** A lock file with one package, of which a service knows what the name says. */
export function lockExample(name: string, licence = 'MIT'): RuleExample {
  const entry = {
    version: '1.0.0',
    resolved: `https://registry.npmjs.org/${name}/-/${name}-1.0.0.tgz`,
    integrity: 'sha512-AAAA',
    license: licence,
  };
  const lock = { lockfileVersion: 3, packages: { [`node_modules/${name}`]: entry } };
  return { path: 'package-lock.json', text: `${JSON.stringify(lock, null, 2)}\n` };
}
