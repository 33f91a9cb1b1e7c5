import type { AwsClientConfig } from './aws-connector.ts';
import { observeCalls } from './observe-calls.ts';
import type * as AccessAnalyzer from './sdk/access-analyzer.ts';
import type * as Account from './sdk/account.ts';
import type * as CloudTrail from './sdk/cloudtrail.ts';
import type * as CloudWatch from './sdk/cloudwatch.ts';
import type * as CloudWatchLogs from './sdk/cloudwatch-logs.ts';
import type * as Config from './sdk/config.ts';
import type * as CostExplorer from './sdk/cost-explorer.ts';
import type * as Ec2 from './sdk/ec2.ts';
import type * as Ecs from './sdk/ecs.ts';
import type * as Efs from './sdk/efs.ts';
import type * as Iam from './sdk/iam.ts';
import type * as Kms from './sdk/kms.ts';
import type * as Lambda from './sdk/lambda.ts';
import type * as Rds from './sdk/rds.ts';
import type * as S3 from './sdk/s3.ts';
import type * as S3Control from './sdk/s3-control.ts';
import type * as SecretsManager from './sdk/secrets-manager.ts';
import type * as SecurityHub from './sdk/security-hub.ts';
import type * as Sns from './sdk/sns.ts';
import type * as Ssm from './sdk/ssm.ts';
import type * as Sts from './sdk/sts.ts';

/** A service's client with the commands and paginators it takes. */
export type AwsService<Sdk, Client> = () => Promise<{ readonly sdk: Sdk; readonly client: Client }>;

/** The services of AWS in one region as one role. An SDK is loaded when its service is first asked for. */
export type AwsServices = {
  readonly accessAnalyzer: AwsService<typeof AccessAnalyzer, AccessAnalyzer.AccessAnalyzerClient>;
  readonly account: AwsService<typeof Account, Account.AccountClient>;
  readonly cloudTrail: AwsService<typeof CloudTrail, CloudTrail.CloudTrailClient>;
  readonly cloudWatch: AwsService<typeof CloudWatch, CloudWatch.CloudWatchClient>;
  readonly cloudWatchLogs: AwsService<typeof CloudWatchLogs, CloudWatchLogs.CloudWatchLogsClient>;
  readonly config: AwsService<typeof Config, Config.ConfigServiceClient>;
  readonly costExplorer: AwsService<typeof CostExplorer, CostExplorer.CostExplorerClient>;
  readonly ec2: AwsService<typeof Ec2, Ec2.EC2Client>;
  readonly ecs: AwsService<typeof Ecs, Ecs.ECSClient>;
  readonly efs: AwsService<typeof Efs, Efs.EFSClient>;
  readonly iam: AwsService<typeof Iam, Iam.IAMClient>;
  readonly kms: AwsService<typeof Kms, Kms.KMSClient>;
  readonly lambda: AwsService<typeof Lambda, Lambda.LambdaClient>;
  readonly rds: AwsService<typeof Rds, Rds.RDSClient>;
  readonly s3: AwsService<typeof S3, S3.S3Client>;
  readonly s3Control: AwsService<typeof S3Control, S3Control.S3ControlClient>;
  readonly secretsManager: AwsService<typeof SecretsManager, SecretsManager.SecretsManagerClient>;
  readonly securityHub: AwsService<typeof SecurityHub, SecurityHub.SecurityHubClient>;
  readonly sns: AwsService<typeof Sns, Sns.SNSClient>;
  readonly ssm: AwsService<typeof Ssm, Ssm.SSMClient>;
  readonly sts: AwsService<typeof Sts, Sts.STSClient>;
};

