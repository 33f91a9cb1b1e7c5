import { didYouMean } from '../../did-you-mean.ts';
import { AppError } from '../../errors.ts';
import { isKnownRegion, regionNames } from './region-names.ts';

/** Why AWS did not do what it was asked. */
export const awsFailureKinds = [
  /** The credentials may not do this, or an explicit deny says no. */
  'denied',
  'throttled',
  'not-found',
  /** The region does not exist, is not enabled for the account, or holds the thing elsewhere. */
  'wrong-region',
  'expired-credentials',
  'no-credentials',
  /** The signature or the key is not known. */
  'invalid-credentials',
  /** The request is understood and refused as it is. */
  'invalid',
  /** Somebody else is changing the same thing; the same call may succeed later. */
  'conflict',
  /** What answered does not know the call: an emulator with a part of AWS, or something that is not AWS at all. */
  'unsupported',
  /** AWS has a problem of its own, or did not answer as documented. */
  'unavailable',
  'unreachable',
] as const;
export type AwsFailureKind = (typeof awsFailureKinds)[number];

/** A failed call to AWS. Texts name no account, key or ARN beyond what the caller gave. */
export type AwsFailure = {
  readonly kind: AwsFailureKind;
  /** For example `ssm:SendCommand`. */
  readonly action: string;
  readonly region: string;
  /** AWS's name of the error, for example `AccessDeniedException`. */
  readonly code: string;
  /** One sentence: what happened, where. */
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** AWS's id of the request, for its support; undefined when there was no answer. */
  readonly requestId: string | undefined;
};

/** The answer of one call. */
export type AwsAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** Carries out one call and turns what AWS throws into a failure; aborting throws as ever. */
export async function askAws<T>(
  call: { readonly action: string; readonly region: string; readonly signal?: AbortSignal | undefined },
  perform: () => Promise<T>,
): Promise<AwsAnswer<T>> {
  try {
    return { kind: 'ok', value: await perform() };
  } catch (error) {
    call.signal?.throwIfAborted();
    if (error instanceof AppError) throw error;
    return { kind: 'failed', failure: awsFailureOf(error, call) };
  }
}

/** What an SDK error has that matters here; nothing of it is trusted to be there. */
type SdkError = {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Of Node, for example `ENOTFOUND`. */
  readonly code: string | undefined;
  /** The region that S3 says a bucket is in. */
  readonly home: string | undefined;
};

/** By the names that AWS's services give their errors ("Common errors" of each API reference). */
const kinds: readonly (readonly [AwsFailureKind, RegExp])[] = [
  [
    'unsupported',
    /^(NotImplemented|UnknownOperation|UnknownService|InvalidAction$|NoSuchAction|UnsupportedAction)/,
  ],
  [
    'throttled',
    /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded|ProvisionedThroughputExceeded|LimitExceededException$|EC2ThrottledException|RequestThrottled|PriorRequestNotComplete)/,
  ],
  ['expired-credentials', /^(ExpiredToken|RequestExpired|TokenRefreshRequired|ExpiredTokenException)/],
  [
    'wrong-region',
    /^(AuthorizationHeaderMalformed|PermanentRedirect|IllegalLocationConstraint|InvalidRegion|RegionDisabled|OptInRequired|EndpointError|UnknownRegion)/,
  ],
  [
    'denied',
    /^(AccessDenied|Unauthorized|UnauthorizedOperation|AuthFailure|AuthorizationError|NotAuthorized|OperationNotPermitted|ForbiddenException|ExplicitDeny)/,
  ],
  [
    'invalid-credentials',
    /^(InvalidClientTokenId|UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|InvalidAccessKeyId|IncompleteSignature|MissingAuthenticationToken)/,
  ],
  ['no-credentials', /^(CredentialsProviderError|CredentialsError|TokenProviderError)/],
  [
    'not-found',
    /(NotFound|NotFoundException|NotFoundFault|NoSuch\w*|DoesNotExist|InvalidDocument|InvalidInstanceId|InvalidCommandId|InvocationDoesNotExist)$/,
  ],
  ['not-found', /\.(NotFound|Malformed)$|^NoSuch/],
  // What is there already, or hangs on it still: trying again does not help.
  ['invalid', /^(DeleteConflict|BucketNotEmpty|BucketAlready|\w*AlreadyExists|InvalidBucketState)/],
  [
    'conflict',
    /^(Conflict|ResourceInUse|UpdateInProgress|OperationAborted|DuplicateDocument|DeploymentInProgress|ConcurrentModification)/,
  ],
  [
    'unavailable',
    /^(InternalFailure|InternalServer|InternalError|ServiceUnavailable|ServerException|SyntaxError|ServiceException)/,
  ],
  ['unreachable', /^(TimeoutError|RequestTimeout|NetworkingError|AbortError)/],
];

