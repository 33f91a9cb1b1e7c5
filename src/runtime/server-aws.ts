import type { AwsConnector } from '../clients/aws/aws-connector.ts';
import { type AwsToolAccess, createAwsToolAccess, noAwsAccess } from '../clients/aws/tool-access.ts';
import type { AwsConfig, AwsRole } from '../contracts/aws.ts';
import type { RepositoryName } from '../contracts/context.ts';

/**
 * AWS as the App uses it for one repository: only through the roles that its configuration names, never with the
 * server's own rights. The external id is the repository's name and nothing else, so that a role which asks for it
 * cannot be used by another repository's configuration (the confused deputy problem).
 */
export function createServerAws(
  connector: AwsConnector,
  config: AwsConfig,
  repository: RepositoryName,
): AwsToolAccess {
  const { readerArn, actorArn, region, limits } = config;
  if (readerArn === undefined) return noAwsAccess;
  const externalId = `${repository.owner}/${repository.name}`.toLowerCase();
  const role = (arn: string): AwsRole => ({ arn, externalId });
  return createAwsToolAccess(connector, {
    region,
    reader: role(readerArn),
    actor: actorArn === undefined ? undefined : role(actorArn),
    limits,
  });
}