/** Makes the services; `onRequest` is told AWS's id of every request that was answered. */
// oxlint-disable-next-line eslint/max-lines-per-function -- a list: one entry a service.
export function createAwsServices(
  config: AwsClientConfig,
  onRequest: (request: { readonly action: string; readonly requestId: string }) => void = () => undefined,
): AwsServices {
  /** `prefix` is that of the service's IAM actions. */
  const service = <Sdk, Client extends { readonly middlewareStack: object }>(
    prefix: string,
    load: () => Promise<Sdk>,
    make: (sdk: Sdk) => Client,
  ): AwsService<Sdk, Client> => {
    let loaded: ReturnType<AwsService<Sdk, Client>> | undefined;
    return async () => {
      loaded ??= load().then(sdk => {
        const client = make(sdk);
        observeCalls(client, prefix, onRequest);
        return { sdk, client };
      });
      return await loaded;
    };
  };
  // Emulators serve every bucket and account under one host name.
  const isOneHost = config.endpoint !== undefined;
  return {
    accessAnalyzer: service(
      'access-analyzer',
      () => import('./sdk/access-analyzer.ts'),
      sdk => new sdk.AccessAnalyzerClient(config),
    ),
    account: service(
      'account',
      () => import('./sdk/account.ts'),
      sdk => new sdk.AccountClient(config),
    ),
    cloudTrail: service(
      'cloudtrail',
      () => import('./sdk/cloudtrail.ts'),
      sdk => new sdk.CloudTrailClient(config),
    ),
    cloudWatch: service(
      'cloudwatch',
      () => import('./sdk/cloudwatch.ts'),
      sdk => new sdk.CloudWatchClient(config),
    ),
    cloudWatchLogs: service(
      'logs',
      () => import('./sdk/cloudwatch-logs.ts'),
      sdk => new sdk.CloudWatchLogsClient(config),
    ),
    config: service(
      'config',
      () => import('./sdk/config.ts'),
      sdk => new sdk.ConfigServiceClient(config),
    ),
    costExplorer: service(
      'ce',
      () => import('./sdk/cost-explorer.ts'),
      sdk => new sdk.CostExplorerClient(config),
    ),
    ec2: service(
      'ec2',
      () => import('./sdk/ec2.ts'),
      sdk => new sdk.EC2Client(config),
    ),
    ecs: service(
      'ecs',
      () => import('./sdk/ecs.ts'),
      sdk => new sdk.ECSClient(config),
    ),
    efs: service(
      'elasticfilesystem',
      () => import('./sdk/efs.ts'),
      sdk => new sdk.EFSClient(config),
    ),
    iam: service(
      'iam',
      () => import('./sdk/iam.ts'),
      sdk => new sdk.IAMClient(config),
    ),
    kms: service(
      'kms',
      () => import('./sdk/kms.ts'),
      sdk => new sdk.KMSClient(config),
    ),
    lambda: service(
      'lambda',
      () => import('./sdk/lambda.ts'),
      sdk => new sdk.LambdaClient(config),
    ),
    rds: service(
      'rds',
      () => import('./sdk/rds.ts'),
      sdk => new sdk.RDSClient(config),
    ),
    s3: service(
      's3',
      () => import('./sdk/s3.ts'),
      sdk => new sdk.S3Client({ ...config, forcePathStyle: isOneHost }),
    ),
    s3Control: service(
      's3',
      () => import('./sdk/s3-control.ts'),
      sdk => new sdk.S3ControlClient({ ...config, ...s3ControlEndpoint(config) }),
    ),
    secretsManager: service(
      'secretsmanager',
      () => import('./sdk/secrets-manager.ts'),
      sdk => new sdk.SecretsManagerClient(config),
    ),
    securityHub: service(
      'securityhub',
      () => import('./sdk/security-hub.ts'),
      sdk => new sdk.SecurityHubClient(config),
    ),
    sns: service(
      'sns',
      () => import('./sdk/sns.ts'),
      sdk => new sdk.SNSClient(config),
    ),
    ssm: service(
      'ssm',
      () => import('./sdk/ssm.ts'),
      sdk => new sdk.SSMClient(config),
    ),
    sts: service(
      'sts',
      () => import('./sdk/sts.ts'),
      sdk => new sdk.STSClient(config),
    ),
  };
}

/** The SDK would put the account's number before any host, an address such as 127.0.0.1 included. */
function s3ControlEndpoint({
  endpoint,
  region,
}: AwsClientConfig): Pick<S3Control.S3ControlClientConfig, 'disableHostPrefix' | 'endpointProvider'> {
  if (endpoint === undefined) return {};
  const url = new URL(endpoint);
  const signing = { signingName: 's3', signingRegion: region, properties: {} };
  return {
    disableHostPrefix: true,
    endpointProvider: () => ({ url, properties: { authSchemes: [{ name: 'sigv4', ...signing }] } }),
  };
}
