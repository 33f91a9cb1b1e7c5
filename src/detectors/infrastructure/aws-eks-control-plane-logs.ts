import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, isPresent } from './model/expectation.ts';

export const awsEksControlPlaneLogs = defineAttributeRule({
  id: 'aws-eks-control-plane-logs',
  title: 'EKS control plane without logs',
  concern: 'logging',
  fix: 'List api, audit, authenticator, controllerManager and scheduler in `enabled_cluster_log_types`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  ],
  checks: [
    {
      type: 'aws_eks_cluster',
      attribute: 'enabled_cluster_log_types',
      expect: contains(
        /^audit$/,
        ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
        ['api'],
      ),
    },
    {
      type: 'aws_eks_cluster',
      attribute: 'enabled_cluster_log_types',
      expect: contains(/^api$/, ['api'], ['audit']),
    },
    {
      type: 'aws_eks_cluster',
      attribute: 'enabled_cluster_log_types',
      expect: contains(/^authenticator$/, ['authenticator'], ['audit']),
    },
    {
      type: 'aws_eks_cluster',
      attribute: 'enabled_cluster_log_types',
      expect: contains(/^controllermanager$/, ['controllerManager'], ['audit']),
    },
    {
      type: 'aws_eks_cluster',
      attribute: 'enabled_cluster_log_types',
      expect: contains(/^scheduler$/, ['scheduler'], ['audit']),
    },
    { type: 'AWS::EKS::Cluster', attribute: 'Logging.ClusterLogging.EnabledTypes.Type', expect: isPresent() },
  ],
});
