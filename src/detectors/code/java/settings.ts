import type { CallView, CheckResult, RuleModel } from '../engine/model.ts';
import type { Value } from '../engine/value.ts';
import { isLeftOpen } from '../patterns/authentication.ts';

const sessionName = /sess|token|auth|jwt|sid|login|user|remember|csrf/i;

/** `Cookie` leaves both flags off (jakarta.ee/specifications/servlet, Cookie). */
export const javaInsecureCookie: RuleModel = {
  withoutSource: /ookie/,
  checks: [
    {
      calls: ['*.setSecure', '*.secure', '*.setUseSecureCookie'],
      check: call =>
        isCookie(call) && call.arg(0)?.constant === false
          ? 'The cookie is sent over unencrypted connections too.'
          : undefined,
    },
    {
      calls: ['*.setHttpOnly', '*.httpOnly', '*.setCookieHttpOnly'],
      check: call =>
        isCookie(call) && call.arg(0)?.constant === false ? 'Scripts can read the cookie.' : undefined,
    },
    {
      calls: ['*.addCookie'],
      check(call) {
        const cookie = call.arg(0);
        if (cookie === undefined) return undefined;
        const age = call.option(0, 'maxAge')?.constant;
        if (age === 0) return undefined;
        return judge(call.option(0, 'secure'), call.option(0, 'httpOnly'), call);
      },
    },
  ],
};

function isCookie(call: CallView): boolean {
  return /cookie|^c$/i.test(`${call.receiverName}${call.ref ?? ''}${call.chain}`);
}

function judge(
  secure: Value | undefined,
  httpOnly: Value | undefined,
  call: CallView,
): CheckResult | string | undefined {
  if (secure?.constant === false || httpOnly?.constant === false) return undefined;
  if (secure !== undefined && httpOnly !== undefined) return undefined;
  if (
    !sessionName.test(call.text(0)) &&
    !call.mentions(
      /new\s+(?:[\w.]+\.)?Cookie\(\s*"[^"]*(?:sess|token|auth|jwt|sid|login|user|remember|csrf)/i,
    )
  )
    return undefined;
  return { message: 'The session cookie lacks `Secure` or `HttpOnly`.', confidence: 'medium' };
}

const anyOrigin = 'Every site may read answers made with the user’s credentials.';
const allowOrigin = /^access-control-allow-origin$/i;
const isOriginHeader = (call: CallView): boolean =>
  allowOrigin.test(String(call.arg(0)?.constant ?? '')) ||
  call.arg(0)?.ref === 'HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN';

