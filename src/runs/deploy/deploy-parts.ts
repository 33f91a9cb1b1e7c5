import type { DeployClient } from '../../clients/github/deploy-client.ts';
import type { GateClient } from '../../clients/github/gate-client.ts';
import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { DeployRunners, DeployVerifier } from '../../contracts/deploy-runner.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { WrittenComments } from './written-comments.ts';

/** One repository on GitHub as a deployment sees it, on one short-lived token. */
export type DeployClients = {
  readonly repository: RepositoryClient;
  readonly deployments: DeployClient;
  readonly gates: GateClient;
};

/** What deployments are given beside what every run is. */
export type DeployParts = {
  readonly clientsFor: (
    installationId: number,
    repository: RepositoryRef,
    on?: 'issue' | 'pull-request',
  ) => Promise<DeployClients>;
  readonly runners: DeployRunners;
  readonly verifier: DeployVerifier;
  readonly writtenComments: WrittenComments;
};
