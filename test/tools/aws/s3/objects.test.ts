import { describe, expect, it } from 'vitest';
import type { ToolTerminal } from '../../../../src/contracts/tool.ts';
import { AwsRefusal, createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const bucket = 'reports-2026';
const key = 'arn:aws:kms:eu-central-1:111122223333:key/0f6a1e9c';
const actor = { arn: 'arn:aws:iam::111122223333:role/actor', externalId: undefined };
const encrypted = (kmsKey: string): string =>
  `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>${kmsKey}</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;

const notFound = () => {
  throw new AwsRefusal('NotFound', 'NotFound', 404);
};

function account(more: Parameters<typeof createFakeAws>[0] = {}): FakeAws {
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
    's3:HEAD /a.txt': notFound,
    's3:GET /?tagging': () => '<Tagging><TagSet/></Tagging>',
    's3:GET /?encryption': () => encrypted(`<KMSMasterKeyID>${key}</KMSMasterKeyID>`),
    's3:GET /?versioning': () => '<VersioningConfiguration/>',
    's3:PUT /a.txt': () => '',
    's3:DELETE /a.txt?versionId=v1': () => '',
    ...more,
  });
}

type Statement = { Action: string[]; Resource: string[]; Condition?: unknown };
const sessionOf = (aws: FakeAws): readonly Statement[] => {
  const assumed = aws.calls.find(({ action }) => action === 'sts:AssumeRole');
  return (JSON.parse(assumed?.input.Policy) as { Statement: Statement[] }).Statement;
};

describe('a bucket that encrypts by KMS', () => {
  const input = { bucket, key: 'a.txt', content: 'x' };
  const options = { approvedBy: 'hubot', settings: { actor } };

  it('has the actor’s session use its key, by S3 alone', async () => {
    const aws = account();
    expect(await callAwsTool(aws, 's3_put_object', input, options)).toMatchObject({ kind: 'ok' });
    expect(sessionOf(aws)[1]).toEqual({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: [key],
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
    });
  });

  it('is refused, not sent, where names make the session’s policy too long', async () => {
    const from = { bucket, key: 'y'.repeat(1024) };
    const to = { bucket, key: 'x'.repeat(1024) };
    const aws = account({ [`s3:HEAD /${from.key}`]: () => '', [`s3:HEAD /${to.key}`]: notFound });
    expect(await callAwsTool(aws, 's3_copy_object', { from, to }, options)).toMatchObject({
      code: 'too-many',
    });
    expect(aws.actions()).not.toContain('sts:AssumeRole');
  });

  it.each([
    ['AWS’s own key', '', '*'],
    ['an alias', '<KMSMasterKeyID>alias/reports</KMSMasterKeyID>', '*'],
    ['a key by its id', '<KMSMasterKeyID>0f6a1e9c</KMSMasterKeyID>', '0f6a1e9c'],
  ])('%s is a key of the account and region', async (_, kmsKey, expected) => {
    const aws = account({ 's3:GET /?encryption': () => encrypted(kmsKey) });
    await callAwsTool(aws, 's3_put_object', input, options);
    expect(sessionOf(aws)[1]?.Resource).toEqual([`arn:aws:kms:eu-central-1:111122223333:key/${expected}`]);
  });
});

describe('a link to write with', () => {
  const shown: string[] = [];
  const terminal: ToolTerminal = {
    reveal: (_label, credential) => shown.push(credential),
    openFile: () => Promise.resolve(undefined),
  };
  const input = { bucket, key: 'a.txt', method: 'PUT' };

  it('holds no checksum, which would fit one content only', async () => {
    const result = await callAwsTool(account(), 's3_presign_url', input, { approvedBy: 'mona', terminal });
    expect(result).toMatchObject({ kind: 'ok' });
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/X-Amz-Signature/);
    expect(shown[0]).not.toMatch(/checksum/i);
  });

  it('is not made where an object would be lost by it', async () => {
    const aws = account({ 's3:HEAD /a.txt': () => '' });
    expect(await callAwsTool(aws, 's3_presign_url', input, { approvedBy: 'mona', terminal })).toMatchObject({
      code: 'would-be-lost',
    });
  });
});

describe('versions', () => {
  it('are listed with delete markers over all pages, newest first', async () => {
    const version = (id: string, at: string, latest = false) =>
      `<Version><Key>a.txt</Key><VersionId>${id}</VersionId><IsLatest>${latest}</IsLatest><Size>3</Size><LastModified>${at}</LastModified></Version>`;
    const aws = account({
      's3:GET /?versions&max-keys=101': () =>
        `<ListVersionsResult><IsTruncated>true</IsTruncated><NextKeyMarker>a.txt</NextKeyMarker><NextVersionIdMarker>v2</NextVersionIdMarker>${version('v2', '2026-11-20T10:00:00Z')}<DeleteMarker><Key>a.txt</Key><VersionId>m</VersionId><IsLatest>true</IsLatest><LastModified>2026-11-21T10:00:00Z</LastModified></DeleteMarker></ListVersionsResult>`,
      's3:GET /?versions&max-keys=101&key-marker=a.txt&version-id-marker=v2': () =>
        `<ListVersionsResult>${version('v1', '2026-11-19T10:00:00Z')}</ListVersionsResult>`,
    });
    expect(await callAwsTool(aws, 's3_list_object_versions', { bucket })).toMatchObject({
      value: {
        versions: [
          { versionId: 'm', current: true, deleteMarker: true },
          { versionId: 'v2', current: false, deleteMarker: false, bytes: 3 },
          { versionId: 'v1', current: false },
        ],
      },
    });
  });

  it('a delete marker is deleted by its version, and the plan says what comes back', async () => {
    const aws = account();
    aws.faults.push({
      action: 's3:HEAD /a.txt?versionId=v1',
      times: 2,
      kind: 'refuse',
      code: 'MethodNotAllowed',
      status: 405,
    });
    const input = { bucket, key: 'a.txt', versionId: 'v1' };
    expect(await callAwsTool(aws, 's3_delete_object', input)).toMatchObject({
      plan: { summary: expect.stringContaining('delete marker') },
    });
  });
});

it('a bucket is described with who its access list lets in', async () => {
  const none = (code: string) => () => {
    throw new AwsRefusal(code, code, 404);
  };
  const aws = account({
    's3:GET /?location': () =>
      '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">EU</LocationConstraint>',
    's3:GET /?logging': () => '<BucketLoggingStatus/>',
    's3:GET /?lifecycle': none('NoSuchLifecycleConfiguration'),
    's3:GET /?publicAccessBlock': none('NoSuchPublicAccessBlockConfiguration'),
    's3:GET /?policy': none('NoSuchBucketPolicy'),
    's3:GET /?acl': () =>
      '<AccessControlPolicy><AccessControlList><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>',
  });
  expect(await callAwsTool(aws, 's3_describe_bucket', { bucket })).toMatchObject({
    value: {
      region: 'eu-west-1',
      versioning: { status: 'never' },
      policy: { exists: false },
      accessList: [{ to: 'AllUsers', may: 'READ', public: true }],
    },
  });
});
