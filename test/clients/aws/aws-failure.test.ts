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
    [sdkError('AuthorizationHeaderMalformed', 400), 'wrong-region', false],
    [sdkError('Error', undefined, { code: 'ENOTFOUND' }), 'wrong-region', false],
    [sdkError('Error', undefined, { code: 'ECONNREFUSED' }), 'unreachable', true],
    [sdkError('TimeoutError'), 'unreachable', true],
    [sdkError('UpdateInProgressException', 400), 'conflict', true],
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
    [sdkError('UnknownError', 404), 'unsupported', false],
    [sdkError('NotFound', 404), 'not-found', false],
    [sdkError('MethodNotAllowed', 405), 'unsupported', false],
    ['not even an error', 'unavailable', true],
  ] as const)('%o is %s', (error, kind, retryable) => {
    expect(awsFailureOf(error, call)).toMatchObject({ kind, retryable, ...call });
  });

  it('keeps accounts and ARNs for itself', () => {
    const message = 'User: arn:aws:sts::111122223333:assumed-role/deploy/x in account 111122223333 is wrong';
    const failure = awsFailureOf(sdkError('ValidationException', 400, { message }), call);
    expect(failure.message).toBe(
      'AWS refused `ssm:SendCommand` in eu-central-1: User: (an ARN) in account (an account) is wrong (ValidationException).',
    );
    expect(failure.requestId).toBe('r-1');
  });
});
