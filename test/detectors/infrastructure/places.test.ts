import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';

async function linesOf(path: string, text: string, rule: string): Promise<readonly number[]> {
  const found = await analyseText(path, text);
  return found.filter(finding => finding.rule === rule).map(finding => finding.line);
}

describe('attributes of Terraform', () => {
  it('are reported at their own line', async () => {
    const text = 'resource "aws_db_instance" "a" {\n  engine = "postgres"\n  storage_encrypted = false\n}\n';
    expect(await linesOf('main.tf', text, 'aws-rds-storage-encryption')).toEqual([3]);
  });

  it('are reported at the resource when they are missing', async () => {
    const text = '\nresource "aws_db_instance" "a" {\n  engine = "postgres"\n}\n';
    expect(await linesOf('main.tf', text, 'aws-rds-storage-encryption')).toEqual([2]);
  });

  it.each([
    ['a variable with an unsafe default', 'variable "e" {\n  default = false\n}\n', 'var.e', [2]],
    ['a variable without a default', 'variable "e" {}\n', 'var.e', []],
    ['a local', 'locals {\n  e = true\n}\n', 'local.e', []],
    ['a local of a map', 'locals {\n  o = { e = false }\n}\n', 'local.o.e', [2]],
    ['a function', '', 'lookup(var.x, "e", true)', []],
    ['a condition', '', 'var.p ? true : false', []],
    ['the text of a boolean', '', '"true"', []],
  ])('are followed through %s', async (_, head, value, lines) => {
    const text = `${head}resource "aws_ebs_volume" "a" {\n  encrypted = ${value}\n}\n`;
    expect(await linesOf('main.tf', text, 'aws-ebs-encryption')).toEqual(lines);
  });

  it('are looked for in resources that belong to it', async () => {
    const bucket = 'resource "aws_s3_bucket" "a" {\n  bucket = "a"\n}\n';
    const versioning = (name: string, status: string): string =>
      `resource "aws_s3_bucket_versioning" "v" {\n  bucket = aws_s3_bucket.${name}.id\n  versioning_configuration {\n    status = "${status}"\n  }\n}\n`;
    expect(await linesOf('main.tf', bucket, 'aws-s3-versioning')).toEqual([1]);
    expect(await linesOf('main.tf', bucket + versioning('a', 'Enabled'), 'aws-s3-versioning')).toEqual([]);
    expect(await linesOf('main.tf', bucket + versioning('b', 'Enabled'), 'aws-s3-versioning')).toEqual([1]);
    expect(await linesOf('main.tf', bucket + versioning('a', 'Suspended'), 'aws-s3-versioning')).toEqual([7]);
  });

  it('are judged block by block, dynamic ones included', async () => {
    const text = `resource "aws_security_group" "a" {
  description = "web"
  ingress {
    description = "office"
    cidr_blocks = ["10.0.0.0/8"]
  }
  ingress {
    description = "all"
    cidr_blocks = ["0.0.0.0/0"]
  }
  dynamic "ingress" {
    for_each = var.ports
    content {
      description = "all"
      cidr_blocks = ["::/0", "10.0.0.0/8"]
    }
  }
}
`;
    expect(await linesOf('main.tf', text, 'aws-security-group-open-ingress')).toEqual([9, 15]);
  });

  it('are found in JSON inside strings and jsonencode', async () => {
    const task = (value: string): string =>
      `resource "aws_ecs_task_definition" "a" {\n  container_definitions = ${value}\n}\n`;
    const heredoc = task('<<EOF\n[{"environment": [\n  {"name": "DB_PASSWORD", "value": "x1y2z3"}\n]}]\nEOF');
    const encoded = task('jsonencode([{\n  environment = [{ name = "DB_PASSWORD", value = "x1y2z3" }]\n}])');
    expect(await linesOf('main.tf', heredoc, 'aws-ecs-plain-secret')).toEqual([4]);
    expect(await linesOf('main.tf', encoded, 'aws-ecs-plain-secret')).toEqual([3]);
  });
});

describe('templates', () => {
  it('have parameters followed and globals applied', async () => {
    const text = `Parameters:
  Encrypted:
    Type: String
    Default: false
Globals:
  Function:
    Tracing: Active
Resources:
  Volume:
    Type: AWS::EC2::Volume
    Properties:
      Encrypted: !Ref Encrypted
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
`;
    expect(await linesOf('template.yaml', text, 'aws-ebs-encryption')).toEqual([4]);
    expect(await linesOf('template.yaml', text, 'aws-lambda-tracing')).toEqual([]);
  });

  it('are read as JSON too', async () => {
    const text = '{"Resources": {"V": {"Type": "AWS::EC2::Volume", "Properties": {\n"Encrypted": false}}}}\n';
    expect(await linesOf('template.json', text, 'aws-ebs-encryption')).toEqual([2]);
  });
});

describe('Kubernetes objects', () => {
  const deployment = (pod: string, container: string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      ${pod}
      containers:
        - name: web
          image: web:1.2.3
          ${container}
`;

  it('are read document by document down to their containers', async () => {
    const text = deployment('hostNetwork: true', 'securityContext: { privileged: true }');
    expect(await linesOf('k8s/web.yaml', text, 'kubernetes-host-network')).toEqual([13]);
    expect(await linesOf('k8s/web.yaml', text, 'kubernetes-privileged')).toEqual([17]);
  });

  it('let containers inherit from their pod', async () => {
    const inherited = deployment('securityContext: { runAsNonRoot: true }', 'stdin: true');
    const overridden = deployment(
      'securityContext: { runAsNonRoot: true }',
      'securityContext: { runAsNonRoot: false }',
    );
    expect(await linesOf('web.yaml', inherited, 'kubernetes-run-as-root')).toEqual([]);
    expect(await linesOf('web.yaml', overridden, 'kubernetes-run-as-root')).toEqual([17]);
  });
});

describe('other files', () => {
  it('reports unsafe values of a chart, never missing ones', async () => {
    const found = await analyseText(
      'chart/values.yaml',
      'web:\n  securityContext:\n    privileged: true\n  replicas: 2\n',
    );
    expect(found.map(finding => [finding.rule, finding.line])).toEqual([['kubernetes-privileged', 3]]);
  });

  it('reports Dockerfile commands at their line, over continuation lines and comments', async () => {
    const text =
      'FROM debian:12.5\nRUN apt-get update && \\\n  # tools\n  apt-get install curl && \\\n  rm -rf /var/lib/apt/lists/*\nUSER app\n';
    expect(await linesOf('build/Dockerfile', text, 'dockerfile-apt-yes')).toEqual([4]);
    expect(await linesOf('build/Dockerfile', text, 'dockerfile-root-user')).toEqual([]);
  });

  it('leaves ordinary YAML and JSON alone', async () => {
    expect(await analyseText('settings.yaml', 'services:\n  - apiVersion\nprivileged: true\n')).toEqual([]);
  });

  it.each([
    ['main.tf', 'resource "aws_s3_bucket" "a" {\n', 'not valid Terraform'],
    ['k8s/a.yaml', 'apiVersion: v1\nkind: [Pod\n', 'not valid JSON or YAML'],
  ])('says that %s could not be read', async (path, text, reason) => {
    await expect(analyseText(path, text)).rejects.toThrow(reason);
  });
});
