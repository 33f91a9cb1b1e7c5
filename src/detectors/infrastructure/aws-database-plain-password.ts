import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const awsDatabasePlainPassword = defineAttributeRule({
  id: 'aws-database-plain-password',
  title: 'Database password in plain text',
  concern: 'plain-secret',
  fix: 'Set `manage_master_user_password` or read the password from Secrets Manager.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'password', expect: isAbsent('example-password') },
    { type: 'aws_rds_cluster', attribute: 'master_password', expect: isAbsent('example-password') },
    { type: 'aws_docdb_cluster', attribute: 'master_password', expect: isAbsent('example-password') },
    { type: 'aws_redshift_cluster', attribute: 'master_password', expect: isAbsent('example-password') },
    { type: 'AWS::RDS::DBInstance', attribute: 'MasterUserPassword', expect: isAbsent('example-password') },
    { type: 'AWS::RDS::DBCluster', attribute: 'MasterUserPassword', expect: isAbsent('example-password') },
    { type: 'AWS::Redshift::Cluster', attribute: 'MasterUserPassword', expect: isAbsent('example-password') },
    {
      type: 'azurerm_mssql_server',
      attribute: 'administrator_login_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_postgresql_server',
      attribute: 'administrator_login_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_mysql_server',
      attribute: 'administrator_login_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_postgresql_flexible_server',
      attribute: 'administrator_password',
      expect: isAbsent('example-password'),
    },
    { type: 'google_sql_user', attribute: 'password', expect: isAbsent('example-password') },
  ],
});
