import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../src/contracts/store.ts';
import type { ToolTerminal } from '../../../../src/contracts/tool.ts';
import { AwsRefusal, createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool, noLimits } from '../call-aws-tool.ts';

const bucket = 'reports-2026';
const arn = `arn:aws:s3:::${bucket}`;
const actor = { arn: 'arn:aws:iam::111122223333:role/actor', externalId: undefined };
const blocked = `<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`;
const notFound = (code: string) => (): never => {
  throw new AwsRefusal(code, code, 404);
};

/** A bucket that holds `there.txt` and nothing else; settings are the defaults. */
function account(more: Parameters<typeof createFakeAws>[0] = {}): FakeAws {
  const nothing = () => '';
  const paths = ['/', '/new.txt', '/there.txt', '/odd/%2A%3F%24.txt'];
  const changes = ['PUT', 'DELETE', 'POST'].flatMap(method =>
    paths.flatMap(path =>
      [
        '',
        '?policy',
        '?publicAccessBlock',
        '?versioning',
        '?encryption',
        '?logging',
        '?lifecycle',
        '?tagging',
      ].map(query => [`s3:${method} ${path}${query}`, nothing] as const),
    ),
  );
  return createFakeAws({
    ...Object.fromEntries(changes),
    's3:PUT /new.txt': () => '<CopyObjectResult><ETag>"2"</ETag></CopyObjectResult>',
    'sts:AssumeRole': () => ({
      Credentials: {
        AccessKeyId: 'assumed',
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: '2026-11-21T10:15:00Z',
      },
    }),
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    's3:GET /?tagging': () =>
      '<Tagging><TagSet><Tag><Key>devops:managed</Key><Value>true</Value></Tag></TagSet></Tagging>',
    's3:GET /?policy': notFound('NoSuchBucketPolicy'),
    's3:GET /?publicAccessBlock': notFound('NoSuchPublicAccessBlockConfiguration'),
    's3:GET /?versioning': () => '<VersioningConfiguration/>',
    's3:GET /?encryption': notFound('ServerSideEncryptionConfigurationNotFoundError'),
    's3:GET /?logging': () => '<BucketLoggingStatus/>',
    's3:GET /?lifecycle': notFound('NoSuchLifecycleConfiguration'),
    's3:GET /?versions&max-keys=1': () => '<ListVersionsResult/>',
    's3:HEAD /': ({ host }) => (host.startsWith('logs-2026.') ? '' : notFound('NotFound')()),
    's3:HEAD /there.txt': nothing,
    's3:HEAD /new.txt': notFound('NotFound'),
    's3:HEAD /odd/%2A%3F%24.txt': notFound('NotFound'),
    's3:GET /v20180820/configuration/publicAccessBlock': notFound('NoSuchPublicAccessBlockConfiguration'),
    's3:PUT /v20180820/configuration/publicAccessBlock': nothing,
    ...more,
  });
}

const deny = JSON.stringify({
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `${arn}/*` }],
});

/** Every change: input, the request that it is, and what the actor's session allows. */
const changes = [
  ['s3_create_bucket', { bucket }, 'PUT /', [[['s3:CreateBucket', 's3:PutBucketPublicAccessBlock'], arn]]],
  ['s3_delete_bucket', { bucket }, 'DELETE /', [[['s3:DeleteBucket'], arn]]],
  [
    's3_put_object',
    { bucket, key: 'new.txt', content: 'x' },
    'PUT /new.txt',
    [[['s3:PutObject'], `${arn}/new.txt`]],
  ],
  [
    's3_copy_object',
    { from: { bucket, key: 'there.txt' }, to: { bucket, key: 'new.txt' } },
    'PUT /new.txt',
    [
      [['s3:GetObject', 's3:GetObjectTagging'], `${arn}/there.txt`],
      [['s3:PutObject', 's3:PutObjectTagging'], `${arn}/new.txt`],
    ],
  ],
  [
    's3_put_object',
    { bucket, key: 'odd/*?$.txt', content: 'x' },
    'PUT /odd/%2A%3F%24.txt',
    // Wildcards and variables of a policy stand for themselves.
    [
      [
        ['s3:PutObject'],
        `${arn}/odd/${['*', '?', '$'].map(odd => ['$', '{', odd, '}'].join('')).join('')}.txt`,
      ],
    ],
  ],
  [
    's3_delete_object',
    { bucket, key: 'there.txt' },
    'DELETE /there.txt',
    [[['s3:DeleteObject'], `${arn}/there.txt`]],
  ],
  ['s3_put_bucket_policy', { bucket, setting: deny }, 'PUT /?policy', [[['s3:PutBucketPolicy'], arn]]],
  [
    's3_put_public_access_block',
    { bucket, setting: {} },
    'PUT /?publicAccessBlock',
    [[['s3:PutBucketPublicAccessBlock'], arn]],
  ],
  [
    's3_put_versioning',
    { bucket, setting: { status: 'enabled' } },
    'PUT /?versioning',
    [[['s3:PutBucketVersioning'], arn]],
  ],
  [
    's3_put_encryption',
    { bucket, setting: { algorithm: 'AES256' } },
    'PUT /?encryption',
    [[['s3:PutEncryptionConfiguration'], arn]],
  ],
  [
    's3_put_logging',
    { bucket, setting: { targetBucket: 'logs-2026', targetPrefix: '' } },
    'PUT /?logging',
    [[['s3:PutBucketLogging'], arn]],
  ],
  [
    's3_put_lifecycle',
    { bucket, setting: [{ id: 'old', expireAfterDays: 30 }] },
    'PUT /?lifecycle',
    [[['s3:PutLifecycleConfiguration'], arn]],
  ],
  [
    's3_put_account_public_access_block',
    { setting: {} },
    'PUT /v20180820/configuration/publicAccessBlock',
    [[['s3:PutAccountPublicAccessBlock'], '*']],
  ],
] as const;

