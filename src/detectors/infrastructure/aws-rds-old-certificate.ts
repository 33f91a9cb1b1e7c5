import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsRdsOldCertificate = defineAttributeRule({
  id: 'aws-rds-old-certificate',
  title: 'Database with a certificate of an expired authority',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Set `ca_cert_identifier` to one of the current authorities, such as `rds-ca-rsa2048-g1`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster_instance',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'ca_cert_identifier',
      expect: notMatching(/^rds-ca-20(?:10|15|19)$/, 'rds-ca-rsa2048-g1', 'rds-ca-2015'),
    },
    {
      type: 'aws_rds_cluster_instance',
      attribute: 'ca_cert_identifier',
      expect: notMatching(/^rds-ca-20(?:10|15|19)$/, 'rds-ca-rsa2048-g1', 'rds-ca-2015'),
    },
    {
      type: 'aws_rds_cluster',
      attribute: 'ca_certificate_identifier',
      expect: notMatching(/^rds-ca-20(?:10|15|19)$/, 'rds-ca-rsa2048-g1', 'rds-ca-2015'),
    },
    {
      type: 'aws_docdb_cluster_instance',
      attribute: 'ca_cert_identifier',
      expect: notMatching(/^rds-ca-20(?:10|15|19)$/, 'rds-ca-rsa2048-g1', 'rds-ca-2015'),
    },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'CACertificateIdentifier',
      expect: notMatching(/^rds-ca-20(?:10|15|19)$/, 'rds-ca-rsa2048-g1', 'rds-ca-2015'),
    },
    {
      type: 'AWS::DocDB::DBInstance',
      attribute: 'CACertificateIdentifier',
      expect: notMatching(/^rds-ca-20(?:10|15|19)$/, 'rds-ca-rsa2048-g1', 'rds-ca-2015'),
    },
  ],
});
