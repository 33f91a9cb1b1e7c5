import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';

async function rulesOf(path: string, text: string): Promise<readonly string[]> {
  const found = await analyseText(path, text);
  return [...new Set(found.map(({ rule }) => rule).filter(rule => rule.startsWith('iam-')))];
}

const trust = (issuer: string, subject: string): string => `data "aws_iam_policy_document" "a" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/${issuer}"]
    }
    condition {
      test     = "StringLike"
      variable = "${issuer}:sub"
      values   = ["${subject}"]
    }
  }
}
`;

const address = (value: string): string =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"IpAddress": {"aws:SourceIp": ${value}}}}]}`;

const home = (version: string): string =>
  `{"Version": "${version}", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*"}]}`;

const serverless = (action: string, resource: string): string => `service: x
provider:
  name: aws
  iam:
    role:
      statements:
        - Effect: Allow
          Action: '${action}'
          Resource: '${resource}'
`;

const pulumi = (action: string, rest = ''): string => `import * as aws from '@pulumi/aws';
const document = aws.iam.getPolicyDocument({
  statements: [{ actions: ['${action}'], resources: ['${action}']${rest} }],
});
`;

describe('policies of other tools', () => {
  it.each([
    ['serverless.yml', serverless('*', '*'), ['iam-admin-access']],
    ['serverless.yml', serverless('s3:GetObject', 'arn:aws:s3:::b/*'), []],
    ['serverless.yml', 'functions:\n  a:\n    iamRoleStatements:\n      - see: elsewhere\n', []],
    ['stack.ts', pulumi('*'), ['iam-admin-access']],
    [
      'stack.ts',
      "const d = aws.iam.getPolicyDocument({ statements: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b/*'], principals: [{ type: 'AWS', identifiers: ['*'] }] }] });\n",
      ['iam-public-principal'],
    ],
    [
      'stack.ts',
      "const d = aws.iam.getPolicyDocument({ statements: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b/*'], principals: [{ type: 'AWS', identifiers: ['*'] }], conditions: [{ test: 'StringEquals', variable: 'aws:PrincipalOrgID', values: ['o-1'] }] }] });\n",
      [],
    ],
  ])('are read from %s (%#)', async (path, text, rules) => {
    expect(await rulesOf(path, text)).toEqual(rules);
  });
});

describe('subjects of an identity provider', () => {
  it.each([
    ['gitlab.com', 'project_path:*', true],
    ['gitlab.com', 'project_path:acme/*:ref_type:branch:ref:main', false],
    ['oidc.eks.eu-west-1.amazonaws.com/id/ABC', 'system:serviceaccount:*:*', true],
    ['oidc.eks.eu-west-1.amazonaws.com/id/ABC', 'system:serviceaccount:app:*', false],
    ['app.terraform.io', 'organization:*', true],
    ['app.terraform.io', 'organization:acme:project:*:workspace:*:run_phase:*', false],
  ])('%s %s', async (issuer, subject, isLoose) => {
    const rules = await rulesOf('main.tf', trust(issuer, subject));
    expect(rules.includes('iam-oidc-trust-unbound')).toBe(isLoose);
  });
});

describe('values of conditions', () => {
  it.each([
    ['"10.0.0.0/8"', true],
    ['["192.168.1.0/24", "172.16.0.0/12"]', true],
    ['["203.0.113.0/24", "10.0.0.0/8"]', false],
    ['"203.0.113.0/33"', true],
    ['"203.0.113.256"', true],
    ['"2001:db8::/32"', false],
  ])('%s as the address of a caller', async (value, isWrong) => {
    expect((await rulesOf('policy.json', address(value))).includes('iam-condition-type')).toBe(isWrong);
  });

  it('are not filled in by the language of 2008', async () => {
    expect(await rulesOf('policy.json', home('2008-10-17'))).toEqual(['iam-policy-structure']);
    expect(await rulesOf('policy.json', home('2012-10-17'))).toEqual([]);
  });
});
