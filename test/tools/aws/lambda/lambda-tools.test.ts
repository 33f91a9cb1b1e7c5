import { describe, expect, it } from 'vitest';
import { createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const arn = 'arn:aws:lambda:eu-central-1:111122223333:function:checkout';

function account(limit?: number) {
  let reserved = limit;
  const path = '/functions/checkout';
  return createFakeAws({
    'lambda:GET /2015-03-31/functions': () => ({
      Functions: [{ FunctionName: 'checkout', MemorySize: 128 }],
    }),
    [`lambda:GET /2015-03-31${path}/configuration`]: () => ({
      FunctionName: 'checkout',
      FunctionArn: arn,
      State: 'Active',
      Environment: { Variables: { DATABASE_PASSWORD: 'hunter2' } },
    }),
    [`lambda:GET /2019-09-30${path}/concurrency`]: () => ({ ReservedConcurrentExecutions: reserved }),
    [`lambda:GET /2015-03-31${path}/aliases`]: () => ({ Aliases: [{ Name: 'live', FunctionVersion: '7' }] }),
    [`lambda:GET /2017-03-31/tags/${encodeURIComponent(arn)}`]: () => ({ Tags: { team: 'shop' } }),
    [`lambda:PUT /2017-10-31${path}/concurrency`]: ({ input }) => {
      reserved = input.ReservedConcurrentExecutions;
      return { ReservedConcurrentExecutions: reserved };
    },
    [`lambda:DELETE /2017-10-31${path}/concurrency`]: () => {
      reserved = undefined;
      return {};
    },
  });
}

describe('Lambda', () => {
  it('lists functions in the named region', async () => {
    const aws = account();
    expect(await callAwsTool(aws, 'lambda_list_functions', { region: 'eu-west-3' })).toMatchObject({
      value: { functions: [{ name: 'checkout', memoryMb: 128 }] },
    });
    expect(aws.calls[0]?.region).toBe('eu-west-3');
  });

  it('describes a function without the values of its environment', async () => {
    const result = await callAwsTool(account(), 'lambda_describe_function', { function: 'checkout' });
    expect(result).toMatchObject({
      kind: 'ok',
      value: {
        environmentNames: ['DATABASE_PASSWORD'],
        reservedConcurrency: null,
        aliases: [{ name: 'live', version: '7' }],
      },
    });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it.each([
    [20, 'lambda:PutFunctionConcurrency'],
    [null, 'lambda:DeleteFunctionConcurrency'],
  ])('sets a reserved concurrency of %s by approval with %s alone', async (reserved, action) => {
    const input = { function: 'checkout', reserved };
    const aws = account(5);
    expect(await callAwsTool(aws, 'lambda_set_reserved_concurrency', input)).toMatchObject({
      kind: 'needs-approval',
      plan: { grants: [{ actions: [action], resources: [arn] }] },
    });
    expect(aws.actions().some(called => /:(PUT|DELETE) /.test(called))).toBe(false);
    expect(
      await callAwsTool(aws, 'lambda_set_reserved_concurrency', input, { approvedBy: 'hubot' }),
    ).toMatchObject({ kind: 'ok', value: { reserved } });
    expect(await callAwsTool(aws, 'lambda_set_reserved_concurrency', input)).toMatchObject({
      kind: 'refused',
      code: 'not-possible',
    });
  });
});
