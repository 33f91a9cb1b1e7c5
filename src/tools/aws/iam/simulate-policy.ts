import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';
import { region } from '../../aws-calls/parameters.ts';

export const simulatePolicy = readTool({
  name: 'iam_simulate_policy',
  description:
    'Asks AWS’s policy simulator whether a user, group or role may do actions on resources, and which statements decide. Without a simulator (emulators), use iam_who_can.',
  permissions: { iam: ['iam:SimulatePrincipalPolicy'] },
  parameters: z.object({
    region,
    principal: z
      .string()
      .regex(/^arn:aws(-cn|-us-gov)?:iam::\d{12}:(user|group|role)\/[\w+=,.@/-]{1,576}$/)
      .describe('ARN of the user, group or role.'),
    actions: z
      .array(z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, 'an action such as s3:GetObject'))
      .min(1)
      .max(20)
      .describe('Actions such as `s3:GetObject`, at most 20.'),
    resources: z
      .array(z.string().min(1).max(2048))
      .min(1)
      .max(10)
      .nullish()
      .describe('ARNs, at most 10. Default: every resource (`*`).'),
  }),
  example: { principal: 'arn:aws:iam::111122223333:user/deploy', actions: ['s3:GetObject'] },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const command = new sdk.SimulatePrincipalPolicyCommand({
      PolicySourceArn: input.principal,
      ActionNames: input.actions,
      ResourceArns: input.resources ?? ['*'],
      MaxItems: 1000,
    });
    const asked = client.send(command, { abortSignal: signal });
    // How servers say that they have no such operation; the error of one that answers nothing is an `Error`.
    const absent = [
      'InvalidAction',
      'InternalFailure',
      'NotImplemented',
      'UnknownOperationException',
      'Error',
    ];
    const answer = await orNothing(asked, ...absent);
    if (answer === undefined) {
      return {
        kind: 'refused',
        code: 'no-simulator',
        message:
          'iam_simulate_policy: the policy simulator did not answer; emulators have none. iam_who_can evaluates the policies of the account itself.',
      };
    }
    const decisions = (answer.EvaluationResults ?? []).map(result => ({
      action: result.EvalActionName,
      resource: result.EvalResourceName,
      decision: result.EvalDecision,
      decidedBy: result.MatchedStatements?.map(({ SourcePolicyId }) => SourcePolicyId),
      missingContext: result.MissingContextValues,
      allowedByBoundary: result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
      allowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations,
    }));
    return { kind: 'ok', value: { principal: input.principal, decisions } };
  },
});