/** The failure that an error of the AWS SDK stands for. */
export function awsFailureOf(
  error: unknown,
  { action, region }: { readonly action: string; readonly region: string },
): AwsFailure {
  const sdk = readSdkError(error);
  const kind = kindOf(sdk, region);
  return {
    kind,
    action,
    region,
    code: sdk.name,
    message: messageOf(kind, sdk, action, region),
    // A page with a good status: most likely not AWS that answers.
    next: nextStepOf(kind === 'unavailable' && isNoAnswer(sdk) ? 'unsupported' : kind, region),
    retryable: ['throttled', 'conflict', 'unavailable', 'unreachable'].includes(kind),
    requestId: sdk.requestId,
  };
}

/** How emulators say it where they give no name of its own to it. */
const unsupportedMessages =
  /not (yet |currently )?(been )?(implemented|supported)|is not enabled|pro feature/i;

function kindOf(sdk: SdkError, region: string): AwsFailureKind {
  const { home, status } = sdk;
  // S3 redirects, or does not take the signature of another region; a HEAD has nothing but the header.
  if (home !== undefined && home !== region && (status === 301 || status === 307 || status === 400))
    return 'wrong-region';
  const kind = namedKindOf(sdk);
  // An endpoint of one's own has a host for every region and fails somewhere behind it.
  const isVague = kind === 'unavailable' || kind === 'unsupported';
  return isVague && !isKnownRegion(region) ? 'wrong-region' : kind;
}

function namedKindOf({ name, code, status, message }: SdkError): AwsFailureKind {
  if (status === 501) return 'unsupported';
  // EC2 has this name for what an instance cannot do; endpoints for what they do not implement.
  if (name === 'UnsupportedOperation' && /^Operation \S+ is not supported/.test(message))
    return 'unsupported';
  // Where a provider of credentials, such as single sign-on, has them no more.
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(name) && /expired/i.test(message))
    return 'expired-credentials';
  // Something else than AWS answered: what does not know the service, or a proxy's page, which may go away; a good
  // status with half an answer is a broken connection.
  if (isNoAnswer({ message }))
    return (status ?? 0) < 400 || [502, 503, 504].includes(status ?? 0) ? 'unavailable' : 'unsupported';
  if (/^(Internal|Service|Unknown)/.test(name) && unsupportedMessages.test(message)) return 'unsupported';
  // No host of that name is what a region that does not exist looks like.
  if (code === 'ENOTFOUND') return 'wrong-region';
  if (code !== undefined && /^(E[A-Z_]+|UND_ERR\w*)$/.test(code)) return 'unreachable';
  // IAM's quota of things, not of calls.
  if (name === 'LimitExceededException' && status === 409) return 'invalid';
  const named = kinds.find(([, pattern]) => pattern.test(name))?.[0];
  if (named !== undefined) return named;
  if (status === 429) return 'throttled';
  if (status === 403) return 'denied';
  // AWS names what is not there: an address without a name of its own is one that nothing answers at.
  if (status === 404) return /^(Unknown(Error)?|Error)$/.test(name) ? 'unsupported' : 'not-found';
  if (status === 405) return 'unsupported';
  if (status === 409) return 'conflict';
  return status === undefined || status >= 500 ? 'unavailable' : 'invalid';
}

/** Whether what came is not of the protocol at all. */
function isNoAnswer({ message }: Pick<SdkError, 'message'>): boolean {
  return message.includes('Deserialization error');
}

function nextStepOf(kind: AwsFailureKind, region: string): string {
  const isTypo = kind === 'wrong-region' && !isKnownRegion(region);
  return `${nextSteps[kind]}${isTypo ? didYouMean(region, regionNames) : ''}`;
}