describe.each(changes)('%s', (name, input, request, grants) => {
  it('waits for an approval', async () => {
    const aws = account();
    const result = await callAwsTool(aws, name, input);
    expect(result).toMatchObject({ kind: 'needs-approval', plan: { checkedBy: 'pre-check' } });
    expect(aws.actions()).not.toContain(`s3:${request}`);
  });

  it('acts in the named region, in a session that allows this alone', async () => {
    const aws = account();
    const options = { approvedBy: 'hubot', settings: { actor } };
    const result = await callAwsTool(aws, name, { ...input, region: 'eu-west-1' }, options);
    expect(result).toMatchObject({ kind: 'ok' });
    const act = aws.calls.find(({ action }) => action === `s3:${request}`);
    expect([act?.region, act?.accessKeyId]).toEqual(['eu-west-1', 'assumed']);
    const assumed = aws.calls.find(({ action }) => action === 'sts:AssumeRole');
    const { Statement } = JSON.parse(assumed?.input.Policy) as {
      Statement: { Action: string[]; Resource: string[] }[];
    };
    expect(Statement.map(({ Action, Resource }) => [Action, ...Resource])).toEqual(grants);
  });

  it('changes nothing when AWS denies it', async () => {
    const aws = account();
    aws.faults.push({ action: `s3:${request}`, times: 1, kind: 'refuse', code: 'AccessDenied', status: 403 });
    expect(await callAwsTool(aws, name, input, { approvedBy: 'hubot' })).toMatchObject({
      kind: 'refused',
      code: 'aws-denied',
    });
  });
});

/** What is refused by code, whoever approves. */
const refused = [
  [
    'a policy for everybody',
    's3_put_bucket_policy',
    { bucket, setting: deny.replace('Deny', 'Allow') },
    {},
    'no-tool-for-that',
  ],
  [
    'what is no policy',
    's3_put_bucket_policy',
    { bucket, setting: '{"statement":[]}' },
    {},
    'no-tool-for-that',
  ],
  [
    'lifting a bucket’s block',
    's3_put_public_access_block',
    { bucket, setting: { blockPublicPolicy: false } },
    { 's3:GET /?publicAccessBlock': () => blocked },
    'no-tool-for-that',
  ],
  [
    'lifting the account’s block',
    's3_put_account_public_access_block',
    { setting: { ignorePublicAcls: false } },
    { 's3:GET /v20180820/configuration/publicAccessBlock': () => blocked },
    'no-tool-for-that',
  ],
  [
    'deleting a bucket that keeps an old version',
    's3_delete_bucket',
    { bucket },
    {
      's3:GET /?versions&max-keys=1': () =>
        '<ListVersionsResult><Version><Key>a</Key></Version></ListVersionsResult>',
    },
    'not-empty',
  ],
  ['a name that is taken', 's3_create_bucket', { bucket }, { 's3:HEAD /': () => '' }, 'name-taken'],
  [
    'overwriting without versions',
    's3_put_object',
    { bucket, key: 'there.txt', content: 'x' },
    {},
    'would-be-lost',
  ],
  ['deleting what is not there', 's3_delete_object', { bucket, key: 'new.txt' }, {}, 'aws-not-found'],
  [
    'deleting a version that is not there',
    's3_delete_object',
    { bucket, key: 'new.txt', versionId: 'v1' },
    { 's3:HEAD /new.txt?versionId=v1': notFound('NotFound') },
    'aws-not-found',
  ],
  [
    'content that is not base64',
    's3_put_object',
    { bucket, key: 'new.txt', content: '!!!!', encoding: 'base64' },
    {},
    'invalid-content',
  ],
  [
    'a policy that nobody could change again',
    's3_put_bucket_policy',
    { bucket, setting: deny.replace(`${arn}/*`, `${arn}*`) },
    {},
    'no-tool-for-that',
  ],
  [
    'logging into itself',
    's3_put_logging',
    { bucket, setting: { targetBucket: bucket, targetPrefix: '' } },
    {},
    'no-tool-for-that',
  ],
  [
    'logging into nothing',
    's3_put_logging',
    { bucket, setting: { targetBucket: 'nothing', targetPrefix: '' } },
    {},
    'no-tool-for-that',
  ],
  [
    'two rules of one id',
    's3_put_lifecycle',
    {
      bucket,
      setting: [
        { id: 'a', expireAfterDays: 1 },
        { id: 'a', expireAfterDays: 2 },
      ],
    },
    {},
    'no-tool-for-that',
  ],
  ['deleting a policy that is not there', 's3_delete_bucket_policy', { bucket }, {}, 'nothing-to-do'],
  [
    'a protected bucket',
    's3_put_versioning',
    { bucket, setting: { status: 'suspended' } },
    {
      's3:GET /?tagging': () =>
        '<Tagging><TagSet><Tag><Key>devops:protected</Key><Value>x</Value></Tag></TagSet></Tagging>',
    },
    'protected',
  ],
  ['a link for a caller without a screen', 's3_presign_url', { bucket, key: 'there.txt' }, {}, 'no-terminal'],
  ['a file of the server', 's3_upload_file', { bucket, key: 'new.txt', file: '/etc/passwd' }, {}, 'no-file'],
] as const;

