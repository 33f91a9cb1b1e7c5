import type { CallView, CheckResult, RuleModel } from '../engine/model.ts';

/** Generators whose next values can be computed (docs.oracle.com, java.util.Random). */
export const javaGenerators: readonly string[] = [
  ...['Random()', 'ThreadLocalRandom()', 'SplittableRandom()'].flatMap(home =>
    [
      'nextInt',
      'nextLong',
      'nextDouble',
      'nextFloat',
      'nextBytes',
      'nextBoolean',
      'nextGaussian',
      'ints',
      'longs',
      'doubles',
    ].map(name => `${home}.${name}`),
  ),
  'Math.random',
  'RandomStringUtils.random',
  'RandomStringUtils.randomAlphanumeric',
  'RandomStringUtils.randomNumeric',
  'RandomStringUtils.randomAlphabetic',
  'RandomUtils.nextInt',
];

const off = 'Certificates are not verified: anybody on the way can read and change the traffic.';
const host = 'The host name is not verified: any valid certificate is accepted.';
const allowAll =
  /NoopHostnameVerifier(?:\.INSTANCE)?(?:\(\))?$|ALLOW_ALL_HOSTNAME_VERIFIER$|AllowAllHostnameVerifier\(\)$/;
const trustAll = /(?:TrustAllStrategy|InsecureTrustManagerFactory)(?:\.INSTANCE)?(?:\(\))?$/;

