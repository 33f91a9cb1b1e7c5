import { AppError } from '../../errors.ts';
import type { OwnChecks } from './gate-client.ts';
import type { Octokit } from './octokit-repository-client.ts';

/** A list of more pages of a hundred is not read. */
export const maxPages = 30;

/** What reading is done with. */
export type ChangeReader = {
  readonly octokit: Octokit;
  /** On a token that may read teams; asked for only where teams matter, since not every installation grants it. */
  readonly teamsOctokit: () => Promise<Octokit>;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly own: OwnChecks;
  readonly sleep: (milliseconds: number) => Promise<void>;
};

/** The repository as GraphQL names it. */
export function targetOf({ repository }: Pick<ChangeReader, 'repository'>): {
  readonly owner: string;
  readonly name: string;
} {
  return { owner: repository.owner, name: repository.repo };
}

/** What a list of more than `maxPages` comes to. */
export function tooLong(what: string): AppError {
  return new AppError({
    code: 'too-many-pages',
    publicMessage: `This pull request has more ${what} than can be read (${maxPages * 100}).`,
  });
}
