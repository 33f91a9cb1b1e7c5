import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsSagemakerTraffic = defineAttributeRule({
  id: 'aws-sagemaker-traffic',
  title: 'Job whose nodes talk without encryption',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Set `enable_inter_container_traffic_encryption`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_data_quality_job_definition',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_monitoring_schedule',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-dataqualityjobdefinition.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-modelqualityjobdefinition.html',
  ],
  checks: [
    {
      type: 'aws_sagemaker_data_quality_job_definition',
      attribute: 'network_config.enable_inter_container_traffic_encryption',
      expect: isTrue,
    },
    {
      type: 'aws_sagemaker_monitoring_schedule',
      attribute:
        'monitoring_schedule_config.monitoring_job_definition.network_config.enable_inter_container_traffic_encryption',
      expect: notFalse,
    },
    {
      type: 'AWS::SageMaker::DataQualityJobDefinition',
      attribute: 'NetworkConfig.EnableInterContainerTrafficEncryption',
      expect: isTrue,
    },
    {
      type: 'AWS::SageMaker::ModelQualityJobDefinition',
      attribute: 'NetworkConfig.EnableInterContainerTrafficEncryption',
      expect: isTrue,
    },
    {
      type: 'AWS::SageMaker::ModelBiasJobDefinition',
      attribute: 'NetworkConfig.EnableInterContainerTrafficEncryption',
      expect: isTrue,
    },
  ],
});
