/** Actions that together let an identity get rights it was not given. */
export type EscalationPath = { readonly actions: readonly string[]; readonly gains: string };

const passRole = 'iam:PassRole';
const alone = (gains: string, ...names: readonly string[]): readonly EscalationPath[] =>
  names.map(name => ({ actions: [name], gains }));
const withRole = (service: string, ...actions: readonly string[]): EscalationPath => ({
  actions: [passRole, ...actions],
  gains: `runs ${service} with a more powerful role`,
});

/**
 * The paths that AWS's action documentation makes possible: changing one's own policies, minting another identity's
 * credentials, running code under another role, and passing a role to a service that runs code.
 */
export const escalationPaths: readonly EscalationPath[] = [
  ...alone(
    'rewrites a policy that is already attached',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
  ),
  ...alone(
    'gives an identity more policies',
    'iam:AttachUserPolicy',
    'iam:AttachGroupPolicy',
    'iam:AttachRolePolicy',
    'iam:PutUserPolicy',
    'iam:PutGroupPolicy',
    'iam:PutRolePolicy',
    'iam:AddUserToGroup',
    'sso:AttachManagedPolicyToPermissionSet',
    'sso:PutInlinePolicyToPermissionSet',
    'sso:CreateAccountAssignment',
  ),
  ...alone(
    'lifts a permissions boundary',
    'iam:DeleteRolePermissionsBoundary',
    'iam:DeleteUserPermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
    'iam:PutUserPermissionsBoundary',
  ),
  ...alone(
    'makes credentials of another identity',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:CreateServiceSpecificCredential',
    'iam:ResetServiceSpecificCredential',
  ),
  ...alone('lets itself assume another role', 'iam:UpdateAssumeRolePolicy'),
  ...alone('trusts an identity provider of its own', 'iam:CreateSAMLProvider', 'iam:UpdateSAMLProvider'),
  ...alone(
    'runs code under a role that is already attached',
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
    'glue:UpdateDevEndpoint',
    'glue:UpdateJob',
    'codebuild:UpdateProject',
    'ssm:SendCommand',
    'ssm:StartSession',
    'ecs:ExecuteCommand',
    'ec2:ModifyInstanceAttribute',
    'ec2-instance-connect:SendSSHPublicKey',
    'ec2-instance-connect:SendSerialConsoleSSHPublicKey',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
    'cloudformation:UpdateStack',
    'datapipeline:PutPipelineDefinition',
    'states:UpdateStateMachine',
  ),
  { actions: ['sts:AssumeRole'], gains: 'assumes any role that trusts the account' },
  withRole('an instance', 'ec2:RunInstances'),
  withRole('an instance', 'ec2:AssociateIamInstanceProfile'),
  withRole('a spot instance', 'ec2:RequestSpotInstances'),
  withRole('a spot fleet', 'ec2:RequestSpotFleet'),
  withRole('a function', 'lambda:CreateFunction', 'lambda:InvokeFunction'),
  withRole('a function', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'),
  withRole('a function', 'lambda:CreateFunction', 'lambda:AddPermission'),
  withRole('a function', 'lambda:CreateFunction', 'lambda:CreateFunctionUrlConfig'),
  withRole('a development endpoint', 'glue:CreateDevEndpoint'),
  withRole('a job', 'glue:CreateJob', 'glue:StartJobRun'),
  withRole('a job', 'glue:CreateJob', 'glue:CreateTrigger'),
  withRole('a session', 'glue:CreateSession', 'glue:RunStatement'),
  withRole('a stack', 'cloudformation:CreateStack'),
  withRole('a stack set', 'cloudformation:CreateStackSet'),
  withRole('a pipeline', 'datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'),
  withRole('a task', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  withRole('a task', 'ecs:RegisterTaskDefinition', 'ecs:StartTask'),
  withRole('a service', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'),
  withRole('a notebook', 'sagemaker:CreateNotebookInstance'),
  withRole('a training job', 'sagemaker:CreateTrainingJob'),
  withRole('a processing job', 'sagemaker:CreateProcessingJob'),
  withRole('a build', 'codebuild:CreateProject', 'codebuild:StartBuild'),
  withRole('a pipeline', 'codepipeline:CreatePipeline'),
  withRole('a state machine', 'states:CreateStateMachine', 'states:StartExecution'),
  withRole('a job', 'batch:RegisterJobDefinition', 'batch:SubmitJob'),
  withRole('a cluster', 'elasticmapreduce:RunJobFlow'),
  withRole('a service', 'apprunner:CreateService'),
  withRole('an automation', 'ssm:StartAutomationExecution'),
  withRole('a scaling group', 'autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'),
  withRole('a schedule', 'scheduler:CreateSchedule'),
  withRole('a resolver', 'appsync:CreateDataSource'),
  withRole('a workload', 'emr-serverless:StartJobRun'),
  withRole('a code interpreter', 'bedrock-agentcore:CreateCodeInterpreter'),
];
