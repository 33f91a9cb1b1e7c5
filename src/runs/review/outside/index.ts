import type { RepositoryClient } from '../../../clients/github/repository-client.ts';
import type { QueryOsv } from '../../../clients/osv.ts';
import type { OutsideCheck, OutsideInput, OutsideResult } from '../../../contracts/outside.ts';
import { auditActions } from './audit-actions.ts';
import { auditDependencies } from './audit-dependencies.ts';

/** The checks that ask GitHub and OSV about a change, in the order in which they run. */
export function createOutsideChecks(clients: {
  readonly github: Pick<RepositoryClient, 'dependencyChanges' | 'repositoryFacts'> | undefined;
  readonly queryOsv: QueryOsv;
}): readonly OutsideCheck[] {
  const { github } = clients;
  return [
    ...(github === undefined ? [] : [(input: OutsideInput) => auditActions(input, github)]),
    input => auditDependencies(input, clients),
  ];
}

/** Runs checks one after another and puts their results together; nothing is asked where the policy says so. */
export async function askOutside(
  checks: readonly OutsideCheck[],
  input: OutsideInput,
): Promise<OutsideResult> {
  const results: OutsideResult[] = [];
  if (input.config.review.online) {
    for (const check of checks) results.push(await check(input));
  }
  return {
    findings: results.flatMap(({ findings }) => findings),
    ignored: results.flatMap(({ ignored }) => ignored),
    notAnalysed: results.flatMap(({ notAnalysed }) => notAnalysed),
    warnings: results.flatMap(({ warnings }) => warnings),
  };
}
