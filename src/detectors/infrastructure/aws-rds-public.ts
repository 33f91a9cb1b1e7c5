import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse, notTrue } from './model/expectation.ts';

export const awsRdsPublic = defineAttributeRule({
  id: 'aws-rds-public',
  title: 'RDS instance with a public address',
  concern: 'public-exposure',
  fix: 'Set `publicly_accessible` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'publicly_accessible', expect: notTrue },
    { type: 'aws_rds_cluster_instance', attribute: 'publicly_accessible', expect: notTrue },
    { type: 'AWS::RDS::DBInstance', attribute: 'PubliclyAccessible', expect: notTrue },
    { type: 'aws_redshift_cluster', attribute: 'publicly_accessible', expect: isFalse },
    { type: 'AWS::Redshift::Cluster', attribute: 'PubliclyAccessible', expect: notTrue },
    { type: 'aws_dms_replication_instance', attribute: 'publicly_accessible', expect: notTrue },
    { type: 'AWS::DMS::ReplicationInstance', attribute: 'PubliclyAccessible', expect: isFalse },
    { type: 'aws_neptune_cluster_instance', attribute: 'publicly_accessible', expect: notTrue },
    { type: 'aws_redshiftserverless_workgroup', attribute: 'publicly_accessible', expect: notTrue },
    { type: 'AWS::RedshiftServerless::Workgroup', attribute: 'PubliclyAccessible', expect: notTrue },
    { type: 'aws_lightsail_database', attribute: 'publicly_accessible', expect: notTrue },
  ],
});
