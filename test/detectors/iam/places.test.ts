import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/contracts/finding.ts';
import { analyseText } from '../analyse-text.ts';

async function find(path: string, text: string, rule: string): Promise<readonly Finding[]> {
  return (await analyseText(path, text)).filter(finding => finding.rule === rule);
}

const statement = '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }';

describe('places of policies', () => {
  it.each([
    {
      what: 'a JSON file',
      path: 'policy.json',
      text: `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statement}\n  ]\n}\n`,
      line: 4,
      column: 36,
    },
    {
      what: 'JSON in a string of JSON',
      path: 'stack.json',
      text: `{\n  "policy": ${JSON.stringify(`{"Statement": [${statement}]}`)}\n}\n`,
      line: 2,
      column: 13,
    },
    {
      what: 'a heredoc of Terraform',
      path: 'main.tf',
      text: `resource "aws_iam_policy" "p" {\n  policy = <<EOF\n{\n  "Statement": [\n    ${statement}\n  ]\n}\nEOF\n}\n`,
      line: 5,
      column: 36,
    },
    {
      what: 'jsonencode of Terraform, through a local',
      path: 'main.tf',
      text: `locals {\n  acts = ["iam:PassRole"]\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = local.acts, Resource = "*" }]\n  })\n}\n`,
      line: 2,
      column: 11,
    },
    {
      what: 'a data source of Terraform',
      path: 'main.tf',
      text: 'data "aws_iam_policy_document" "p" {\n  statement {\n    actions   = ["iam:PassRole"]\n    resources = ["*"]\n  }\n}\n',
      line: 3,
      column: 18,
    },
    {
      what: 'a CloudFormation template',
      path: 'template.yaml',
      text: 'Resources:\n  Role:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: iam:PassRole\n            Resource: "*"\n',
      line: 8,
      column: 21,
    },
    {
      what: 'a template in JSON with intrinsics',
      path: 'template.json',
      text: '{"Resources": {"Role": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": {"Statement": {\n"Effect": "Allow",\n"Action": "iam:PassRole",\n"Resource": {"Fn::Join": [":", ["arn", {"Ref": "AWS::Partition"}, "iam:", {"Ref": "AWS::AccountId"}, "role/*"]]}\n}}}}}}\n',
      line: 3,
      column: 11,
    },
  ])('finds a statement in $what', async ({ path, text, line, column }) => {
    const found = await find(path, text, 'iam-pass-role-wildcard');
    expect(found.map(finding => [finding.line, finding.column])).toEqual([[line, column]]);
  });

  it('takes documents that merely have similar words for what they are', async () => {
    const findings = await analyseText('queries.json', '{"Statement": "select 1", "Version": "3"}');
    expect(findings).toEqual([]);
  });

  it('reports a file that should hold a policy and cannot be read', async () => {
    await expect(analyseText('policy.json', '{"Statement": [{"Effect": ')).rejects.toThrow('not valid JSON');
  });

  it('leaves templates of other engines alone', async () => {
    expect(await analyseText('chart/templates/x.yaml', 'Statement: {{ .Values.statement }}\n')).toEqual([]);
  });
});

describe('trust in GitHub Actions', () => {
  const trust = (operator: string, subject: string): string =>
    JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { [operator]: { 'token.actions.githubusercontent.com:sub': subject } },
      },
    });

  it.each([
    ['StringLike', 'repo:example/*', 'medium'],
    ['StringLike', 'repo:*/app:*', 'high'],
    ['StringLike', '*', 'high'],
    ['StringNotEquals', 'repo:example/app:ref:refs/heads/main', 'high'],
    ['StringEqualsIfExists', 'repo:example/app:ref:refs/heads/main', 'high'],
  ])('reports %s %s as %s', async (operator, subject, severity) => {
    const found = await find('trust.json', trust(operator, subject), 'iam-oidc-trust-unbound');
    expect(found.map(finding => finding.severity)).toEqual([severity]);
  });

  it.each([
    ['StringLike', 'repo:example/app:*'],
    ['StringEquals', 'repo:example/app:environment:production'],
    ['ForAnyValue:StringEquals', 'repo:example/app:ref:refs/heads/main'],
  ])('accepts %s %s', async (operator, subject) => {
    expect(await find('trust.json', trust(operator, subject), 'iam-oidc-trust-unbound')).toEqual([]);
  });
});
