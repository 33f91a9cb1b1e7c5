import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { functionName } from './function-name.ts';

export const setReservedConcurrency = changingTool({
  name: 'lambda_set_reserved_concurrency',
  description:
    'Sets or removes how many copies of a Lambda function may run at once; 0 stops the function. The share is taken from the account.',
  risk: 'write',
  permissions: {
    iam: [
      'lambda:GetFunctionConfiguration',
      'lambda:GetFunctionConcurrency',
      'lambda:ListTags',
      'lambda:PutFunctionConcurrency',
      'lambda:DeleteFunctionConcurrency',
    ],
  },
  undo: { kind: 'tool', tool: 'lambda_set_reserved_concurrency' },
  idempotent: true,
  parameters: z.object({
    region,
    function: functionName,
    reserved: z
      .number()
      .int()
      .min(0)
      .max(10_000)
      .nullable()
      .describe('Copies at once; null removes the limit of its own.'),
  }),
  example: { region: 'eu-central-1', function: 'checkout', reserved: 20 },
  async plan({ function: name, reserved }, { signal }, aws) {
    const { sdk, client } = await aws.lambda();
    const options = { abortSignal: signal };
    const found = await client.send(new sdk.GetFunctionConfigurationCommand({ FunctionName: name }), options);
    const arn = found.FunctionArn ?? '';
    const { Tags: tags = {} } = await client.send(new sdk.ListTagsCommand({ Resource: arn }), options);
    const before = await concurrencyOf(aws, name, signal);
    if (before.reserved === reserved) {
      const message = `lambda_set_reserved_concurrency: the reserved concurrency of ${name} in ${aws.region} is ${shown(reserved)} already.`;
      return { kind: 'refused', code: 'not-possible', message };
    }
    const action = reserved === null ? 'lambda:DeleteFunctionConcurrency' : 'lambda:PutFunctionConcurrency';
    return {
      kind: 'plan',
      summary: `Sets the reserved concurrency of ${name} in ${aws.region} from ${shown(before.reserved)} to ${shown(reserved)}${reserved === 0 ? ', which stops the function' : ''}.`,
      checkedBy: 'pre-check',
      before,
      targets: [{ arn, tags }],
      grants: [{ actions: [action], resources: [arn] }],
    };
  },
  async act({ function: name, reserved }, { signal }, aws) {
    const { sdk, client } = await aws.lambda();
    const options = { abortSignal: signal };
    if (reserved === null) {
      await client.send(new sdk.DeleteFunctionConcurrencyCommand({ FunctionName: name }), options);
    } else {
      const limited = { FunctionName: name, ReservedConcurrentExecutions: reserved };
      await client.send(new sdk.PutFunctionConcurrencyCommand(limited), options);
    }
    return { kind: 'ok', value: { function: name, reserved, region: aws.region } };
  },
  verify: ({ function: name }, { signal }, aws) => concurrencyOf(aws, name, signal),
  async reconcile({ function: name, reserved }, { signal }, aws) {
    const now = await concurrencyOf(aws, name, signal);
    return now.reserved === reserved
      ? { kind: 'ok', value: { function: name, reserved, region: aws.region } }
      : undefined;
  },
});

async function concurrencyOf(
  aws: AwsClients,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly reserved: number | null }> {
  const { sdk, client } = await aws.lambda();
  const command = new sdk.GetFunctionConcurrencyCommand({ FunctionName: name });
  const answer = await client.send(command, { abortSignal: signal });
  return { reserved: answer.ReservedConcurrentExecutions ?? null };
}

function shown(reserved: number | null): string {
  return reserved === null ? 'none' : String(reserved);
}
