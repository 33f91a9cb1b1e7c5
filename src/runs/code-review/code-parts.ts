import type { SyntaxTrees } from '../../analysis/syntax-trees.ts';
import type { CodeClient } from '../../clients/github/code-client.ts';
import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { TypedModel } from '../../contracts/ask-typed.ts';
import type { RepositoryRef } from '../../contracts/run.ts';

/** What the code review is given beside what every run is. */
export type CodeParts = {
  /** Both clients on one token. */
  readonly clientsFor: (
    installationId: number,
    repository: RepositoryRef,
  ) => Promise<{ readonly repository: RepositoryClient; readonly code: CodeClient }>;
  readonly trees: SyntaxTrees;
  /** Undefined when no model is configured. */
  readonly model: TypedModel | undefined;
};
