import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { devops } from './run-in-process.ts';

const trusted = ['--repository', 'Octo/Shop', '--server-role', 'arn:aws:iam::111122223333:role/server'];

describe('devops aws policy', () => {
  it('prints the policies of a role', async () => {
    const { exitCode, stdout } = await devops(['aws', 'policy', 'reader', '--tools', 'ec2_list_instances']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      role: 'reader',
      policies: [
        {
          Version: '2012-10-17',
          Statement: [{ Sid: 'ReadEc2', Effect: 'Allow', Action: ['ec2:DescribeInstances'], Resource: '*' }],
        },
      ],
    });
  });

  it('lets the server assume it for one repository, and jobs of one environment', async () => {
    const server = await devops(['aws', 'policy', 'actor', ...trusted]);
    expect(JSON.parse(server.stdout).trust.Statement[0].Condition).toEqual({
      StringEquals: { 'sts:ExternalId': 'octo/shop' },
    });
    const jobs = await devops([
      'aws',
      'policy',
      'reader',
      '--repository',
      'octo/shop',
      '--account',
      '111122223333',
      '--environment',
      'audit',
    ]);
    expect(JSON.parse(jobs.stdout).trust.Statement[0].Condition.StringEquals).toMatchObject({
      'token.actions.githubusercontent.com:sub': 'repo:octo/shop:environment:audit',
    });
  });

  it('lets both assume one role where both are named', async () => {
    const jobs = ['--account', '111122223333', '--environment', 'audit'];
    const { stdout } = await devops(['aws', 'policy', 'reader', ...trusted, ...jobs]);
    const statements: readonly { readonly Sid: string }[] = JSON.parse(stdout).trust.Statement;
    expect(statements.map(({ Sid }) => Sid)).toEqual(['Server', 'NameWhoActs', 'GitHubActions']);
  });

  it('prints a whole role for CloudFormation and Terraform', async () => {
    const cloudFormation = await devops(['aws', 'policy', 'actor', '--format', 'cloudformation', ...trusted]);
    const { Resources } = z
      .object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) })
      .parse(parse(cloudFormation.stdout));
    expect(new Set(Object.values(Resources).map(({ Type }) => Type))).toEqual(
      new Set(['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy']),
    );
    expect(cloudFormation.stdout).toContain('Version: "2012-10-17"');
    const terraform = await devops(['aws', 'policy', 'actor', '--format', 'terraform', ...trusted]);
    expect(terraform.stdout).toContain('resource "aws_iam_role" "devops_actor" {');
    expect(terraform.stdout).toContain('resource "aws_iam_role_policy_attachment" "devops_actor_1" {');
  });

  it.each([
    [['aws', 'policy', 'owner'], 'The role must be one of reader, actor'],
    [['aws', 'policy', 'reader', '--tools', 'ec2_list_instance'], 'ec2_list_instances'],
    [['aws', 'policy', 'reader', '--format', 'terraform'], 'A role needs who may assume it'],
    [['aws', 'policy', 'reader', '--repository', 'o/r', '--environment', 'audit'], 'need both --account'],
    [['aws', 'policy', 'reader', '--repository', 'shop'], '--repository must be owner/name'],
  ])('says what is wrong with %j', async (args, message) => {
    const { exitCode, stderr } = await devops(args);
    expect([exitCode, stderr.includes(message)]).toEqual([64, true]);
  });
});
