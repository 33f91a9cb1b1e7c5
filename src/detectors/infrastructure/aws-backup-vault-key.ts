import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsBackupVaultKey = defineAttributeRule({
  id: 'aws-backup-vault-key',
  title: 'Backup vault without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html',
  ],
  checks: [
    { type: 'aws_backup_vault', attribute: 'kms_key_arn', expect: isPresent('alias/data') },
    { type: 'AWS::Backup::BackupVault', attribute: 'EncryptionKeyArn', expect: isPresent('alias/data') },
  ],
});
