import { describe, expect, it } from 'vitest';
import { awsFailureOf } from '../../../src/clients/aws/aws-failure.ts';

const call = { action: 'ssm:SendCommand', region: 'eu-central-1' };

function sdkError(name: string, status?: number, more: object = {}): Error {
  const error = new Error(more && 'message' in more ? String(more.message) : name);
  return Object.assign(error, { name, $metadata: { httpStatusCode: status, requestId: 'r-1' }, ...more });
}

describe('a failed call to AWS', () => {
  it.each([
    [sdkError('AccessDeniedException', 400), 'denied', false],
    [sdkError('UnauthorizedOperation', 403), 'denied', false],
    [sdkError('SomethingNew', 403), 'denied', false],
    [sdkError('ThrottlingException', 400), 'throttled', true],
    [sdkError('RequestLimitExceeded', 503), 'throttled', true],
    [sdkError('SomethingNew', 429), 'throttled', true],
    [sdkError('ClusterNotFoundException', 400), 'not-found', false],
    [sdkError('InvalidInstanceId', 400), 'not-found', false],
    [sdkError('InvalidInstanceID.NotFound', 400), 'not-found', false],
    [sdkError('NoSuchBucket', 404), 'not-found', false],
    [sdkError('ExpiredTokenException', 400), 'expired-credentials', false],
    [sdkError('UnrecognizedClientException', 400), 'invalid-credentials', false],
    [sdkError('CredentialsProviderError'), 'no-credentials', false],
    [
      sdkError('CredentialsProviderError', undefined, {
        message: 'The SSO session associated with this profile has expired.',
      }),
      'expired-credentials',
      false,
    ],
    [sdkError('AuthorizationHeaderMalformed', 400), 'wrong-region', false],
    [sdkError('Error', undefined, { code: 'ENOTFOUND' }), 'wrong-region', false],
    [sdkError('Error', undefined, { code: 'ECONNREFUSED' }), 'unreachable', true],
    [sdkError('TimeoutError'), 'unreachable', true],
    [sdkError('UpdateInProgressException', 400), 'conflict', true],
    [sdkError('EntityAlreadyExistsException', 409), 'invalid', false],
    [sdkError('BucketNotEmpty', 409), 'invalid', false],
    [sdkError('LimitExceededException', 409), 'invalid', false],
    [sdkError('LimitExceededException', 400), 'throttled', true],
    [sdkError('EntityTemporarilyUnmodifiableException', 409), 'conflict', true],
    [sdkError('InternalServerError', 500), 'unavailable', true],
    [new SyntaxError('Unexpected token <'), 'unavailable', true],
    [sdkError('ValidationException', 400), 'invalid', false],
    [sdkError('Error', 400, { message: 'parse error. Deserialization error: see' }), 'unsupported', false],
    [sdkError('SyntaxError', 503, { message: 'no. Deserialization error: see' }), 'unavailable', true],
    [sdkError('InternalFailure', 501, { message: 'not implemented' }), 'unsupported', false],
    [
      sdkError('InternalFailure', 500, { message: "API for service 'efs' not yet implemented" }),
      'unsupported',
      false,
    ],
    [sdkError('UnknownOperationException', 404), 'unsupported', false],
    [sdkError('InvalidAction', 400), 'unsupported', false],
    [sdkError('NotImplemented', 500), 'unsupported', false],
    [
      sdkError('UnsupportedOperation', 400, { message: 'Operation GetX is not supported.' }),
      'unsupported',
      false,
    ],
    [sdkError('UnsupportedOperation', 400, { message: 'The instance cannot be stopped' }), 'invalid', false],
    [sdkError('UnknownError', 404), 'unsupported', false],
    [sdkError('NotFound', 404), 'not-found', false],
    [sdkError('MethodNotAllowed', 405), 'unsupported', false],
    [sdkError('InvalidAMIID.NotFound', 400, { message: 'no ami-1' }), 'not-found', false],
    ['not even an error', 'unavailable', true],
  ] as const)('%o is %s', (error, kind, retryable) => {
    expect(awsFailureOf(error, call)).toMatchObject({ kind, retryable, ...call });
  });

  it.each([
    [
      sdkError('NoSuchBucket', 404, { message: 'The bucket "x" does not exist' }),
      /: The bucket "x" does not exist \(NoSuchBucket\)/,
    ],
    [sdkError('Error', undefined, { code: 'ECONNREFUSED' }), /could not be reached .*\(ECONNREFUSED\)/],
    [
      sdkError('CredentialsProviderError', undefined, {
        message: 'Could not load credentials from any providers',
      }),
      /^There are no AWS credentials for `ssm:SendCommand` in eu-central-1\.$/,
    ],
    [
      sdkError('CredentialsProviderError', undefined, { message: 'Profile shop could not be found' }),
      /^There are no AWS credentials .*: Profile shop could not be found\.$/,
    ],
    [
      sdkError('InternalFailure', 501, { message: "API for service 'x' not yet implemented or pro feature" }),
      /does not implement this call \(InternalFailure\)/,
    ],
    [
      sdkError('AccessDenied', 403, {
        message:
          'User: arn:aws:iam::111122223333:user/x is not authorized to perform: ec2:StopInstances with an explicit deny in a service control policy',
      }),
      /does not allow `ssm:SendCommand` in eu-central-1, with an explicit deny in a service control policy\./,
    ],
  ])('says of %o what went wrong', (error, expected) => {
    const { message } = awsFailureOf(error, call);
    expect(message).toMatch(expected);
    expect(message).not.toMatch(/111122223333|arn:/);
  });

  it('takes a region that does not exist for one, also behind an endpoint that fails for it', () => {
    const failure = awsFailureOf(sdkError('Error', 500), { ...call, region: 'eu-cental-1' });
    expect(failure).toMatchObject({ kind: 'wrong-region', retryable: false });
    expect(failure.next).toContain('Did you mean "eu-central-1"?');
  });

  it('keeps accounts and ARNs for itself', () => {
    const message = 'User: arn:aws:sts::111122223333:assumed-role/deploy/x in account 111122223333 is wrong';
    const failure = awsFailureOf(sdkError('ValidationException', 400, { message }), call);
    expect(failure.message).toBe(
      'AWS refused `ssm:SendCommand` in eu-central-1: User: (an ARN) in account (an account) is wrong (ValidationException).',
    );
    expect(failure.requestId).toBe('r-1');
  });

  it.each([301, 400])('says where a bucket is that answers %i elsewhere', status => {
    const $response = { statusCode: status, headers: { 'x-amz-bucket-region': 'us-east-1' } };
    const s3 = { action: 's3:HeadObject', region: 'eu-central-1' };
    expect(awsFailureOf(sdkError('UnknownError', status, { $response }), s3)).toMatchObject({
      kind: 'wrong-region',
      message: 'What `s3:HeadObject` in eu-central-1 was asked about is in us-east-1.',
      next: expect.stringContaining('right region'),
    });
  });
});
