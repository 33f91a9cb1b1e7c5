import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';

async function linesOf(path: string, text: string, rule: string): Promise<readonly number[]> {
  const found = await analyseText(path, text);
  return found.filter(finding => finding.rule === rule).map(finding => finding.line);
}

describe('objects of Kubernetes in Terraform', () => {
  it.each([
    [
      'kubernetes_pod',
      'resource "kubernetes_pod" "a" {\n  spec {\n    container {\n      name = "a"\n      security_context {\n        privileged = true\n      }\n    }\n  }\n}\n',
      'kubernetes-privileged',
      [6],
    ],
    [
      'the second of several containers',
      'resource "kubernetes_deployment_v1" "a" {\n  spec {\n    template {\n      spec {\n        container {\n          image = "a:1.2"\n        }\n        init_container {\n          image = "b:1.2"\n        }\n        init_container {\n          image = "c:latest"\n        }\n      }\n    }\n  }\n}\n',
      'kubernetes-latest-image',
      [12],
    ],
    [
      'fields in capitals',
      'resource "kubernetes_daemonset" "a" {\n  spec {\n    template {\n      spec {\n        host_pid = true\n      }\n    }\n  }\n}\n',
      'kubernetes-host-pid',
      [5],
    ],
    [
      'a role',
      'resource "kubernetes_cluster_role" "a" {\n  rule {\n    api_groups = [""]\n    resources = ["pods"]\n    verbs = ["get"]\n  }\n  rule {\n    api_groups = ["*"]\n    resources = ["*"]\n    verbs = ["*"]\n  }\n}\n',
      'kubernetes-role-wildcard',
      [9, 10],
    ],
    [
      'a manifest',
      'resource "kubernetes_manifest" "a" {\n  manifest = {\n    apiVersion = "v1"\n    kind = "Pod"\n    spec = {\n      hostNetwork = true\n      containers = []\n    }\n  }\n}\n',
      'kubernetes-host-network',
      [6],
    ],
  ])('are judged as manifests: %s', async (_, text, rule, lines) => {
    expect(await linesOf('main.tf', text, rule)).toEqual(lines);
  });
});

describe('a resource that needs another one', () => {
  const vpc = 'resource "aws_vpc" "a" {\n}\n';
  const log = (link: string): string => `resource "aws_flow_log" "l" {\n  vpc_id = ${link}\n}\n`;

  it.each([
    ['alone', vpc, [1]],
    ['with it', vpc + log('aws_vpc.a.id'), []],
    ['with it in quotes', vpc + log('"${aws_vpc.a.id}"'), []],
    ['with that of another', vpc + log('aws_vpc.b.id'), [1]],
    ['counted', vpc + log('aws_vpc.a[0].id'), []],
  ])('is reported by its header: %s', async (_, text, lines) => {
    expect(await linesOf('main.tf', text, 'aws-vpc-flow-logs')).toEqual(lines);
  });

  it('is recognised in templates', async () => {
    const template = 'Resources:\n  A:\n    Type: AWS::EC2::VPC\n';
    const flow = '  L:\n    Type: AWS::EC2::FlowLog\n    Properties:\n      ResourceId: !GetAtt A.VpcId\n';
    expect(await linesOf('template.yaml', template, 'aws-vpc-flow-logs')).toEqual([2]);
    expect(await linesOf('template.yaml', template + flow, 'aws-vpc-flow-logs')).toEqual([]);
  });

  it('is met by a policy document that a data source makes', async () => {
    const group =
      'resource "aws_iam_group" "a" {}\nresource "aws_iam_group_policy" "p" {\n  group = aws_iam_group.a.name\n  policy = data.aws_iam_policy_document.d.json\n}\n';
    const document = (condition: string): string =>
      `data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["ec2:DescribeVpcs"]\n    resources = ["*"]\n${condition}  }\n}\n`;
    const mfa =
      '    condition {\n      test = "Bool"\n      variable = "aws:MultiFactorAuthPresent"\n      values = ["true"]\n    }\n';
    expect(await linesOf('main.tf', group + document(''), 'aws-iam-group-mfa')).toEqual([1]);
    expect(await linesOf('main.tf', group + document(mfa), 'aws-iam-group-mfa')).toEqual([]);
  });
});

describe('lists of a document', () => {
  it('are judged item by item', async () => {
    const text = `Resources:
  T:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Environment:
            - Name: STAGE
              Value: test
            - Name: DB_PASSWORD
              Value: example-value
`;
    expect(await linesOf('template.yaml', text, 'aws-ecs-plain-secret')).toEqual([11]);
  });
});

describe('programs of the control plane', () => {
  const pod = (words: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: api\nspec:\n  containers:\n    - name: api\n      command:\n${words}`;

  it.each([
    ['a flag', '        - kube-apiserver\n        - --anonymous-auth=true\n', [10]],
    ['a path', '        - /usr/local/bin/kube-apiserver\n        - --anonymous-auth=false\n', []],
    ['a missing flag', '        - kube-apiserver\n', [9]],
    ['another program', '        - my-apiserver\n        - --anonymous-auth=true\n', []],
  ])('are judged by %s', async (_, words, lines) => {
    expect(await linesOf('pod.yaml', pod(words), 'kubernetes-apiserver-anonymous')).toEqual(lines);
  });
});

describe('types with a second name', () => {
  it.each([
    [
      'aws_alb',
      'aws-load-balancer-drop-headers',
      'resource "aws_alb" "a" {\n  drop_invalid_header_fields = false\n}\n',
      [2],
    ],
    [
      'a slot',
      'azure-app-https-only',
      'resource "azurerm_linux_web_app_slot" "a" {\n  https_only = false\n}\n',
      [2],
    ],
  ])('are judged once: %s', async (_, rule, text, lines) => {
    expect(await linesOf('main.tf', text, rule)).toEqual(lines);
  });
});