/** Hand-written headers and Spring's configuration (docs.spring.io, CORS). */
export const javaPermissiveCors: RuleModel = {
  withoutSource: /[cC]ors|CORS|Access-Control|ACCESS_CONTROL/,
  sinks: [
    {
      what: 'the origin that may read the answer',
      calls: ['*.setHeader', '*.addHeader', '*.header', '*.set', '*.add'],
      args: [1],
      when: isOriginHeader,
    },
  ],
  checks: [
    {
      calls: ['*.setHeader', '*.addHeader', '*.header', '*.set', '*.add'],
      check: call =>
        isOriginHeader(call) &&
        call.arg(1)?.constant === '*' &&
        call.mentions(/Access-Control-Allow-Credentials"?,\s*"?true/i)
          ? anyOrigin
          : undefined,
    },
    {
      calls: [
        '*.allowedOrigins',
        '*.allowedOriginPatterns',
        '*.addAllowedOrigin',
        '*.addAllowedOriginPattern',
        '*.setAllowedOrigins',
        '*.setAllowedOriginPatterns',
      ],
      check: call =>
        [call.arg(0), ...(call.items(call.arg(0)) ?? [])].some(value => value?.constant === '*') &&
        call.mentions(
          /allowCredentials\(\s*(?:true|Boolean\.TRUE)|setAllowCredentials\(\s*(?:true|Boolean\.TRUE)/,
        )
          ? anyOrigin
          : undefined,
    },
    {
      calls: ['CrossOrigin'],
      check: call =>
        ['origins', 'value', 'originPatterns', 0].some(name =>
          [call.arg(name), ...(call.items(call.arg(name)) ?? [])].some(value => value?.constant === '*'),
        ) && call.arg('allowCredentials')?.constant === 'true'
          ? anyOrigin
          : undefined,
    },
  ],
};

const administrative =
  /^\/(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice)(?:\/|$)/i;
const authentication =
  /PreAuthorize|Secured|RolesAllowed|isUserInRole|getUserPrincipal|Authentication\b|authenticated|hasRole|Principal|@RequiresPermissions|SecurityContext|[jJ]wt|[sS]ession|[lL]ogin|requireAdmin|checkAdmin|DenyAll|PostAuthorize|[tT]oken/;
/** Of a method what stands before and in it counts, of a class everything. */
const isOpen = (call: CallView): boolean =>
  /^\s*(?:@\w+(?:\([^)]*\))?\s*)*(?:public |abstract |final )*class\b/.test(call.declaration) ||
  !/\)\s*(?:throws [\w., ]+)?\{/.test(call.declaration)
    ? !call.mentions(authentication)
    : !authentication.test(call.declaration) && !call.mentions(forWholeClass);
/** Annotations of a class, and configuration of everything. */
const forWholeClass =
  /SecurityFilterChain|HttpSecurity|@(?:PreAuthorize|Secured|RolesAllowed|RequiresPermissions)\b[^\n]*\n(?:\s*@[^\n]*\n)*\s*(?:public |abstract |final )*class\b/;
const unauthenticated = 'Nothing in this file authenticates the caller of this administrative route.';

/** Spring and JAX-RS routes, and what Spring Security lets through (docs.spring.io, authorize-http-requests). */
export const javaMissingAuthentication: RuleModel = {
  withoutSource:
    /[/"](?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice)\b|anyRequest\(\)\s*\.permitAll|@(?:PreAuthorize|Secured|RolesAllowed)\b/i,
  checks: [
    {
      calls: [
        'RequestMapping',
        'GetMapping',
        'PostMapping',
        'PutMapping',
        'PatchMapping',
        'DeleteMapping',
        'Path',
        'WebServlet',
      ],
      check: call =>
        [0, 'value', 'path', 'urlPatterns'].some(name =>
          [call.arg(name), ...(call.items(call.arg(name)) ?? [])].some(value =>
            administrative.test(`/${String(value?.constant ?? '').replace(/^\//, '')}`),
          ),
        )
          ? isOpen(call)
            ? unauthenticated
            : undefined
          : /^(?:Post|Put|Patch|Delete)Mapping$/.test(call.method) && !call.mentions(forWholeClass)
            ? isLeftOpen(call, String((call.arg(0) ?? call.arg('value') ?? call.arg('path'))?.constant ?? ''))
            : undefined,
    },
    {
      calls: ['*.permitAll'],
      check: call =>
        /(?:ant|mvc|request)Matchers\(\s*"\/(?:api\/|v\d\/)*(?:admin|internal|manage)[^()]*\)\s*\.permitAll$|anyRequest\(\)\s*\.permitAll$/.test(
          call.chain,
        )
          ? unauthenticated
          : undefined,
    },
  ],
};

/** Spring filled the record from the request, and nothing limits which fields. */
const isBound = (call: CallView): boolean =>
  call.arg(0)?.taints.some(taint => taint.direct && taint.source.key.startsWith('parameter:')) === true &&
  !(call.mentions(/setAllowedFields\(/) && !call.mentions(/@RequestBody/));

/** Jackson or Gson made the record of the request's text. */
const isRead = (call: CallView): boolean =>
  (call.arg(0)?.taints.length ?? 0) > 0 &&
  /^\w+$/.test(call.text(0)) &&
  call.mentionsWithin(
    new RegExp(`\\b${call.text(0)}\\s*=\\s*[\\w.()]*\\.(?:readValue|convertValue|treeToValue|fromJson)\\(`),
  );

/** A bean bound from the whole request and stored as it is (cheatsheetseries.owasp.org, Mass Assignment). */
export const javaMassAssignment: RuleModel = {
  withoutSource: /(?!)/,
  checks: [
    {
      calls: ['save', 'saveAndFlush', 'saveAll', 'persist', 'merge', 'insert', 'update', 'saveOrUpdate'].map(
        name => `*.${name}`,
      ),
      check: call =>
        (isBound(call) || isRead(call)) &&
        /repo|dao|manager|^em$|session|template|service|store|users|accounts/i.test(call.receiverName) &&
        !/dto|form|command/i.test(call.text(0))
          ? 'The whole request body becomes the record: any of its fields can be set.'
          : undefined,
    },
    {
      calls: ['*.readValue'],
      check: call =>
        /readerForUpdating\(/.test(call.chain) && (call.arg(0)?.taints.length ?? 0) > 0
          ? 'Untrusted data chooses which properties are set.'
          : undefined,
    },
    {
      calls: [
        'BeanUtils.populate',
        'BeanUtils.copyProperties',
        'PropertyUtils.copyProperties',
        '*.readerForUpdating',
        '*.updateValue',
      ],
      check: call =>
        [0, 1].some(
          at =>
            (call.arg(at)?.taints.length ?? 0) > 0 &&
            (call.method === 'populate' || call.arg(at)?.taints.some(taint => taint.direct) === true),
        ) &&
        (call.method !== 'copyProperties' || call.count === 2)
          ? 'Untrusted data chooses which properties are set.'
          : undefined,
    },
  ],
};

const placeholder =
  /^(?:|x+|\*+|<.*>|\$\{.*\}|\{\{.*\}\}|#\{.*\}|changeme|change-?me.*|your[-_ ].*|example.*|placeholder|test|none|null|todo.*|password|secret)$/i;
const constantPassword = 'The password or key is a constant in the code.';
const isSecret = (value: Value | undefined): boolean =>
  typeof value?.constant === 'string' && !placeholder.test(value.constant);

/** Passwords given to connections and key stores (CWE-798). */
export const javaHardcodedCredentials: RuleModel = {
  withoutSource: /passw|pwd|secret|credential|DriverManager|KeyStore|SecretKeySpec|PBEKeySpec/i,
  checks: [
    {
      calls: ['DriverManager.getConnection'],
      check: call =>
        isSecret(call.arg(2)) || /[?&;]password=[^&;]+/i.test(String(call.arg(0)?.constant ?? ''))
          ? constantPassword
          : undefined,
    },
    {
      calls: ['*.getConnection'],
      check: call =>
        call.ref !== 'DriverManager.getConnection' && call.count === 2 && isSecret(call.arg(1))
          ? constantPassword
          : undefined,
    },
    {
      calls: ['*.setPassword', '*.password'],
      check: call =>
        call.count === 1 &&
        isSecret(call.arg(0)) &&
        /source|config|factory|connection|session|mail|sender|client|builder|ds|pool|redis|props|url|^c$/i.test(
          `${call.receiverName}${call.ref ?? ''}`,
        )
          ? constantPassword
          : undefined,
    },
    {
      calls: [
        'PasswordAuthentication',
        'UsernamePasswordCredentials',
        'KerberosKey',
        'BasicAWSCredentials',
        'UsernamePasswordAuthenticationToken',
        'AwsBasicCredentials.create',
      ],
      check: call => (isSecret(call.arg(1)) ? constantPassword : undefined),
    },
    {
      calls: ['SecretKeySpec'],
      check: call =>
        typeof call.arg(0)?.constant === 'string' ||
        (call.arg(0)?.literal === true && /"/.test(call.text(0))) ||
        (call.isLiteral(call.arg(0)) &&
          call.arg(0)?.object !== undefined &&
          (call.items(call.arg(0))?.length ?? 0) > 3)
          ? { message: 'The key is a constant in the code.', confidence: 'medium' }
          : undefined,
    },
    { calls: ['PBEKeySpec'], check: call => (call.arg(0)?.literal === true ? constantPassword : undefined) },
    {
      calls: ['KeyStore().load', '*.load', '*.getKey'],
      check: call =>
        call.count === 2 &&
        call.arg(1)?.literal === true &&
        call.arg(1)?.constant !== null &&
        /"[^"]+"/.test(call.text(1)) &&
        /KeyStore|keystore|^ks$/i.test(`${call.ref ?? ''}${call.receiverName}`)
          ? constantPassword
          : undefined,
    },
    {
      calls: ['*.put', '*.setProperty'],
      check: call =>
        (/^(?:password|java\.naming\.security\.credentials|mail\.smtp\.password)$/.test(
          String(call.arg(0)?.constant ?? ''),
        ) ||
          call.arg(0)?.ref === 'Context.SECURITY_CREDENTIALS') &&
        isSecret(call.arg(1))
          ? constantPassword
          : undefined,
    },
    {
      calls: ['*.equals'],
      check: call =>
        /passw(?:or)?d|pwd/i.test(`${call.receiverName} ${call.text(0)}`) &&
        (isSecret(call.arg(0)) || isSecret(call.receiver)) &&
        call.text(0).startsWith('"')
          ? { message: 'A password is compared with a constant in the code.', confidence: 'medium' }
          : undefined,
    },
  ],
};
