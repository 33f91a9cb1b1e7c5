import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsSamStateMachineTracing = defineAttributeRule({
  id: 'aws-sam-state-machine-tracing',
  title: 'State machine without tracing',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `Tracing.Enabled` to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-statemachine.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
  ],
  checks: [
    { type: 'AWS::Serverless::StateMachine', attribute: 'Tracing.Enabled', expect: isTrue },
    { type: 'AWS::StepFunctions::StateMachine', attribute: 'TracingConfiguration.Enabled', expect: isTrue },
    { type: 'aws_sfn_state_machine', attribute: 'tracing_configuration.enabled', expect: isTrue },
  ],
});
