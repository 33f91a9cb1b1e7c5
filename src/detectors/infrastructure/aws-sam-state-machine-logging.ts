import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, setNoneOf } from './model/expectation.ts';

export const awsSamStateMachineLogging = defineAttributeRule({
  id: 'aws-sam-state-machine-logging',
  title: 'SAM state machine without logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `Logging.Level` to ALL or ERROR.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-statemachine.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine',
  ],
  checks: [
    { type: 'AWS::Serverless::StateMachine', attribute: 'Logging.Destinations', expect: isPresent() },
    {
      type: 'aws_sfn_state_machine',
      attribute: 'logging_configuration.level',
      expect: setNoneOf(['OFF'], 'ALL'),
    },
    {
      type: 'AWS::StepFunctions::StateMachine',
      attribute: 'LoggingConfiguration.Level',
      expect: setNoneOf(['OFF'], 'ALL'),
    },
  ],
});
