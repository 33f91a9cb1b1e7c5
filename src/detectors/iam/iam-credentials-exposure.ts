import { catalogue } from './catalogue/catalogue.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { isIdentityAllow } from './policy/policy.ts';

/** Actions whose answer carries credentials, by their API reference; those of routine builds are only informational. */
const credentialActions: ReadonlyMap<string, 'medium' | 'low' | 'info'> = new Map(
  Object.entries({
    medium: [
      'chime:CreateApiKey',
      'cognito-identity:GetCredentialsForIdentity',
      'cognito-identity:GetOpenIdToken',
      'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
      'connect:GetFederationToken',
      'ec2:GetPasswordData',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreateServiceSpecificCredential',
      'iam:ResetServiceSpecificCredential',
      'iam:UpdateAccessKey',
      'lightsail:GetInstanceAccessDetails',
      'lightsail:GetRelationalDatabaseMasterUserPassword',
      'lightsail:DownloadDefaultKeyPair',
      'lightsail:CreateBucketAccessKey',
      'mediapackage:RotateChannelCredentials',
      'mediapackage:RotateIngestEndpointCredentials',
      'redshift:GetClusterCredentials',
      'redshift:GetClusterCredentialsWithIAM',
      'redshift-serverless:GetCredentials',
      'sso:GetRoleCredentials',
      'sts:GetFederationToken',
      'sts:GetSessionToken',
      'appsync:CreateApiKey',
      'appsync:ListApiKeys',
    ],
    low: [
      'codepipeline:PollForJobs',
      'codepipeline:PollForThirdPartyJobs',
      'gamelift:RequestUploadCredentials',
      'gamelift:GetComputeAuthToken',
      'gamelift:GetComputeAccess',
      'rds-db:connect',
      'rds:GenerateDBAuthToken',
      'sts:AssumeRoleWithSAML',
      'sts:AssumeRoleWithWebIdentity',
      'lightsail:GetBucketAccessKeys',
      'snowball:GetJobUnlockCode',
      'storagegateway:DescribeChapCredentials',
    ],
    info: [
      'ecr:GetAuthorizationToken',
      'ecr-public:GetAuthorizationToken',
      'codeartifact:GetAuthorizationToken',
    ],
  }).flatMap(([severity, names]) =>
    names.map(name => [name.toLowerCase(), severity as 'medium' | 'low' | 'info'] as const),
  ),
);

export const iamCredentialsExposure = defineIamRule({
  id: 'iam-credentials-exposure',
  title: 'Actions that return credentials',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-522'],
  what: 'Reports allowed actions whose response contains passwords, keys or tokens.',
  why: 'The credentials outlive the session and work outside AWS’s own policy evaluation, in a log as well as in a shell.',
  fix: 'Grant it to the one identity that needs it, on the one resource it needs it for.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html'],
  check: policy =>
    policy.statements.filter(isIdentityAllow).flatMap(({ actions }) =>
      actions.flatMap(({ text, start, end }) => {
        // Whole services are reported as such.
        if (/^[^:]*:?\*+$/.test(text)) return [];
        const [name] = [text, ...catalogue.actions(text).map(action => action.name)].filter(candidate =>
          credentialActions.has(candidate.toLowerCase()),
        );
        const severity = credentialActions.get(name?.toLowerCase() ?? '');
        if (name === undefined || severity === undefined) return [];
        return [{ start, end, severity, message: `${name} returns credentials.` }];
      }),
    ),
  bad: [{ Effect: 'Allow', Action: 'redshift:GetClusterCredentials', Resource: '*' }],
  good: [{ Effect: 'Allow', Action: 'redshift:DescribeClusters', Resource: '*' }],
});
