import { stringify } from 'yaml';
import type { AwsRoleName, PolicyDocument } from '../../tools/aws-calls/role-policies.ts';

/** Who may assume a role. */
export type RoleTrust =
  /** The server, for one repository: it always gives the repository's name as external id. */
  | { readonly kind: 'server'; readonly roleArn: string; readonly repository: string }
  /** Jobs of one repository's environment, by GitHub's OIDC provider; never the whole repository. */
  | {
      readonly kind: 'github';
      readonly accountId: string;
      readonly repository: string;
      readonly environment: string;
    };

/** A role with everything that makes it. */
export type AwsRoleTemplate = {
  readonly role: AwsRoleName;
  /** Everybody who may assume it. */
  readonly trust: readonly RoleTrust[];
  readonly policies: readonly PolicyDocument[];
};

/** Longest session of the role, seconds: AWS's least. Sessions of ours last fifteen minutes. */
const maxSessionSeconds = 3_600;

/** The trust policy of a role (`AssumeRole` and `AssumeRoleWithWebIdentity`, STS API reference). */
export function trustPolicy(trusts: readonly RoleTrust[]): object {
  return {
    Version: '2012-10-17',
    Statement: trusts.flatMap(trust =>
      trust.kind === 'server' ? serverStatements(trust) : [jobStatement(trust)],
    ),
  };
}

function serverStatements({
  roleArn,
  repository,
}: Extract<RoleTrust, { kind: 'server' }>): readonly object[] {
  return [
    {
      Sid: 'Server',
      Effect: 'Allow',
      Principal: { AWS: roleArn },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': repository } },
    },
    {
      Sid: 'NameWhoActs',
      Effect: 'Allow',
      Principal: { AWS: roleArn },
      Action: 'sts:SetSourceIdentity',
    },
  ];
}

function jobStatement({
  accountId,
  repository,
  environment,
}: Extract<RoleTrust, { kind: 'github' }>): object {
  return {
    Sid: 'GitHubActions',
    Effect: 'Allow',
    Principal: {
      Federated: `arn:aws:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com`,
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': `repo:${repository}:environment:${environment}`,
      },
    },
  };
}

/** Terraform: the role and its policies. */
export function renderTerraform({ role, trust, policies }: AwsRoleTemplate): string {
  const name = `devops-${role}`;
  const id = `devops_${role}`;
  const blocks = [
    [
      `resource "aws_iam_role" "${id}" {`,
      `  name                 = "${name}"`,
      `  max_session_duration = ${maxSessionSeconds}`,
      `  assume_role_policy   = jsonencode(${hcl(trustPolicy(trust))})`,
      '}',
    ],
    ...policies.flatMap((policy, index) => {
      const part = `${id}_${index + 1}`;
      return [
        [
          `resource "aws_iam_policy" "${part}" {`,
          `  name   = "${name}-${index + 1}"`,
          `  policy = jsonencode(${hcl(policy)})`,
          '}',
        ],
        [
          `resource "aws_iam_role_policy_attachment" "${part}" {`,
          `  role       = aws_iam_role.${id}.name`,
          `  policy_arn = aws_iam_policy.${part}.arn`,
          '}',
        ],
      ];
    }),
  ];
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** JSON is HCL but for `${` and `%{`, which begin templates there. */
function hcl(value: object): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('\n', '\n  ')
    .replaceAll('${', '$${')
    .replaceAll('%{', '%%{');
}

/** CloudFormation: the role and its policies. */
export function renderCloudFormation({ role, trust, policies }: AwsRoleTemplate): string {
  const id = `Devops${role === 'reader' ? 'Reader' : 'Actor'}`;
  const resources = {
    [`${id}Role`]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: `devops-${role}`,
        MaxSessionDuration: maxSessionSeconds,
        AssumeRolePolicyDocument: trustPolicy(trust),
        ManagedPolicyArns: policies.map((_, index) => ({ Ref: `${id}Policy${index + 1}` })),
      },
    },
    ...Object.fromEntries(
      policies.map((policy, index) => [
        `${id}Policy${index + 1}`,
        {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { ManagedPolicyName: `devops-${role}-${index + 1}`, PolicyDocument: policy },
        },
      ]),
    ),
  };
  return stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `The ${role} role of Agentic DevOps`,
      Resources: resources,
    },
    // Readers of YAML 1.1 take an unquoted version for a date.
    { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' },
  );
}
