import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsTransferFtp = defineAttributeRule({
  id: 'aws-transfer-ftp',
  title: 'Transfer server that speaks FTP',
  concern: 'encryption-in-transit',
  fix: 'Offer SFTP or FTPS only.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-server.html',
  ],
  checks: [
    { type: 'aws_transfer_server', attribute: 'protocols', expect: noneOf(['FTP'], ['SFTP']) },
    { type: 'AWS::Transfer::Server', attribute: 'Protocols', expect: noneOf(['FTP'], ['SFTP']) },
  ],
});
