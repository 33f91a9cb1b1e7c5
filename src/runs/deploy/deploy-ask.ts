import type { DeployCause, ParameterValues } from '../../contracts/deploy.ts';
import type { RoleName } from '../../contracts/role.ts';
import type { RepositoryRef } from '../../contracts/run.ts';

/** What somebody, or an event, asks to have deployed; nothing in it is known to exist. */
export type DeployAsk = {
  readonly repository: RepositoryRef;
  readonly installationId: number;
  readonly cause: DeployCause;
  readonly environment: string;
  /** The pull request whose commit is deployed; null: a commit of a branch. */
  readonly pullRequest: number | null;
  /** Issue or pull request on which the state is shown; null: nowhere. */
  readonly issue: number | null;
  /** The comment that asked, for reactions; null when none did. */
  readonly commentId: number | null;
  /** Commit that was named, possibly abbreviated; undefined: the pull request's head. */
  readonly namedSha: string | undefined;
  /** A commit that was deployed before, with its parameters as they were checked then; undefined: see `namedSha`. */
  readonly fixed:
    | { readonly sha: string; readonly ref: string; readonly parameters: ParameterValues }
    | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly dryRun: boolean;
  readonly actor: string;
  /** The actor's role where it was asked for already. */
  readonly role?: RoleName;
  /** A person in a comment, an event of the configuration's `deploy.on`, or a workflow's job that asks. */
  readonly trigger: 'person' | 'event' | 'rule';
  /** ISO 8601, GitHub's time of the comment or of the event. */
  readonly askedAt: string;
};
