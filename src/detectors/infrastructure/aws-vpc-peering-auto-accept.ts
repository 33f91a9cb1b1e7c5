import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsVpcPeeringAutoAccept = defineAttributeRule({
  id: 'aws-vpc-peering-auto-accept',
  title: 'Peering that is accepted by itself',
  concern: 'hardening',
  fix: 'Accept peerings by hand.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway',
  ],
  checks: [
    {
      type: 'aws_ec2_transit_gateway',
      attribute: 'auto_accept_shared_attachments',
      expect: noneOf(['enable'], 'disable'),
    },
  ],
});
