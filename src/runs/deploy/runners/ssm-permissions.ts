import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type { SsmSettings } from '../../../contracts/deploy-runner.ts';
import { accountOf } from './aws-account.ts';

/** What each part of a deployment by Systems Manager may do; docs/deploying.md lists the same. */
export function ssmPermissions(settings: SsmSettings): {
  readonly read: readonly AwsPermission[];
  readonly send: readonly AwsPermission[];
  readonly watch: readonly AwsPermission[];
  readonly cancel: readonly AwsPermission[];
} {
  const { partition, account } = accountOf(settings.aws.roleArn);
  const { region } = settings.aws;
  const document = documentArn(settings);
  const listCommands: AwsPermission = { actions: ['ssm:ListCommands'], resources: ['*'] };
  return {
    read: [
      { actions: ['ssm:DescribeDocument'], resources: [document] },
      { actions: ['ssm:DescribeInstanceInformation'], resources: ['*'] },
    ],
    send: [
      { actions: ['ssm:SendCommand'], resources: [document] },
      {
        actions: ['ssm:SendCommand'],
        resources: [
          `arn:${partition}:ec2:${region}:${account}:instance/*`,
          `arn:${partition}:ssm:${region}:${account}:managed-instance/*`,
        ],
        condition: {
          StringEquals: Object.fromEntries(
            Object.entries(settings.targets).map(([key, values]) => [`ssm:resourceTag/${key}`, values]),
          ),
        },
      },
      listCommands,
    ],
    watch: [{ actions: ['ssm:ListCommandInvocations', 'ssm:GetCommandInvocation'], resources: ['*'] }],
    cancel: [{ actions: ['ssm:CancelCommand'], resources: ['*'] }, listCommands],
  };
}

/** Documents of AWS belong to no account. */
function documentArn({ document, aws }: SsmSettings): string {
  if (document.startsWith('arn:')) return document;
  const { partition, account } = accountOf(aws.roleArn);
  const owner = /^AWS(?:EC2|ConfigRemediation|Fleet-Manager)?-/.test(document) ? '' : account;
  return `arn:${partition}:ssm:${aws.region}:${owner}:document/${document}`;
}
