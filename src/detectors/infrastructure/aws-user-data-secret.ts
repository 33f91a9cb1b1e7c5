import { defineAttributeRule } from './define-attribute-rule.ts';
import { noSecretText } from './model/expectation.ts';

export const awsUserDataSecret = defineAttributeRule({
  id: 'aws-user-data-secret',
  title: 'Secret in user data',
  concern: 'plain-secret',
  fix: 'Fetch the secret at start-up with the instance’s role.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration',
  ],
  checks: [
    { type: 'aws_instance', attribute: 'user_data', expect: noSecretText },
    { type: 'aws_instance', attribute: 'user_data_base64', expect: noSecretText },
    { type: 'aws_launch_configuration', attribute: 'user_data', expect: noSecretText },
    { type: 'aws_launch_configuration', attribute: 'user_data_base64', expect: noSecretText },
    { type: 'aws_launch_template', attribute: 'user_data', expect: noSecretText },
    { type: 'AWS::EC2::Instance', attribute: 'UserData', expect: noSecretText },
    { type: 'AWS::EC2::Instance', attribute: 'UserData.Fn::Base64', expect: noSecretText },
    { type: 'AWS::AutoScaling::LaunchConfiguration', attribute: 'UserData', expect: noSecretText },
    { type: 'AWS::EC2::LaunchTemplate', attribute: 'LaunchTemplateData.UserData', expect: noSecretText },
    { type: 'azurerm_virtual_machine', attribute: 'os_profile.custom_data', expect: noSecretText },
    { type: 'azurerm_linux_virtual_machine', attribute: 'custom_data', expect: noSecretText },
    { type: 'google_compute_instance', attribute: 'metadata_startup_script', expect: noSecretText },
    { type: 'google_compute_instance', attribute: 'metadata.startup-script', expect: noSecretText },
    { type: 'google_compute_instance', attribute: 'metadata.user-data', expect: noSecretText },
    { type: 'google_compute_instance_template', attribute: 'metadata_startup_script', expect: noSecretText },
    { type: 'google_compute_instance_template', attribute: 'metadata.startup-script', expect: noSecretText },
    { type: 'azurerm_linux_virtual_machine_scale_set', attribute: 'custom_data', expect: noSecretText },
    { type: 'azurerm_windows_virtual_machine', attribute: 'custom_data', expect: noSecretText },
    { type: 'azurerm_linux_virtual_machine', attribute: 'user_data', expect: noSecretText },
    { type: 'oci_core_instance', attribute: 'metadata.user_data', expect: noSecretText },
    { type: 'digitalocean_droplet', attribute: 'user_data', expect: noSecretText },
    { type: 'openstack_compute_instance_v2', attribute: 'user_data', expect: noSecretText },
    { type: 'cloudstack_instance', attribute: 'user_data', expect: noSecretText },
  ],
});
