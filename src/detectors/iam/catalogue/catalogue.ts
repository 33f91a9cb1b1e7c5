import { Buffer } from 'node:buffer';
import { brotliDecompressSync } from 'node:zlib';
import { matchesGlob } from '../policy/glob.ts';
import { packedTable } from './table.ts';

/** What an action does, from AWS's service authorisation reference. */
export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permissions';

export type ActionFacts = {
  /** As documented: `s3:GetObject`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** ARN templates such as `arn:${Partition}:s3:::${BucketName}`; empty when only `*` can be named. */
  readonly resourceArns: readonly string[];
  /** Indexes into the service's keys. */
  readonly conditionKeys: readonly ConditionKeyFacts[];
};

/** Types as documented: String, ARN, Numeric, Date, Bool, IPAddress, Binary, and ArrayOf… of them. */
export type ConditionKeyFacts = { readonly key: string; readonly type: string };

type ServiceFacts = { readonly actions: readonly ActionFacts[]; readonly keys: readonly ConditionKeyFacts[] };

const levels: Readonly<Record<string, AccessLevel>> = {
  l: 'list',
  r: 'read',
  w: 'write',
  t: 'tagging',
  p: 'permissions',
};

/** What AWS documents about the actions of its services; built on first use from the table in this folder. */
export type Catalogue = {
  /** Whether a service prefix such as `s3` exists. */
  hasService(prefix: string): boolean;
  /** The actions a pattern such as `s3:Get*` stands for, case-insensitively; empty when none. */
  actions(pattern: string): readonly ActionFacts[];
  /** The documented facts of a service's condition key; templates such as `kms:EncryptionContext:${…}` included. */
  conditionKey(key: string): ConditionKeyFacts | undefined;
};

export const catalogue: Catalogue = createCatalogue();

function createCatalogue(): Catalogue {
  let sections: ReadonlyMap<string, string> | undefined;
  const services = new Map<string, ServiceFacts>();
  const load = (prefix: string): ServiceFacts | undefined => {
    sections ??= readSections();
    const known = services.get(prefix);
    const section = sections.get(prefix);
    if (known !== undefined || section === undefined) return known;
    const facts = readService(prefix, section);
    services.set(prefix, facts);
    return facts;
  };
  return {
    hasService: prefix => load(prefix.toLowerCase()) !== undefined,
    actions(pattern) {
      const [prefix = '', name = ''] = pattern.toLowerCase().split(':', 2);
      const all = load(prefix)?.actions ?? [];
      const wanted = `${prefix}:${name}`;
      return all.filter(action => matchesGlob(action.name.toLowerCase(), wanted));
    },
    conditionKey(key) {
      const prefix = key.slice(0, key.indexOf(':')).toLowerCase();
      return load(prefix)?.keys.find(facts => isKey(facts.key, key));
    },
  };
}

/** Whether `key` is the documented key or fills in its `${…}`. */
export function isKey(documented: string, key: string): boolean {
  const template = documented.toLowerCase();
  const hole = template.indexOf('${');
  const lower = key.toLowerCase();
  return hole === -1 ? lower === template : lower.startsWith(template.slice(0, hole));
}

/**
 * The table is one line per fact: `S` service prefix, then its `K` condition keys (key, type), `R` resource ARN
 * templates and `A` actions (name, level, indexes of resources, indexes of keys), tab-separated.
 */
function readSections(): ReadonlyMap<string, string> {
  const text = brotliDecompressSync(Buffer.from(packedTable, 'base64')).toString('utf8');
  return new Map(
    `\n${text}`
      .split('\nS')
      .slice(1)
      .map(section => {
        const end = section.indexOf('\n');
        return end === -1 ? [section, ''] : [section.slice(0, end), section.slice(end + 1)];
      }),
  );
}

function readService(prefix: string, section: string): ServiceFacts {
  const keys: ConditionKeyFacts[] = [];
  const arns: string[] = [];
  const actions: ActionFacts[] = [];
  for (const line of section.split('\n')) {
    const [first = '', second = '', third = '', fourth = ''] = line.slice(1).split('\t');
    if (line.startsWith('K')) keys.push({ key: first, type: second });
    if (line.startsWith('R')) arns.push(first);
    if (line.startsWith('A')) {
      actions.push({
        name: `${prefix}:${first}`,
        level: levels[second] ?? 'write',
        resourceArns: pick(arns, third),
        conditionKeys: pick(keys, fourth),
      });
    }
  }
  return { actions, keys };
}

function pick<T>(from: readonly T[], indexes: string): readonly T[] {
  return indexes === '' ? [] : indexes.split(',').flatMap(index => from[Number(index)] ?? []);
}
