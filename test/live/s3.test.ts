import { describe, expect, it } from 'vitest';
import { callLive, liveEndpoint, liveTitle, uniqueName } from './live-aws.ts';

const policy = (Effect: 'Allow' | 'Deny', bucket: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect, Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }],
  });

describe.skipIf(liveEndpoint === undefined)(`S3 live${liveTitle}`, () => {
  const approve = { approve: true };

  it('buckets are made private, changed, and deleted when they are empty', async () => {
    const bucket = uniqueName('devops-live');
    expect(await callLive('s3_bucket_exists', { bucket })).toMatchObject({ value: { exists: false } });
    expect((await callLive('s3_create_bucket', { bucket })).kind).toBe('needs-approval');
    expect(await callLive('s3_create_bucket', { bucket }, approve)).toMatchObject({ kind: 'ok' });
    expect(JSON.stringify(await callLive('s3_list_buckets', { prefix: bucket }))).toContain(bucket);
    expect(await callLive('s3_get_public_access_block', { bucket })).toMatchObject({
      value: { setting: { blockPublicPolicy: true, restrictPublicBuckets: true } },
    });
    const lift = { bucket, setting: { blockPublicAcls: false } };
    expect(await callLive('s3_put_public_access_block', lift, approve)).toMatchObject({
      code: 'no-tool-for-that',
    });
    const open = { bucket, setting: policy('Allow', bucket) };
    expect(await callLive('s3_put_bucket_policy', open, approve)).toMatchObject({ code: 'no-tool-for-that' });
    const closed = { bucket, setting: policy('Deny', bucket) };
    expect(await callLive('s3_put_bucket_policy', closed, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('s3_get_bucket_policy', { bucket })).toMatchObject({ value: { public: [] } });
    expect(await callLive('s3_delete_bucket_policy', { bucket }, approve)).toMatchObject({ kind: 'ok' });
    const settings = {
      versioning: { status: 'enabled' },
      encryption: { algorithm: 'AES256' },
      lifecycle: [{ id: 'uploads', abortUploadsAfterDays: 7 }],
    };
    for (const [name, setting] of Object.entries(settings)) {
      expect(await callLive(`s3_put_${name}`, { bucket, setting }, approve)).toMatchObject({ kind: 'ok' });
    }
    expect(await callLive('s3_get_versioning', { bucket })).toMatchObject({
      value: { setting: settings.versioning },
    });
    expect(await callLive('s3_get_encryption', { bucket })).toMatchObject({
      value: { setting: settings.encryption },
    });
    expect(await callLive('s3_get_lifecycle', { bucket })).toMatchObject({
      value: { setting: [{ ID: 'uploads' }] },
    });
    expect(await callLive('s3_get_logging', { bucket })).toMatchObject({ value: { setting: null } });
    expect(await callLive('s3_delete_bucket', { bucket }, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('s3_bucket_exists', { bucket })).toMatchObject({ value: { exists: false } });
  });

  it('objects are written, read, copied and deleted, and never overwritten without versions', async () => {
    const bucket = uniqueName('devops-live');
    await callLive('s3_create_bucket', { bucket }, approve);
    const object = { bucket, key: 'a b/ü.txt' };
    expect(await callLive('s3_put_object', { ...object, content: 'one' }, approve)).toMatchObject({
      kind: 'ok',
    });
    expect(await callLive('s3_put_object', { ...object, content: 'two' }, approve)).toMatchObject({
      code: 'would-be-lost',
    });
    expect(await callLive('s3_get_object', object)).toMatchObject({ value: { text: 'one' } });
    const copy = { from: object, to: { bucket, key: 'copy' } };
    expect(await callLive('s3_copy_object', copy, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('s3_list_objects', { bucket, limit: 1 })).toMatchObject({ cut: /first 1/ });
    expect(await callLive('s3_delete_bucket', { bucket }, approve)).toMatchObject({ code: 'not-empty' });
    for (const key of [object.key, 'copy']) {
      expect(await callLive('s3_delete_object', { bucket, key }, approve)).toMatchObject({ kind: 'ok' });
    }
    expect(await callLive('s3_get_object', object)).toMatchObject({ code: 'aws-not-found' });
    await callLive('s3_delete_bucket', { bucket }, approve);
  });

  it('the account’s public access block is read', async () => {
    expect(await callLive('s3_get_account_public_access_block', {})).toMatchObject({ kind: 'ok' });
  });
});
