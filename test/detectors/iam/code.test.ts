import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';

async function iamRules(path: string, text: string): Promise<readonly string[]> {
  const findings = await analyseText(path, text);
  return [...new Set(findings.map(({ rule }) => rule).filter(rule => rule.startsWith('iam-')))].toSorted();
}

const ts = (body: string): string => `import * as iam from 'aws-cdk-lib/aws-iam';\n${body}\n`;
const py = (body: string): string => `from aws_cdk import aws_iam as iam\n${body}\n`;
const github = 'token.actions.githubusercontent.com';

const cases: readonly (readonly [path: string, text: string, found: readonly string[]])[] = [
  ['a.ts', ts("new iam.PolicyStatement({ actions: ['*'], resources: ['*'] });"), ['iam-admin-access']],
  ['a.py', py("iam.PolicyStatement(actions=['*'], resources=['*'])"), ['iam-admin-access']],
  [
    'a.ts',
    ts(
      "const all = ['iam:PassRole', 'ec2:RunInstances'];\nnew iam.PolicyStatement({ effect: iam.Effect.ALLOW, actions: all, resources: ['*'] });",
    ),
    ['iam-pass-role-wildcard', 'iam-privilege-escalation'],
  ],
  ['a.ts', ts("new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['*'], resources: ['*'] });"), []],
  [
    'a.ts',
    ts("new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] });"),
    [],
  ],
  [
    'a.ts',
    ts("new iam.PolicyStatement({ actions: ['s3:GetObjct'], resources: [bucket.bucketArn] });"),
    ['iam-unknown-action'],
  ],
  [
    'a.ts',
    ts("new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] });"),
    ['iam-not-action-allow'],
  ],
  [
    'a.ts',
    ts(
      "queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn], principals: [new iam.AnyPrincipal()] }));",
    ),
    ['iam-public-principal'],
  ],
  [
    'a.py',
    py(
      "queue.add_to_resource_policy(iam.PolicyStatement(actions=['sqs:SendMessage'], resources=[queue.queue_arn], principals=[iam.StarPrincipal()]))",
    ),
    ['iam-public-principal'],
  ],
  ['a.ts', ts('bucket.grantRead(new iam.AnyPrincipal());'), ['iam-public-principal']],
  ['a.ts', ts('bucket.grantRead(handler);'), []],
  ['a.ts', ts('bucket.grantPublicAccess();'), ['iam-public-principal']],
  [
    'a.ts',
    ts("role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess'));"),
    ['iam-admin-access'],
  ],
  [
    'a.py',
    py("role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name('AdministratorAccess'))"),
    ['iam-admin-access'],
  ],
  ['a.ts', ts("role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'));"), []],
  [
    'a.ts',
    ts(
      `new iam.Role(this, 'r', { assumedBy: new iam.WebIdentityPrincipal('arn:aws:iam::123456789012:oidc-provider/${github}', { StringEquals: { '${github}:aud': 'sts.amazonaws.com' } }) });`,
    ),
    ['iam-oidc-trust-unbound'],
  ],
  [
    'a.ts',
    ts(
      `new iam.Role(this, 'r', { assumedBy: new iam.WebIdentityPrincipal('arn:aws:iam::123456789012:oidc-provider/${github}', { StringEquals: { '${github}:aud': 'sts.amazonaws.com', '${github}:sub': 'repo:octo/app:ref:refs/heads/main' } }) });`,
    ),
    [],
  ],
  [
    'a.ts',
    ts("new iam.Role(this, 'r', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });"),
    [],
  ],
  [
    'a.ts',
    ts(
      "iam.PolicyDocument.fromJson({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });",
    ),
    ['iam-admin-access'],
  ],
  [
    'a.py',
    py('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}'),
    ['iam-admin-access'],
  ],
  ['a.ts', 'const statement = new Statement();\nconst principal = calculatePrincipal(1);\n', []],
];

describe('policies in CDK code', () => {
  it.each(cases)('%s %j', async (path, text, found) => {
    const rules = await iamRules(path, text);
    expect(rules.filter(rule => found.length === 0 || found.includes(rule))).toEqual(found);
  });

  it('points at the action', async () => {
    const text = ts("new iam.PolicyStatement({\n  actions: ['s3:GetObjct'],\n  resources: [b],\n});");
    const [finding] = (await analyseText('a.ts', text)).filter(({ rule }) => rule === 'iam-unknown-action');
    expect([finding?.line, finding?.column]).toEqual([3, 13]);
  });
});

describe('policies in templates', () => {
  const template = (statement: string, more = ''): string =>
    `AWSTemplateFormatVersion: '2010-09-09'\n${more}Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            ${statement}\n`;
  const parameters = "Parameters:\n  Actions:\n    Type: CommaDelimitedList\n    Default: 's3:GetObject,*'\n";

  it.each([
    ['Fn::If', template("Action: !If [Wide, '*', 's3:GetObject']\n            Resource: '*'")],
    ['a list parameter', template("Action: !Ref Actions\n            Resource: '*'", parameters)],
    [
      'a mapping',
      template(
        "Action: !FindInMap [Rights, all, actions]\n            Resource: '*'",
        "Mappings:\n  Rights:\n    all:\n      actions: '*'\n",
      ),
    ],
    ['Fn::Join', template("Action: !Join [':', ['*']]\n            Resource: '*'")],
  ])('follow %s', async (_title, text) => {
    expect(await iamRules('template.yaml', text)).toContain('iam-admin-access');
  });

  it('take the branch of a condition that is known', async () => {
    const more =
      'Parameters:\n  Stage:\n    Type: String\n    Default: dev\nConditions:\n  Wide: !Equals [!Ref Stage, prod]\n';
    const text = template(
      "Action: !If [Wide, '*', 's3:GetObject']\n            Resource: 'arn:aws:s3:::a/*'",
      more,
    );
    expect(await iamRules('template.yaml', text)).not.toContain('iam-admin-access');
  });
});
