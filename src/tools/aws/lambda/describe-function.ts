import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { functionName } from './function-name.ts';

export const describeFunction = readTool({
  name: 'lambda_describe_function',
  description:
    'Describes one Lambda function: state, limits, reserved concurrency, aliases. Of its environment the names alone.',
  permissions: {
    iam: ['lambda:GetFunctionConfiguration', 'lambda:GetFunctionConcurrency', 'lambda:ListAliases'],
  },
  parameters: z.object({ region, function: functionName }),
  example: { region: 'eu-central-1', function: 'checkout' },
  async handle({ function: name }, { signal }, aws) {
    const { sdk, client } = await aws.lambda();
    const options = { abortSignal: signal };
    const named = { FunctionName: name };
    const found = await client.send(new sdk.GetFunctionConfigurationCommand(named), options);
    const { ReservedConcurrentExecutions } = await client.send(
      new sdk.GetFunctionConcurrencyCommand(named),
      options,
    );
    const aliases = await collectPages(
      sdk.paginateListAliases({ client }, named, options),
      100,
      page => page.Aliases,
    );
    const value = {
      region: aws.region,
      name: found.FunctionName,
      arn: found.FunctionArn,
      description: found.Description,
      runtime: found.Runtime,
      handler: found.Handler,
      role: found.Role,
      memoryMb: found.MemorySize,
      timeoutSeconds: found.Timeout,
      state: found.State,
      stateReason: found.StateReason,
      lastUpdate: found.LastUpdateStatus,
      lastUpdateReason: found.LastUpdateStatusReason,
      modified: found.LastModified,
      codeBytes: found.CodeSize,
      // Values of an environment are often secrets.
      environmentNames: Object.keys(found.Environment?.Variables ?? {}).toSorted(),
      reservedConcurrency: ReservedConcurrentExecutions ?? null,
      aliases: aliases.entries.map(alias => ({
        name: alias.Name,
        version: alias.FunctionVersion,
        weights: alias.RoutingConfig?.AdditionalVersionWeights,
      })),
    };
    return { kind: 'ok', value, ...(aliases.cut !== undefined && { cut: aliases.cut }) };
  },
});
