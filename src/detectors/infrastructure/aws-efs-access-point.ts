import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, setNoneOf } from './model/expectation.ts';

export const awsEfsAccessPoint = defineAttributeRule({
  id: 'aws-efs-access-point',
  title: 'File system access point without a folder or user of its own',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Set `root_directory.path` and `posix_user`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_access_point',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-accesspoint.html',
  ],
  checks: [
    { type: 'aws_efs_access_point', attribute: 'root_directory.path', expect: setNoneOf(['/'], '/data') },
    { type: 'aws_efs_access_point', attribute: 'posix_user.uid', expect: isPresent(1000) },
    { type: 'AWS::EFS::AccessPoint', attribute: 'RootDirectory.Path', expect: setNoneOf(['/'], '/data') },
    { type: 'AWS::EFS::AccessPoint', attribute: 'PosixUser.Uid', expect: isPresent('1000') },
  ],
});