function messageOf(kind: AwsFailureKind, sdk: SdkError, action: string, region: string): string {
  const place = `\`${action}\` in ${region}`;
  const { message } = sdk;
  // Errors of Node are all called `Error`.
  const name = sdk.name === 'Error' ? (sdk.code ?? `HTTP ${sdk.status ?? 'without an answer'}`) : sdk.name;
  const said = message === '' || message === sdk.name ? '' : `: ${withoutIdentities(message)}`;
  const messages: Readonly<Record<AwsFailureKind, string>> = {
    denied: `AWS does not allow ${place}${whoDenies(message)}.`,
    throttled: `AWS limits how often ${place} may be called.`,
    'not-found': `AWS does not know what ${place} was asked about${said} (${name}).`,
    'wrong-region':
      sdk.home === undefined
        ? `${place} did not reach an AWS region that answers for it (${name}).`
        : `What ${place} was asked about is in ${sdk.home}.`,
    'expired-credentials': `The AWS credentials expired before ${place}.`,
    'no-credentials': `There are no AWS credentials for ${place}${isGeneric(message) ? '' : said}.`,
    'invalid-credentials': `AWS does not know the credentials that ${place} was signed with.`,
    invalid: `AWS refused ${place}${said} (${name}).`,
    conflict: `Something else is being changed at the same time, so ${place} was refused (${name}).`,
    unsupported: `The endpoint that answers for ${place} does not implement this call (${name}).`,
    unavailable: `AWS could not answer ${place} (${name}).`,
    unreachable: `AWS could not be reached for ${place} (${name}).`,
  };
  return messages[kind];
}

/** The SDK's sentence where no provider had any, which says nothing more. */
function isGeneric(message: string): boolean {
  return /^(Could not load credentials from any providers|Credential is missing|Resolved credential object is not valid)/.test(
    message,
  );
}

/** AWS says what kind of policy stands in the way, the policy itself it keeps for itself. */
function whoDenies(message: string): string {
  const reason = /\b(with an explicit deny in an? [\w -]+|because no [\w -]+ allows)\b/.exec(message)?.[1];
  return reason === undefined ? '' : `, ${reason}${reason.endsWith('allows') ? ' it' : ''}`;
}

const nextSteps: Readonly<Record<AwsFailureKind, string>> = {
  denied:
    'Give the role this action on this resource, and check permission boundaries and service control policies.',
  throttled: 'Try again a little later; if it stays, ask AWS for a higher quota.',
  'not-found': 'Check the name, the region and the account.',
  'wrong-region': 'Name the right region; check that it is enabled for the account.',
  'expired-credentials':
    'Renew them: `aws sso login` or new variables in a terminal, a longer `role-duration-seconds` in a job, the role of a server.',
  'no-credentials':
    'In a terminal sign in (`aws sso login`) and set `AWS_PROFILE`, or set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`; in a job of GitHub Actions run `aws-actions/configure-aws-credentials` before; give a server a role.',
  'invalid-credentials': 'Check the access key, and that the region is enabled for the account.',
  invalid: 'Correct what was asked for.',
  conflict: 'Try again when that has ended.',
  unsupported:
    'Check `AWS_ENDPOINT_URL`: emulators know a part of AWS only, and a proxy answers with pages of its own.',
  unavailable: 'Try again a little later; see the AWS Health Dashboard if it stays.',
  unreachable: 'Check the network and `AWS_ENDPOINT_URL`, then try again.',
};

/** Account numbers and ARNs are nobody else's business; the rest of a validation message helps. */
function withoutIdentities(message: string): string {
  return message
    .replace(/arn:[\w-]+:[^\s'",]+/g, '(an ARN)')
    .replace(/\b\d{12}\b/g, '(an account)')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 300);
}

function readSdkError(error: unknown): SdkError {
  const at = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const metadata = at(error, '$metadata');
  const status = at(metadata, 'httpStatusCode') ?? at(at(error, '$response'), 'statusCode');
  return {
    name: text(at(error, 'name')) ?? 'UnknownError',
    message: text(at(error, 'message')) ?? '',
    status: typeof status === 'number' ? status : undefined,
    requestId: text(at(metadata, 'requestId')),
    code: text(at(error, 'code')) ?? text(at(at(error, 'cause'), 'code')),
    home: regionName(text(at(at(at(error, '$response'), 'headers'), 'x-amz-bucket-region'))),
  };
}

function regionName(text: string | undefined): string | undefined {
  return text !== undefined && /^[a-z]{2}(-[a-z]+)+-\d$/.test(text) ? text : undefined;
}
