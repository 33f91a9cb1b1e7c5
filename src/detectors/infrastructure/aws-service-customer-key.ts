import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf } from './model/expectation.ts';

export const awsServiceCustomerKey = defineAttributeRule({
  id: 'aws-service-customer-key',
  title: 'Managed service without a customer key',
  concern: 'customer-key',
  fix: 'Name a key of your own.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codeartifact_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codepipeline',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_snapshot_copy',
  ],
  checks: [
    {
      type: 'aws_codeartifact_domain',
      attribute: 'encryption_key',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_codepipeline',
      attribute: 'artifact_store.encryption_key.id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_db_snapshot_copy',
      attribute: 'kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_appflow_flow',
      attribute: 'kms_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_appflow_connector_profile',
      attribute: 'kms_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_mwaa_environment',
      attribute: 'kms_key',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_memorydb_cluster',
      attribute: 'kms_key_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_memorydb_snapshot',
      attribute: 'kms_key_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_scheduler_schedule',
      attribute: 'kms_key_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_kinesis_video_stream',
      attribute: 'kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_bedrockagent_agent',
      attribute: 'customer_encryption_key_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_apprunner_service',
      attribute: 'encryption_configuration.kms_key',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_efs_file_system',
      attribute: 'kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_elasticache_replication_group',
      attribute: 'kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_sfn_state_machine',
      attribute: 'encryption_configuration.kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_cloudwatch_event_bus',
      attribute: 'kms_key_identifier',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_dynamodb_table_replica',
      attribute: 'kms_key_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_rds_cluster_activity_stream',
      attribute: 'kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'AWS::CodeArtifact::Domain',
      attribute: 'EncryptionKey',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'AWS::CodePipeline::Pipeline',
      attribute: 'ArtifactStore.EncryptionKey.Id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'AWS::MWAA::Environment',
      attribute: 'KmsKey',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'AWS::EFS::FileSystem',
      attribute: 'KmsKeyId',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'AWS::ElastiCache::ReplicationGroup',
      attribute: 'KmsKeyId',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_redshiftserverless_namespace',
      attribute: 'kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'AWS::RedshiftServerless::Namespace',
      attribute: 'KmsKeyId',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_networkfirewall_rule_group',
      attribute: 'encryption_configuration.type',
      expect: noneOf(['AWS_OWNED_KMS_KEY'], 'CUSTOMER_KMS'),
    },
    {
      type: 'aws_networkfirewall_firewall',
      attribute: 'encryption_configuration.type',
      expect: noneOf(['AWS_OWNED_KMS_KEY'], 'CUSTOMER_KMS'),
    },
    {
      type: 'aws_networkfirewall_firewall_policy',
      attribute: 'encryption_configuration.type',
      expect: noneOf(['AWS_OWNED_KMS_KEY'], 'CUSTOMER_KMS'),
    },
    {
      type: 'aws_keyspaces_table',
      attribute: 'encryption_specification.type',
      expect: noneOf(['AWS_OWNED_KMS_KEY'], 'CUSTOMER_MANAGED_KMS_KEY'),
    },
    {
      type: 'AWS::Cassandra::Table',
      attribute: 'EncryptionSpecification.EncryptionType',
      expect: noneOf(['AWS_OWNED_KMS_KEY'], 'CUSTOMER_MANAGED_KMS_KEY'),
    },
    {
      type: 'aws_connect_instance_storage_config',
      within: 'storage_config.s3_config',
      attribute: 'encryption_config.key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
    {
      type: 'aws_bedrock_custom_model',
      attribute: 'custom_model_kms_key_id',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
    },
  ],
});
