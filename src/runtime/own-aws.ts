import { type AwsConnector, createAwsConnector } from '../clients/aws/aws-connector.ts';
import { type AwsToolAccess, createAwsToolAccess } from '../clients/aws/tool-access.ts';
import { defaultAws } from '../config/aws-schema.ts';
import type { AwsConfig } from '../contracts/aws.ts';

/** The environment variables that say where AWS is; credentials are found by the SDK itself. */
export type AwsVariables = Readonly<
  Partial<Record<'AWS_REGION' | 'AWS_DEFAULT_REGION' | 'AWS_ENDPOINT_URL', string | undefined>>
>;

/** AWS as a person at a terminal, or a job, uses it: with the standard chain's credentials. */
export type OwnAws = {
  readonly connector: AwsConnector;
  readonly access: AwsToolAccess;
  /** `AWS_REGION`, `AWS_DEFAULT_REGION` or the configuration's; undefined: every call must name one. */
  readonly region: string | undefined;
};

/**
 * Connects as AWS's own command does. Approvals, protected tags and caps hold here too; that a resource must be tagged
 * as managed only where the checkout's configuration says so.
 */
export function createOwnAws(variables: AwsVariables, config: AwsConfig): OwnAws {
  const connector = createAwsConnector({
    endpointUrl: variables['AWS_ENDPOINT_URL'] || undefined,
    now: () => new Date(),
  });
  const region = variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || config.region;
  const { limits } = config;
  const managedTag = limits.managedTag === defaultAws.limits.managedTag ? undefined : limits.managedTag;
  const access = createAwsToolAccess(connector, {
    region,
    reader: undefined,
    actor: 'own',
    limits: { ...limits, managedTag },
  });
  return { connector, access, region };
}
