/** A repository by name. */
export type RepositoryName = { readonly owner: string; readonly name: string };

/**
 * Where and for whom an agent or a tool works: available to tools and hooks, stored with the run, and never holding
 * a token or a secret. What a model sees of it is a separate rendering.
 */
export type DevOpsContext = {
  readonly runId: string;
  /** Login of the person or bot that asked; for a terminal the user's name there. */
  readonly actor: string;
  /** Who started it. `app` and `api` are confined to `repository`: their credentials reach further than the run may. */
  readonly entry: 'app' | 'action' | 'cli' | 'api' | 'mcp';
  readonly installationId: number | undefined;
  readonly repository: RepositoryName | undefined;
  readonly pullRequest: number | undefined;
  readonly issue: number | undefined;
  /** A deployment environment's name. */
  readonly environment: string | undefined;
  /** AWS region, for example `eu-central-1`. */
  readonly region: string | undefined;
};
