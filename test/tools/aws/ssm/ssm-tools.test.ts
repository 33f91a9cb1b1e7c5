import { describe, expect, it } from 'vitest';
import { createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { createFakeSsm, type FakeSsm } from '../../../fakes/aws/fake-ssm.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const id = 'i-0123456789abcdef0';
const input = { document: 'restart-web', version: '3', instanceIds: [id], parameters: { service: ['web'] } };

function account(): { readonly ssm: FakeSsm; readonly aws: FakeAws } {
  const ssm = createFakeSsm();
  ssm.instances.push({ id, online: true, tags: {} });
  const aws = createFakeAws({
    ...ssm.handlers,
    'ssm:DescribeInstanceInformation': () => ({
      InstanceInformationList: ssm.instances.map(one => ({
        InstanceId: one.id,
        PingStatus: one.online ? 'Online' : 'ConnectionLost',
      })),
    }),
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    'ec2:DescribeInstances': () => ({
      reservationSet: {
        item: [
          {
            instancesSet: { item: [{ instanceId: id, tagSet: { item: [{ key: 'team', value: 'shop' }] } }] },
          },
        ],
      },
    }),
  });
  return { ssm, aws };
}

describe('running a command', () => {
  it('is allowed for the approved document and instances alone', async () => {
    const { aws, ssm } = account();
    expect(await callAwsTool(aws, 'ssm_run_command', input)).toMatchObject({
      kind: 'needs-approval',
      plan: {
        grants: [
          {
            actions: ['ssm:SendCommand'],
            resources: [
              'arn:aws:ssm:eu-central-1:111122223333:document/restart-web',
              `arn:aws:ec2:eu-central-1:111122223333:instance/${id}`,
            ],
          },
        ],
      },
    });
    expect(ssm.commands).toEqual([]);
    const done = await callAwsTool(aws, 'ssm_run_command', input, { approvedBy: 'hubot' });
    expect(done).toMatchObject({ kind: 'ok', value: { commandId: 'command-1' } });
    expect(ssm.commands).toMatchObject([{ document: 'restart-web', parameters: { service: ['web'] } }]);
  });

  it('is sent once when the answer is lost, and is in doubt then', async () => {
    const { aws, ssm } = account();
    aws.faults.push({ action: 'ssm:SendCommand', times: 1, kind: 'lost' });
    const result = await callAwsTool(aws, 'ssm_run_command', input, { approvedBy: 'hubot' });
    expect(ssm.commands).toHaveLength(1);
    expect(result).toMatchObject({ kind: 'failed', inDoubt: true });
  });

  it.each([
    ['AWS-RunShellScript', []],
    ['own-document', [{ Name: 'commands', Type: 'StringList' }]],
  ])('is refused for %s, which runs whatever it is given', async (document, parameters) => {
    const { aws, ssm } = account();
    ssm.document = { type: 'Command', parameters };
    const asked = { document, version: '1', instanceIds: [id] };
    expect(await callAwsTool(aws, 'ssm_run_command', asked, { approvedBy: 'hubot' })).toMatchObject({
      kind: 'refused',
      code: 'ssm-document-runs-scripts',
    });
    expect(ssm.commands).toEqual([]);
  });

  it.each([
    [{ parameters: { service: ['web; reboot'] } }, 'invalid-input'],
    [{ version: '$LATEST' }, 'invalid-input'],
    [{ parameters: { other: ['x'] } }, 'ssm-parameter-unknown'],
  ])('is refused with %j', async (change, code) => {
    const { aws } = account();
    const result = await callAwsTool(
      aws,
      'ssm_run_command',
      { ...input, ...change },
      { approvedBy: 'hubot' },
    );
    expect(result).toMatchObject({ kind: 'refused', code });
  });

  it('is refused while an instance does not answer', async () => {
    const { aws, ssm } = account();
    for (const instance of ssm.instances) instance.online = false;
    expect(await callAwsTool(aws, 'ssm_run_command', input)).toMatchObject({
      kind: 'refused',
      code: 'ssm-instances-offline',
    });
  });

  it('can be followed, with what failed instances wrote', async () => {
    const { aws, ssm } = account();
    await callAwsTool(aws, 'ssm_run_command', input, { approvedBy: 'hubot' });
    ssm.finish([id]);
    const result = await callAwsTool(aws, 'ssm_command_status', {
      commandId: 'command-1',
      region: 'eu-west-3',
    });
    expect(result).toMatchObject({
      value: { region: 'eu-west-3', invocations: [{ instance: id, status: 'Failed', errors: 'it broke' }] },
    });
  });
});

describe('Systems Manager', () => {
  it('lists its machines, and says whether a document can be run', async () => {
    const { aws } = account();
    expect(await callAwsTool(aws, 'ssm_list_instances', {})).toMatchObject({
      value: { instances: [{ id, isOnline: true }] },
    });
    expect(await callAwsTool(aws, 'ssm_describe_document', { document: 'restart-web' })).toMatchObject({
      value: { canBeRun: true, parameters: [{ name: 'commit' }, { name: 'service' }] },
    });
    expect(await callAwsTool(aws, 'ssm_describe_document', { document: 'AWS-RunShellScript' })).toMatchObject(
      {
        value: { canBeRun: false },
      },
    );
  });
});
