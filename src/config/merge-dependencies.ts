import type { Config } from '../contracts/config.ts';
import type { WrittenConfig } from './schema.ts';

type Dependencies = Config['dependencies'];
type Written = WrittenConfig['dependencies'];

/**
 * Puts the repository's section over the organisation's: `osv` is the organisation's once it says anything about it, its
 * denied licences stay denied, and of those it allows a repository may only allow fewer.
 */
export function mergeDependencies(options: {
  readonly standard: Dependencies;
  readonly organisation: Written;
  readonly repository: Written;
  readonly refuse: (setting: string, kept: string) => void;
}): Dependencies {
  const { standard, organisation = {}, repository = {}, refuse } = options;
  const osv = organisation.osv ?? repository.osv ?? standard.osv;
  if (repository.osv !== undefined && repository.osv !== osv) refuse('dependencies.osv', String(osv));
  const ceiling = organisation.licences?.allow ?? [];
  const wanted = repository.licences?.allow ?? (ceiling.length > 0 ? ceiling : standard.licences.allow);
  const allow = ceiling.length > 0 ? wanted.filter(entry => ceiling.includes(entry)) : wanted;
  if (allow.length < wanted.length)
    refuse('dependencies.licences.allow', `entries of ${JSON.stringify(ceiling)}`);
  return {
    osv,
    licences: {
      // Nothing left would mean "any": the organisation's list holds then.
      allow: allow.length === 0 ? ceiling : allow,
      deny: [...new Set([...(organisation.licences?.deny ?? []), ...(repository.licences?.deny ?? [])])],
    },
  };
}
