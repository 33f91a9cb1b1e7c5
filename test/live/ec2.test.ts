import { Buffer } from 'node:buffer';
import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callLive, liveEndpoint, liveServices, liveTitle, uniqueName } from './live-aws.ts';

const region = 'eu-west-1';
const createdIds = z.object({ created: z.array(z.string()).min(1) });

/** Calls a change with an approval, after seeing that it waits for one without. */
async function change(tool: string, input: object): Promise<unknown> {
  const waiting = await callLive(tool, { region, ...input });
  expect([tool, waiting.kind, 'message' in waiting ? waiting.message : '']).toEqual([
    tool,
    'needs-approval',
    '',
  ]);
  const done = await callLive(tool, { region, ...input }, { approve: true });
  expect([tool, done.kind, 'message' in done ? done.message : '']).toEqual([tool, 'ok', '']);
  return done.kind === 'ok' ? done.value : undefined;
}

async function create(tool: string, input: object): Promise<string> {
  return createdIds.parse(await change(tool, input)).created[0] ?? '';
}

async function read(tool: string, input: object): Promise<string> {
  const result = await callLive(tool, { region, ...input });
  expect([tool, result.kind, 'message' in result ? result.message : '']).toEqual([tool, 'ok', '']);
  return JSON.stringify(result);
}

