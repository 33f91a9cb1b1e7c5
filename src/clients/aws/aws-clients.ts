import type { AwsAccess } from '../../contracts/deploy-runner.ts';
import { createCloudWatchClient } from './aws-cloudwatch-client.ts';
import { type AwsConnectorOptions, type AwsPurpose, createAwsConnector } from './aws-connector.ts';
import { createEcsClient } from './aws-ecs-client.ts';
import { createSsmClient } from './aws-ssm-client.ts';
import type { CloudWatchClient } from './cloudwatch-client.ts';
import type { EcsClient } from './ecs-client.ts';
import type { SsmClient } from './ssm-client.ts';

/** The clients of AWS, each for one region, role and purpose; an SDK is loaded when its client is first asked. */
export type AwsClients = {
  readonly ssmFor: (access: AwsAccess, purpose: AwsPurpose) => SsmClient;
  readonly ecsFor: (access: AwsAccess, purpose: AwsPurpose) => EcsClient;
  readonly cloudWatchFor: (access: AwsAccess, purpose: AwsPurpose) => CloudWatchClient;
};

/** Makes clients that share their assumed sessions. */
export function createAwsClients(options: AwsConnectorOptions): AwsClients {
  const { clientConfig } = createAwsConnector(options);
  return {
    ssmFor: (access, purpose) => createSsmClient(clientConfig(access, purpose)),
    ecsFor: (access, purpose) => createEcsClient(clientConfig(access, purpose)),
    cloudWatchFor: (access, purpose) => createCloudWatchClient(clientConfig(access, purpose)),
  };
}