const trustsAnybody = /void\s+checkServerTrusted\([^)]*\)[^{;]*\{\s*(?:\/\/[^\n]*\n\s*)*(?:return\s*;\s*)?\}/;

/** Trust managers and host name verifiers that accept everything (docs.oracle.com, JSSE). */
export const javaTlsVerification: RuleModel = {
  withoutSource:
    /TrustManager|HostnameVerifier|TrustStrategy|TrustAll|hostnameVerifier|setEndpointIdentificationAlgorithm|SSLContext|StrictHostKeyChecking|PromiscuousVerifier|loadTrustMaterial/,
  checks: [
    {
      calls: [
        '*.setHostnameVerifier',
        '*.setDefaultHostnameVerifier',
        '*.hostnameVerifier',
        '*.setSSLHostnameVerifier',
        'SSLConnectionSocketFactory',
      ],
      check: call =>
        [0, 1].some(
          at => acceptsAll(call, at) || allowAll.test(call.arg(at)?.ref ?? '') || alwaysTrue(call.text(at)),
        )
          ? host
          : undefined,
    },
    {
      calls: ['*.loadTrustMaterial', '*.trustManager'],
      check: call =>
        [0, 1].some(
          at => trustAll.test(call.arg(at)?.ref ?? '') || alwaysTrue(call.text(at)) || acceptsAll(call, at),
        )
          ? off
          : undefined,
    },
    {
      // Handed on as a field or to a library; where it is given to `init`, that call is reported.
      // What is called is the class itself: its text is that of its body.
      calls: ['new()'],
      check: call =>
        call.method === '' &&
        trustsAnybody.test(call.chain) &&
        !call.mentions(/\.(?:init|sslSocketFactory)\(/)
          ? off
          : undefined,
    },
    {
      calls: ['class()'],
      check: call =>
        trustsAnybody.test(call.chain) && /^[^{]*\bX509(?:Extended)?TrustManager\b/.test(call.chain)
          ? off
          : undefined,
    },
    { calls: ['*.init'], check: call => (call.count === 3 && trustsEverything(call) ? off : undefined) },
    {
      calls: ['*.sslSocketFactory'],
      check: call => (call.count === 2 && acceptsEmpty(call, 1) ? off : undefined),
    },
    {
      calls: ['SSLContext.getInstance'],
      check: call =>
        /^(?:SSL|SSLv2|SSLv3|TLSv1|TLSv1\.1)$/.test(String(call.arg(0)?.constant ?? ''))
          ? { message: 'Versions of TLS with known weaknesses are accepted.', severity: 'medium' }
          : undefined,
    },
    {
      calls: ['*.setConfig', '*.put', '*.setProperty'],
      check: call =>
        call.arg(0)?.constant === 'StrictHostKeyChecking' && call.arg(1)?.constant === 'no'
          ? 'Unknown host keys are accepted: anybody on the way can take the place of the server.'
          : undefined,
    },
    {
      calls: ['*.addHostKeyVerifier'],
      check: call =>
        /PromiscuousVerifier/.test(call.text(0))
          ? 'Unknown host keys are accepted: anybody on the way can take the place of the server.'
          : undefined,
    },
    {
      calls: ['*.setEndpointIdentificationAlgorithm'],
      check: call => (call.arg(0)?.constant === null || call.arg(0)?.constant === '' ? host : undefined),
    },
  ],
};

/** A lambda that says yes to everything. */
function alwaysTrue(text: string): boolean {
  return /^\(?[\w\s,]*\)?\s*->\s*(?:true\b|\{\s*return\s+true\s*;\s*\})/.test(text);
}

/** An object whose `verify` or `isTrusted` returns true and nothing else. */
function acceptsAll(call: CallView, position: number): boolean {
  const body = call.methodText(position, 'verify') ?? call.methodText(position, 'isTrusted');
  return body !== undefined && /^[^{]*\{\s*return\s+true\s*;\s*\}$/.test(body);
}

/** A trust manager whose check of servers has no body. */
function acceptsEmpty(call: CallView, position: number): boolean {
  const body = call.methodText(position, 'checkServerTrusted');
  return body !== undefined && /\{\s*(?:return\s*;|\/\/[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*\}$/.test(body);
}

function trustsEverything(call: CallView): boolean {
  const managers = call.arg(1);
  if (managers === undefined) return false;
  return acceptsEmpty(call, 1) || trustAll.test(managers.ref ?? '');
}

const unverified = 'The token is read without verifying its signature.';

/** jjwt, java-jwt, Nimbus (RFC 8725). */
export const javaJwtMisuse: RuleModel = {
  withoutSource: /jwt|Jwt|JWT/,
  checks: [
    { calls: ['JWT.decode'], check: () => ({ message: unverified, confidence: 'medium' }) },
    {
      calls: ['*.parseClaimsJwt', '*.parsePlaintextJwt', '*.parseUnsecuredClaims', '*.parseUnsecuredContent'],
      check: () => 'Tokens without a signature are accepted.',
    },
    {
      calls: ['*.parse'],
      check: call =>
        /Jwts\s*\.\s*parser(?:Builder)?\(\)/.test(call.chain) && !/verifyWith_/.test(call.chain)
          ? { message: 'Tokens without a signature are accepted.', confidence: 'medium' }
          : undefined,
    },
    {
      calls: ['*.unsecured'],
      check: call => (/Jwts/.test(call.chain) ? 'Tokens without a signature are accepted.' : undefined),
    },
    { calls: ['Algorithm.none'], check: () => 'The token is not signed.' },
    { calls: ['*.signWith'], check: judgeSigner },
    {
      calls: [
        '*.setSigningKey',
        'Algorithm.HMAC256',
        'Algorithm.HMAC384',
        'Algorithm.HMAC512',
        'MACSigner',
        'MACVerifier',
        'Keys.hmacShaKeyFor',
      ],
      check: call =>
        isConstantKey(call, 0)
          ? { message: 'The key that signs tokens stands in the code.', confidence: 'medium' }
          : undefined,
    },
    {
      calls: ['*.setSkipSignatureVerification', '*.setSkipAllValidators', '*.setDisableRequireSignature'],
      check: () => unverified,
    },
    {
      calls: ['PlainJWT', 'PlainHeader'],
      check: call => (call.isNew ? 'The token is not signed.' : undefined),
    },
  ],
};

function judgeSigner(call: CallView): CheckResult | string | undefined {
  if ([0, 1].some(at => /(?:^|\.)NONE$/.test(call.arg(at)?.ref ?? ''))) return 'The token is not signed.';
  return [0, 1].some(at => isConstantKey(call, at))
    ? { message: 'The key that signs tokens stands in the code.', confidence: 'medium' }
    : undefined;
}

function isConstantKey(call: CallView, position: number): boolean {
  const key = call.arg(position);
  return (
    (typeof key?.constant === 'string' && key.constant.length > 0) ||
    (key?.literal === true && /"[^"]+"/.test(call.text(position)))
  );
}