describe('S3 refuses by code', () => {
  it.each(refused)('%s', async (_, name, input, state, code) => {
    const aws = account(state);
    const limits = { ...noLimits, protectedTags: [{ key: 'devops:protected', value: '' }] };
    const result = await callAwsTool(aws, name, input, { approvedBy: 'hubot', settings: { limits } });
    expect(result).toMatchObject({ kind: 'refused', code });
    expect(aws.actions().filter(action => /^s3:(PUT|DELETE|POST)/.test(action))).toEqual([]);
  });

  it('an act whose before-state moved after the plan', async () => {
    let asked = 0;
    const aws = account({
      's3:GET /?versioning': () =>
        `<VersioningConfiguration>${asked++ === 0 ? '' : '<Status>Suspended</Status>'}</VersioningConfiguration>`,
    });
    const input = { bucket, setting: { status: 'enabled' } };
    expect(await callAwsTool(aws, 's3_put_versioning', input, { approvedBy: 'hubot' })).toMatchObject({
      code: 'changed-since-approval',
    });
    expect(aws.actions()).not.toContain('s3:PUT /?versioning');
  });
});

describe('a person at a terminal', () => {
  function terminal(content = 'x'): ToolTerminal & { readonly shown: string[] } {
    const shown: string[] = [];
    return {
      shown,
      reveal: (_label, credential) => shown.push(credential),
      openFile: path => Promise.resolve(path === 'f.bin' ? new Blob([content]) : undefined),
    };
  }

  it('is shown a link that the actor’s session signed, which no answer or audit holds', async () => {
    const person = terminal();
    const audit: AuditEntry[] = [];
    const options = { approvedBy: 'mona', settings: { actor }, terminal: person, audit };
    const result = await callAwsTool(account(), 's3_presign_url', { bucket, key: 'there.txt' }, options);
    const link = new URL(person.shown[0] ?? '');
    expect([link.hostname, link.pathname]).toEqual([`${bucket}.s3.eu-central-1.amazonaws.com`, '/there.txt']);
    expect(link.searchParams.get('X-Amz-Expires')).toBe('900');
    expect(link.searchParams.get('X-Amz-Credential')).toMatch(/^assumed\//);
    expect(JSON.stringify([result, audit])).not.toMatch(/X-Amz|Signature/);
    expect(result).toMatchObject({ kind: 'ok' });
  });

  it('uploads a small file at once', async () => {
    const aws = account();
    const options = { approvedBy: 'mona', terminal: terminal() };
    const result = await callAwsTool(
      aws,
      's3_upload_file',
      { bucket, key: 'new.txt', file: 'f.bin' },
      options,
    );
    expect(result).toMatchObject({ kind: 'ok', value: { bytes: 1 } });
    expect(aws.actions()).toContain('s3:PUT /new.txt');
  });

  it('uploads a large file in parts, and gives up those of an upload that fails', async () => {
    const given = '<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>';
    const aws = account({
      's3:POST /new.txt?uploads': () => given,
      's3:PUT /new.txt?uploadId=u&partNumber=1': notFound('NoSuchUpload'),
      's3:PUT /new.txt?uploadId=u&partNumber=2': notFound('NoSuchUpload'),
      's3:DELETE /new.txt?uploadId=u': () => '',
    });
    const options = { approvedBy: 'mona', terminal: terminal('x'.repeat(17 * 1024 * 1024)) };
    const result = await callAwsTool(
      aws,
      's3_upload_file',
      { bucket, key: 'new.txt', file: 'f.bin' },
      options,
    );
    expect(result).toMatchObject({ kind: 'refused', code: 'aws-not-found' });
    expect(aws.actions().at(-1)).toBe('s3:DELETE /new.txt?uploadId=u');
  });
});
