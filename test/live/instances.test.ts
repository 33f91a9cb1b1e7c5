import { describe, expect, it } from 'vitest';
import { callLive, liveEndpoint, liveServices, liveTitle } from './live-aws.ts';

describe.skipIf(liveEndpoint === undefined)(`EC2 instances live${liveTitle}`, () => {
  it('are listed in their region, and stopped after an approval', async () => {
    const { sdk, client } = await liveServices('eu-west-1').ec2();
    const { Images = [] } = await client.send(new sdk.DescribeImagesCommand({ Owners: ['amazon'] }));
    const started = await client.send(
      new sdk.RunInstancesCommand({ ImageId: Images[0]?.ImageId, MinCount: 1, MaxCount: 1 }),
    );
    const id = started.Instances?.[0]?.InstanceId ?? '';
    const listed = await callLive('ec2_list_instances', { region: 'eu-west-1', state: 'running' });
    expect(JSON.stringify(listed)).toContain(id);
    const elsewhere = await callLive('ec2_list_instances', { region: 'eu-west-2' });
    expect(JSON.stringify(elsewhere)).not.toContain(id);
    const input = { region: 'eu-west-1', instanceIds: [id] };
    expect((await callLive('ec2_stop_instances', input)).kind).toBe('needs-approval');
    expect((await callLive('ec2_stop_instances', input, { approve: true })).kind).toBe('ok');
  });
});
