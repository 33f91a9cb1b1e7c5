import { describe, expect, it } from 'vitest';
import { withBeside } from '../../../src/analysis/beside.ts';
import { analyseExample } from '../analyse-text.ts';

/** `path:line` of each finding of a rule, over files of one change. */
async function findAcross(rule: string, texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text, changedLines: 'all' as const }));
  const found: string[] = [];
  for (const { path, text, beside = [] } of withBeside(files)) {
    const findings = await analyseExample({ path, text, beside });
    found.push(...findings.filter(finding => finding.rule === rule).map(({ line }) => `${path}:${line}`));
  }
  return found;
}

const database = 'resource "aws_db_instance" "a" {\n  publicly_accessible = var.public\n}\n';
const variable = (value: string): string => `variable "public" {\n  default = ${value}\n}\n`;

describe('Terraform across files', () => {
  it.each([
    ['a variable of another file', { 'main.tf': database, 'variables.tf': variable('true') }, ['main.tf:2']],
    ['a safe one', { 'main.tf': database, 'variables.tf': variable('false') }, []],
    [
      'values that are loaded by themselves',
      { 'main.tf': database, 'variables.tf': variable('false'), 'terraform.tfvars': 'public = true\n' },
      ['main.tf:2'],
    ],
    [
      'values that somebody has to choose',
      { 'main.tf': database, 'variables.tf': variable('false'), 'dev.tfvars': 'public = true\n' },
      [],
    ],
    ['a file of another module', { 'main.tf': database, 'other/variables.tf': variable('true') }, []],
    [
      'what a caller passes',
      {
        'modules/db/main.tf': database,
        'modules/db/variables.tf': variable('false'),
        'main.tf': 'module "db" {\n  source = "./modules/db"\n  public = true\n}\n',
      },
      ['modules/db/main.tf:2'],
    ],
    [
      'what a caller passes from its own locals',
      {
        'modules/db/main.tf': database,
        'live/main.tf':
          'locals {\n  open = true\n}\nmodule "db" {\n  source = "../modules/db"\n  public = local.open\n}\n',
      },
      ['modules/db/main.tf:2'],
    ],
    [
      'a local of another file through a condition',
      {
        'main.tf': 'resource "aws_db_instance" "a" {\n  publicly_accessible = local.open ? true : false\n}\n',
        'locals.tf': 'locals {\n  open = true\n}\n',
      },
      ['main.tf:2'],
    ],
    [
      'a variable that stands in itself',
      { 'main.tf': database, 'variables.tf': 'variable "public" {\n  default = var.public\n}\n' },
      [],
    ],
  ])('follows %s', async (_title, files, expected) => {
    expect(await findAcross('aws-rds-public', files as Readonly<Record<string, string>>)).toEqual(expected);
  });

  it('does without a neighbour that is broken', async () => {
    const beside = [{ path: 'variables.tf', text: 'variable "public" {{{' }];
    const findings = await analyseExample({ path: 'main.tf', text: database, beside });
    expect(findings.filter(({ rule }) => rule === 'aws-rds-public')).toEqual([]);
  });

  it('joins lists and maps of several files', async () => {
    const files = {
      'main.tf':
        'resource "aws_security_group" "a" {\n  ingress {\n    cidr_blocks = concat(local.offices, var.more)\n  }\n}\n',
      'locals.tf':
        'locals {\n  offices = ["10.0.0.0/8"]\n}\nvariable "more" {\n  default = ["0.0.0.0/0"]\n}\n',
    };
    expect(await findAcross('aws-security-group-open-ingress', files)).toEqual(['main.tf:3']);
  });

  it('sees what another file of the module says about a resource', async () => {
    const bucket = 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n';
    const versioning =
      'resource "aws_s3_bucket_versioning" "logs" {\n  bucket = aws_s3_bucket.logs.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n';
    expect(await findAcross('aws-s3-versioning', { 'a.tf': bucket })).toEqual(['a.tf:1']);
    expect(await findAcross('aws-s3-versioning', { 'a.tf': bucket, 'b.tf': versioning })).toEqual([]);
  });
});
