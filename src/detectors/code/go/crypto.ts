import type { CallView, CheckResult, RuleModel } from '../engine/model.ts';
import type { Value } from '../engine/value.ts';

/** `math/rand` and its second version can be foretold (pkg.go.dev/math/rand). */
export const goGenerators: readonly string[] = [
  'Int',
  'Intn',
  'IntN',
  'N',
  'Int31',
  'Int31n',
  'Int63',
  'Int63n',
  'Int64',
  'Uint32',
  'Uint64',
  'Float64',
  'Float32',
  'Perm',
  'Read',
].flatMap(name => ['math/rand', 'math/rand.New()', 'math/rand.Rand()'].map(home => `${home}.${name}`));

const noVerification = 'Certificates are not verified: anybody on the way can read and change the traffic.';
const oldVersions = /^crypto\/tls\.Version(?:SSL30|TLS10|TLS11)$/;

/** `crypto/tls` and `x/crypto/ssh` (pkg.go.dev/crypto/tls#Config). */
export const goTlsVerification: RuleModel = {
  withoutSource:
    /InsecureSkipVerify|InsecureIgnoreHostKey|sslmode=disable_|VersionSSL30|VersionTLS1[01]|HostKeyCallback|WithInsecure_/,
  checks: [
    {
      calls: ['crypto/tls.Config'],
      check: call => judgeConfig(call.option(0, 'InsecureSkipVerify'), call.option(0, 'MinVersion')),
    },
    {
      writes: ['*.InsecureSkipVerify'],
      check: call => (call.arg(0)?.constant === true ? noVerification : undefined),
    },
    { writes: ['*.MinVersion'], check: call => judgeConfig(undefined, call.arg(0)) },
    {
      calls: ['golang.org/x/crypto/ssh.InsecureIgnoreHostKey'],
      check: () => 'Unknown host keys are accepted: anybody on the way can take the place of the server.',
    },
  ],
};

function judgeConfig(skip: Value | undefined, version: Value | undefined): CheckResult | string | undefined {
  if (skip?.constant === true) return noVerification;
  return version?.ref !== undefined && oldVersions.test(version.ref)
    ? { message: 'Versions of TLS with known weaknesses are accepted.', severity: 'medium' }
    : undefined;
}

const unverified = 'The token is read without verifying its signature.';
const jwt = ['github.com/golang-jwt/jwt', 'github.com/dgrijalva/jwt-go', 'github.com/form3tech-oss/jwt-go'];

/** golang-jwt and its ancestors (RFC 8725). */
export const goJwtMisuse: RuleModel = {
  withoutSource: /jwt/i,
  checks: [
    { calls: ['*.ParseUnverified'], check: () => unverified },
    {
      calls: jwt.flatMap(home => ['Parse', 'ParseWithClaims'].map(name => `${home}.${name}`)),
      check: judgeParse,
    },
    {
      calls: jwt.flatMap(home => ['NewWithClaims', 'New'].map(name => `${home}.${name}`)),
      check: call =>
        call.arg(0)?.ref?.endsWith('.SigningMethodNone') === true ? 'The token is not signed.' : undefined,
    },
    {
      calls: ['*.SignedString'],
      check(call) {
        const key = call.arg(0);
        if (key?.ref?.endsWith('.UnsafeAllowNoneSignatureType') === true) return 'The token is not signed.';
        return typeof key?.constant === 'string' && key.constant !== ''
          ? { message: 'The key that signs tokens stands in the code.', confidence: 'medium' }
          : undefined;
      },
    },
    {
      calls: ['*.UnsafeClaimsWithoutVerification'],
      check: () => unverified,
    },
  ],
};

/** The function that gives the key must look at the algorithm, or the parser must name those it takes. */
function judgeParse(call: CallView): CheckResult | string | undefined {
  const position = call.method === 'Parse' ? 1 : 2;
  if (call.mentions(/UnsafeAllowNoneSignatureType/)) return 'Tokens without a signature are accepted.';
  const key = call.arg(position);
  const names =
    call.count > position + 1 ||
    call.mentions(/WithValidMethods|SigningMethod(?:HMAC|RSA|ECDSA|Ed25519|PS)?\b|\.Alg\(\)|Header\["alg"\]/);
  if (names || key?.code === undefined) return undefined;
  return {
    message: 'Any algorithm that the token names is accepted.',
    severity: 'medium',
    confidence: 'medium',
  };
}
