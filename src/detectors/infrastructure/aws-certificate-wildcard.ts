import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsCertificateWildcard = defineAttributeRule({
  id: 'aws-certificate-wildcard',
  title: 'Certificate for every subdomain',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Name the domains.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html',
  ],
  checks: [
    {
      type: 'aws_acm_certificate',
      attribute: 'domain_name',
      expect: notMatching(/^\*/, 'www.example.com', '*.example.com'),
    },
    {
      type: 'AWS::CertificateManager::Certificate',
      attribute: 'DomainName',
      expect: notMatching(/^\*/, 'www.example.com', '*.example.com'),
    },
  ],
});
