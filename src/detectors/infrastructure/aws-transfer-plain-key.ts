import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const awsTransferPlainKey = defineAttributeRule({
  id: 'aws-transfer-plain-key',
  title: 'Access key in a transfer’s location',
  concern: 'plain-secret',
  fix: 'Take the key from a secret.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/datasync_location_object_storage',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/datasync_location_smb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/datasync_location_fsx_windows_file_system',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_endpoint',
  ],
  checks: [
    {
      type: 'aws_datasync_location_object_storage',
      attribute: 'secret_key',
      expect: isAbsent('s3cure-Value'),
    },
    { type: 'aws_datasync_location_smb', attribute: 'password', expect: isAbsent('s3cure-Value') },
    {
      type: 'aws_datasync_location_fsx_windows_file_system',
      attribute: 'password',
      expect: isAbsent('s3cure-Value'),
    },
    { type: 'aws_dms_endpoint', attribute: 'password', expect: isAbsent('s3cure-Value') },
    { type: 'aws_directory_service_directory', attribute: 'password', expect: isAbsent('s3cure-Value') },
    { type: 'aws_mq_broker', attribute: 'user.password', expect: isAbsent('s3cure-Value') },
    { type: 'aws_redshift_cluster', attribute: 'master_password', expect: isAbsent('s3cure-Value') },
    { type: 'AWS::DMS::Endpoint', attribute: 'Password', expect: isAbsent('s3cure-Value') },
    { type: 'AWS::AmazonMQ::Broker', attribute: 'Users.Password', expect: isAbsent('s3cure-Value') },
    { type: 'aws_elasticache_replication_group', attribute: 'auth_token', expect: isAbsent('s3cure-Value') },
    { type: 'AWS::ElastiCache::ReplicationGroup', attribute: 'AuthToken', expect: isAbsent('s3cure-Value') },
    { type: 'aws_elasticache_user', attribute: 'passwords', expect: isAbsent('s3cure-Value') },
    {
      type: 'aws_memorydb_user',
      attribute: 'authentication_mode.passwords',
      expect: isAbsent('s3cure-Value'),
    },
    { type: 'aws_docdb_cluster', attribute: 'master_password', expect: isAbsent('s3cure-Value') },
    {
      type: 'aws_opensearch_domain',
      attribute: 'advanced_security_options.master_user_options.master_user_password',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'aws_elasticsearch_domain',
      attribute: 'advanced_security_options.master_user_options.master_user_password',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'AWS::OpenSearchService::Domain',
      attribute: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'aws_redshiftserverless_namespace',
      attribute: 'admin_user_password',
      expect: isAbsent('s3cure-Value'),
    },
    { type: 'AWS::DirectoryService::MicrosoftAD', attribute: 'Password', expect: isAbsent('s3cure-Value') },
    {
      type: 'aws_fsx_windows_file_system',
      attribute: 'self_managed_active_directory.password',
      expect: isAbsent('s3cure-Value'),
    },
    { type: 'aws_vpn_connection', attribute: 'tunnel1_preshared_key', expect: isAbsent('s3cure-Value') },
    { type: 'aws_lightsail_database', attribute: 'master_password', expect: isAbsent('s3cure-Value') },
    {
      type: 'aws_appstream_directory_config',
      attribute: 'service_account_credentials.account_password',
      expect: isAbsent('s3cure-Value'),
    },
  ],
});
