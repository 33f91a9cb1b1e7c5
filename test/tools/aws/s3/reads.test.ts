import { describe, expect, it } from 'vitest';
import { AwsRefusal, createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const bucket = 'reports-2026';
const list = (keys: readonly string[], next?: string): string =>
  `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}${keys
    .map(key => `<Contents><Key>${key}</Key><Size>3</Size></Contents>`)
    .join('')}</ListBucketResult>`;

/** What a setting's tool asks for, what S3 answers where it was never set, and what is told. */
const unset = [
  ['s3_get_bucket_policy', '?policy', 'NoSuchBucketPolicy', { policy: null, public: [] }],
  ['s3_get_encryption', '?encryption', 'ServerSideEncryptionConfigurationNotFoundError', { setting: null }],
  ['s3_get_lifecycle', '?lifecycle', 'NoSuchLifecycleConfiguration', { setting: [] }],
  [
    's3_get_public_access_block',
    '?publicAccessBlock',
    'NoSuchPublicAccessBlockConfiguration',
    { setting: { blockPublicAcls: false, restrictPublicBuckets: false } },
  ],
] as const;

describe('reading S3', () => {
  it('goes to the named region, to a bucket’s own host', async () => {
    const aws = createFakeAws({ 's3:GET /?versioning': () => '<VersioningConfiguration/>' });
    const result = await callAwsTool(aws, 's3_get_versioning', { bucket, region: 'eu-west-1' });
    expect(result).toMatchObject({ kind: 'ok', value: { setting: { status: 'never' } } });
    expect(aws.calls[0]).toMatchObject({
      region: 'eu-west-1',
      host: `${bucket}.s3.eu-west-1.amazonaws.com`,
    });
  });

  it.each(unset)('%s says that nothing is set', async (name, query, code, value) => {
    const aws = createFakeAws({
      [`s3:GET /${query}`]: () => {
        throw new AwsRefusal(code, code, 404);
      },
    });
    expect(await callAwsTool(aws, name, { bucket })).toMatchObject({ kind: 'ok', value });
  });

  it.each([
    ['AccessDenied', 403, 'refused', 'aws-denied'],
    ['NoSuchBucket', 404, 'refused', 'aws-not-found'],
    ['PermanentRedirect', 301, 'refused', 'aws-wrong-region'],
    ['ExpiredToken', 400, 'refused', 'aws-expired-credentials'],
    ['SlowDown', 503, 'failed', 'aws-throttled'],
  ])('%s is told as %s', async (code, status, kind, expected) => {
    const aws = createFakeAws({});
    aws.faults.push({ action: 's3:GET /?policy', times: 3, kind: 'refuse', code, status });
    expect(await callAwsTool(aws, 's3_get_bucket_policy', { bucket })).toMatchObject({
      kind,
      code: expected,
    });
  });

  it.each([
    [404, { exists: false }],
    [403, { exists: true, mayList: false }],
    [301, { exists: true }],
  ])('a bucket that is answered with %i', async (status, value) => {
    const aws = createFakeAws({});
    aws.faults.push({ action: 's3:HEAD /', times: 1, kind: 'refuse', code: '', status });
    expect(await callAwsTool(aws, 's3_bucket_exists', { bucket })).toMatchObject({ kind: 'ok', value });
  });

  it('lists objects over pages, and no page more than the limit asks for', async () => {
    const aws = createFakeAws({
      's3:GET /?list-type=2&max-keys=4': () => list(['a', 'b'], 'next'),
      's3:GET /?list-type=2&continuation-token=next&max-keys=4': () => list(['c', 'd'], 'more'),
    });
    const result = await callAwsTool(aws, 's3_list_objects', { bucket, limit: 3 });
    expect(result).toMatchObject({
      value: { objects: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] },
      cut: 'only the first 3 are given; there are more',
    });
    expect(aws.calls).toHaveLength(2);
  });

  it('says which statements of a policy let everybody in', async () => {
    const policy = JSON.stringify({
      Statement: [
        {
          Sid: 'Open',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::x/*',
        },
      ],
    });
    const aws = createFakeAws({ 's3:GET /?policy': () => policy });
    expect(await callAwsTool(aws, 's3_get_bucket_policy', { bucket })).toMatchObject({
      value: { public: ['Statement Open allows everybody.'] },
    });
  });
});

describe('reading an object', () => {
  const object = 's3:GET /a.txt';
  it.each([
    ['text', 'grüße', undefined, { text: 'grüße' }],
    ['a character that the limit divides', 'grüße', 3, { text: 'gr' }],
    ['what is not text', 'a\0b', undefined, { binary: true, firstBytes: '610062' }],
  ])('%s', async (_, content, maxBytes, value) => {
    const aws = createFakeAws({ [object]: () => content });
    const result = await callAwsTool(aws, 's3_get_object', { bucket, key: 'a.txt', maxBytes });
    expect(result).toMatchObject({ kind: 'ok', value });
    expect(JSON.stringify(result)).not.toContain('\\u0000');
  });

  it('is empty where no byte can be asked for', async () => {
    const aws = createFakeAws({ 's3:HEAD /a.txt': () => '' });
    aws.faults.push({ action: object, times: 1, kind: 'refuse', code: 'InvalidRange', status: 416 });
    expect(await callAwsTool(aws, 's3_get_object', { bucket, key: 'a.txt' })).toMatchObject({
      value: { bytes: 0, text: '' },
    });
  });
});
