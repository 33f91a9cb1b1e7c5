import { describe, expect, it } from 'vitest';
import { createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const id = 'i-0123456789abcdef0';

function account() {
  return createFakeAws({
    'sts:AssumeRole': () => ({
      Credentials: {
        AccessKeyId: 'assumed',
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: '2026-11-21T10:15:00Z',
      },
    }),
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    'ec2:DescribeInstances': () => ({
      reservationSet: {
        item: [
          { instancesSet: { item: [{ instanceId: id, instanceState: { code: 16, name: 'running' } }] } },
        ],
      },
    }),
    'ec2:StopInstances': () => ({
      instancesSet: { item: [{ instanceId: id, currentState: { code: 64, name: 'stopping' } }] },
    }),
  });
}

describe('stopping instances', () => {
  it('waits for an approval and changes nothing before it', async () => {
    const aws = account();
    const result = await callAwsTool(aws, 'ec2_stop_instances', { instanceIds: [id] });
    expect(result.kind).toBe('needs-approval');
    expect(aws.actions()).not.toContain('ec2:StopInstances');
  });

  it('acts in the named region in a session of the approver that allows this stop alone', async () => {
    const aws = account();
    const result = await callAwsTool(
      aws,
      'ec2_stop_instances',
      { instanceIds: [id], region: 'eu-west-1' },
      {
        approvedBy: 'hubot',
        settings: { actor: { arn: 'arn:aws:iam::111122223333:role/actor', externalId: undefined } },
      },
    );
    expect(result).toMatchObject({ kind: 'ok', value: [{ id, state: 'stopping' }] });
    const stop = aws.calls.find(({ action }) => action === 'ec2:StopInstances');
    expect([stop?.region, stop?.accessKeyId]).toEqual(['eu-west-1', 'assumed']);
    const assumed = aws.calls.find(({ action }) => action === 'sts:AssumeRole');
    expect(JSON.parse(assumed?.input.Policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['ec2:StopInstances'],
          Resource: [`arn:aws:ec2:eu-west-1:111122223333:instance/${id}`],
        },
      ],
    });
    expect(assumed?.input.SourceIdentity).toBe('hubot');
  });
});