describe.skipIf(liveEndpoint === undefined)(`EC2 live${liveTitle}`, () => {
  let image = '';
  beforeAll(async () => {
    const { sdk, client } = await liveServices(region).ec2();
    const { Images = [] } = await client.send(new sdk.DescribeImagesCommand({ Owners: ['amazon'] }));
    image = Images.find(({ Architecture }) => Architecture === 'x86_64')?.ImageId ?? '';
  });

  it('makes an instance and takes it through its life', async () => {
    const name = uniqueName('devops');
    const id = await create('ec2_create_instances', { imageId: image, instanceType: 't3.micro', name });
    const instance = { instanceIds: [id] };
    await read('ec2_wait_for_instances', { ...instance, state: 'running', seconds: 30 });
    expect(
      await read('ec2_list_instances', { state: 'running', tag: { key: 'Name', value: name } }),
    ).toContain(id);
    const elsewhere = await callLive('ec2_list_instances', { region: 'eu-west-2' });
    expect(JSON.stringify(elsewhere)).not.toContain(id);
    expect(await read('ec2_describe_instance', { instanceId: id })).toContain('"terminationProtected":false');
    await change('ec2_reboot_instances', instance);
    expect(
      await callLive('ec2_resize_instance', { region, instanceId: id, instanceType: 't3.small' }),
    ).toMatchObject({
      kind: 'refused',
      code: 'not-possible',
    });
    await change('ec2_stop_instances', instance);
    await read('ec2_wait_for_instances', { ...instance, state: 'stopped', seconds: 30 });
    await change('ec2_resize_instance', { instanceId: id, instanceType: 't3.small' });
    await change('ec2_start_instances', instance);
    await change('ec2_set_termination_protection', { instanceId: id, protect: true });
    expect(
      await callLive('ec2_terminate_instances', { region, ...instance }, { approve: true }),
    ).toMatchObject({
      kind: 'refused',
      code: 'termination-protected',
    });
    await change('ec2_set_termination_protection', { instanceId: id, protect: false });
    await change('ec2_terminate_instances', instance);
    await read('ec2_wait_for_instances', { ...instance, state: 'terminated', seconds: 30 });
    expect(await callLive('ec2_start_instances', { region, ...instance }, { approve: true })).toMatchObject({
      kind: 'refused',
      code: 'not-possible',
    });
  });

  it('says that an instance does not exist, instead of waiting for it', async () => {
    const unknown = { region, instanceIds: ['i-0123456789abcdef0'] };
    for (const [tool, more] of [
      ['ec2_wait_for_instances', { state: 'running' }],
      ['ec2_stop_instances', {}],
      ['ec2_terminate_instances', {}],
    ] as const) {
      expect(await callLive(tool, { ...unknown, ...more }, { approve: true })).toMatchObject({
        kind: 'refused',
        code: 'aws-not-found',
      });
    }
  });

  it('gives and takes tags', async () => {
    const id = await create('vpc_create_vpc', { cidr: '10.91.0.0/16' });
    await change('ec2_tag_resources', { ids: [id], tags: [{ key: 'team', value: 'web' }] });
    expect(await read('vpc_list_vpcs', { tag: { key: 'team', value: 'web' } })).toContain(id);
    await change('ec2_untag_resources', { ids: [id], keys: ['team'] });
    expect(await read('vpc_list_vpcs', { tag: { key: 'team', value: 'web' } })).not.toContain(id);
    await change('vpc_delete_vpc', { vpcId: id });
  });

  it('keeps a security group, opened and closed, and never to the world', async () => {
    const vpc = await create('vpc_create_vpc', { cidr: '10.92.0.0/16' });
    const group = await create('ec2_create_security_group', {
      vpcId: vpc,
      groupName: uniqueName('web'),
      description: 'Web',
    });
    const securityGroupId = group;
    const rules = [{ protocol: 'tcp', from: 443, cidr: '0.0.0.0/0', description: 'HTTPS' }];
    await change('ec2_authorize_ingress', { securityGroupId, rules });
    expect(await read('ec2_describe_security_group', { securityGroupId })).toContain('"from":443');
    for (const rule of [
      { protocol: 'tcp', from: 22, cidr: '0.0.0.0/0' },
      { protocol: 'all', cidr: '::/0' },
    ]) {
      const input = { region, securityGroupId, rules: [rule] };
      expect(await callLive('ec2_authorize_ingress', input, { approve: true })).toMatchObject({
        kind: 'refused',
        code: 'open-to-world',
      });
    }
    await change('ec2_revoke_ingress', { securityGroupId, rules });
    const out = [{ protocol: 'udp', from: 53, cidr: '10.0.0.0/8' }];
    await change('ec2_authorize_egress', { securityGroupId, rules: out });
    await change('ec2_revoke_egress', { securityGroupId, rules: out });
    expect(await read('ec2_list_security_groups', { vpcId: vpc })).toContain(group);
    await change('ec2_delete_security_group', { securityGroupId });
    await change('vpc_delete_vpc', { vpcId: vpc });
  });

  it('makes a key pair whose private key is in the secret alone', async () => {
    const { sdk, client } = await liveServices(region).secretsManager();
    const secret = uniqueName('ssh');
    await client.send(new sdk.CreateSecretCommand({ Name: secret, SecretString: 'empty' }));
    const keyPair = uniqueName('deploy');
    const made = await change('ec2_create_key_pair', { keyPair, keyType: 'rsa', secret });
    expect(JSON.stringify(made)).not.toContain('PRIVATE');
    const { SecretString } = await client.send(new sdk.GetSecretValueCommand({ SecretId: secret }));
    expect(SecretString).toContain('PRIVATE KEY');
    expect(await read('ec2_list_key_pairs', {})).toContain(keyPair);
    await change('ec2_delete_key_pair', { keyPair });
    expect(await read('ec2_list_key_pairs', {})).not.toContain(keyPair);
  });

  it('takes a public key, once', async () => {
    const keyPair = uniqueName('deploy');
    const { publicKey: made } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n = '', e = '' } = made.export({ format: 'jwk' });
    const part = (bytes: Buffer): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([length, bytes]);
    };
    const number = (text: string) => part(Buffer.concat([Buffer.alloc(1), Buffer.from(text, 'base64url')]));
    const wire = Buffer.concat([part(Buffer.from('ssh-rsa')), part(Buffer.from(e, 'base64url')), number(n)]);
    const input = { keyPair, publicKey: `ssh-rsa ${wire.toString('base64')} mona` };
    await change('ec2_import_key_pair', input);
    expect(await callLive('ec2_import_key_pair', { region, ...input })).toMatchObject({
      kind: 'refused',
      code: 'not-possible',
    });
    await change('ec2_delete_key_pair', { keyPair });
  });

  it('changes nothing that is protected or not ours, and never too much at once', async () => {
    const instance = { imageId: image, instanceType: 't3.micro', count: 3 };
    const { created: instanceIds } = createdIds.parse(await change('ec2_create_instances', instance));
    const managedTag = { key: 'devops:managed', value: 'true' };
    const protectedTag = { key: 'devops:protected', value: '' };
    const limits = { protectedTags: [protectedTag], managedTag, maxResources: 2, maxPercent: 100 };
    const stop = async (ids: readonly string[], more: object = {}) => {
      const settings = { limits: { ...limits, ...more } };
      const input = { region, instanceIds: ids };
      const result = await callLive('ec2_stop_instances', input, { approve: true, settings });
      return 'code' in result ? result.code : result.kind;
    };
    const [first = '', second = '', third = ''] = instanceIds;
    expect(await stop(instanceIds)).toBe('too-many');
    expect(await stop([first, second], { maxPercent: 1 })).toBe('too-large-a-share');
    await change('ec2_tag_resources', { ids: [first], tags: [{ key: 'devops:protected', value: 'yes' }] });
    // It is managed too: protected wins.
    expect(await stop([first])).toBe('protected');
    expect(await stop([second, first])).toBe('protected');
    await change('ec2_untag_resources', { ids: [second], keys: ['devops:managed'] });
    expect(await stop([second])).toBe('unmanaged');
    expect(await stop([third])).toBe('ok');
    await change('ec2_terminate_instances', { instanceIds });
  });

  it('makes images and snapshots', async () => {
    const instance = await create('ec2_create_instances', { imageId: image, instanceType: 't3.micro' });
    const made = await create('ec2_create_image', { instanceId: instance, imageName: uniqueName('web') });
    expect(await read('ec2_list_images', {})).toContain(made);
    await read('ec2_describe_image', { imageId: made });
    const volumes = await read('ec2_list_volumes', { instanceId: instance });
    const volumeId = /vol-[0-9a-f]+/.exec(volumes)?.[0] ?? '';
    const snapshot = await create('ec2_create_snapshot', { volumeId });
    expect(await read('ec2_list_snapshots', { volumeId })).toContain(snapshot);
    await read('ec2_describe_snapshot', { snapshotId: snapshot });
    await read('ec2_list_addresses', {});
    await change('ec2_terminate_instances', { instanceIds: [instance] });
  });
});
