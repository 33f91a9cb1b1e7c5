import type { CallView, CheckResult, RuleModel } from '../engine/model.ts';
import type { Value } from '../engine/value.ts';
import { authenticates } from '../patterns/authentication.ts';

const sessionName = /sess|token|auth|jwt|sid|login|user|remember|csrf|^$/i;

function judgeCookie(
  name: unknown,
  secure: Value | undefined,
  httpOnly: Value | undefined,
): CheckResult | string | undefined {
  if (secure?.constant === false) return 'The cookie is sent over unencrypted connections too.';
  if (httpOnly?.constant === false) return 'Scripts can read the cookie.';
  const isSession = typeof name === 'string' && sessionName.test(name);
  if (!isSession || (secure !== undefined && httpOnly !== undefined)) return undefined;
  return {
    message: 'The session cookie lacks `Secure` or `HttpOnly`.',
    confidence: 'medium',
  };
}

/** `http.Cookie` leaves both flags off (pkg.go.dev/net/http#Cookie). */
export const goInsecureCookie: RuleModel = {
  withoutSource: /ookie/,
  checks: [
    {
      calls: ['net/http.SetCookie'],
      check: call => cookieAt(call, 1),
    },
    { calls: ['*.SetCookie', '*.Cookie'], check: ginOrEcho },
    {
      writes: ['*.Options'],
      check: call =>
        /sessions\.Options/.test(call.text(0)) || call.option(0, 'HttpOnly') !== undefined
          ? judgeCookie('session', call.option(0, 'Secure'), call.option(0, 'HttpOnly'))
          : undefined,
    },
  ],
};

function cookieAt(call: CallView, position: number): CheckResult | string | undefined {
  if (!call.isClosed(position)) return undefined;
  const isRemoved = call.option(position, 'MaxAge')?.constant;
  if (typeof isRemoved === 'number' && isRemoved < 0) return undefined;
  return judgeCookie(
    call.option(position, 'Name')?.constant,
    call.option(position, 'Secure'),
    call.option(position, 'HttpOnly') ?? call.option(position, 'HTTPOnly'),
  );
}

/** Gin: `SetCookie(name, value, maxAge, path, domain, secure, httpOnly)`; Echo and Fiber take a cookie. */
function ginOrEcho(call: CallView): CheckResult | string | undefined {
  if (call.isNew || call.ref === 'net/http.SetCookie') return undefined;
  if (call.count === 7) return judgeCookie(call.arg(0)?.constant, call.arg(5), call.arg(6));
  return call.count === 1 && call.arg(0)?.object !== undefined ? cookieAt(call, 0) : undefined;
}

const anyOrigin = 'Every site may read answers made with the user’s credentials.';

const isEverybody = (call: CallView, list: Value | undefined): boolean =>
  (call.items(list) ?? [list]).some(item => item?.constant === '*');

/** A function that says yes to every origin. */
const allowsAny = (call: CallView, value: Value | undefined): boolean =>
  /^func[^{]*\{\s*return\s+true(?:\s*,\s*nil)?\s*;?\s*\}$/.test(call.codeText(value));

/** Hand-written headers, rs/cors, gin-contrib/cors, Echo's and Fiber's middleware (fetch.spec.whatwg.org). */
export const goPermissiveCors: RuleModel = {
  withoutSource: /cors|CORS|Access-Control/,
  sinks: [
    {
      what: 'the origin that may read the answer',
      calls: ['*.Set', '*.Add', '*.Header'],
      args: [1],
      when: call => /^access-control-allow-origin$/i.test(String(call.arg(0)?.constant ?? '')),
    },
  ],
  checks: [
    {
      calls: [
        'github.com/rs/cors.New',
        'github.com/gin-contrib/cors.New',
        'github.com/labstack/echo/middleware.CORSWithConfig',
        'github.com/gofiber/fiber/middleware/cors.New',
        'github.com/go-chi/cors.Handler',
        'github.com/go-chi/cors.New',
      ],
      check(call) {
        const everybody =
          ['AllowedOrigins', 'AllowOrigins'].some(name => isEverybody(call, call.option(0, name))) ||
          call.option(0, 'AllowAllOrigins')?.constant === true ||
          ['AllowOriginFunc', 'AllowOriginsFunc', 'AllowOriginRequestFunc'].some(name =>
            allowsAny(call, call.option(0, name)),
          );
        return everybody && call.option(0, 'AllowCredentials')?.constant === true ? anyOrigin : undefined;
      },
    },
    {
      calls: ['*.Set', '*.Add', '*.Header'],
      check: call =>
        /^access-control-allow-origin$/i.test(String(call.arg(0)?.constant ?? '')) &&
        call.arg(1)?.constant === '*' &&
        call.mentions(/Access-Control-Allow-Credentials"?,\s*"true"/i)
          ? anyOrigin
          : undefined,
    },
    {
      calls: ['github.com/gorilla/handlers.AllowedOrigins'],
      check: call =>
        isEverybody(call, call.arg(0)) && call.mentions(/AllowCredentials\(/) ? anyOrigin : undefined,
    },
    {
      writes: ['*.CheckOrigin'],
      check: () => undefined,
    },
  ],
};

const unauthenticated = 'Nothing in this file authenticates the caller of this administrative route.';
const administrative =
  /^(?:(?:GET|POST|PUT|PATCH|DELETE) )?\/(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice|debug)(?:\/|$)/i;

/** Routes of `net/http`, chi, gin, echo and fiber. */
const routeOnGroup = /\.(?:HandleFunc|Handle|GET|POST|PUT|PATCH|DELETE|Any|Get|Post|Put|Patch|Delete)\(\s*"/;

/** A file that authenticates anything at all may do so for all its routes. */
const speaksOfCallers = (call: CallView): boolean =>
  call.mentions(
    /[aA]uth(?!or\b)|[lL]ogin|[sS]ession|jwt|[tT]oken|permission|[iI]s_?[aA]dmin|[rR]equire_?(?:[aA]dmin|[uU]ser|[rR]ole)|[cC]urrent_?[uU]ser|[gG]uard|[aA]dmin_?[oO]nly|[oO]nly_?[aA]dmin|[rR]ole|[vV]erify|[pP]rotect|[sS]ecur/,
  );

export const goMissingAuthentication: RuleModel = {
  withoutSource: /\/(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice|debug)\b/i,
  checks: [
    {
      calls: [
        'HandleFunc',
        'Handle',
        'GET',
        'POST',
        'PUT',
        'PATCH',
        'DELETE',
        'Any',
        'Get',
        'Post',
        'Put',
        'Patch',
        'Delete',
      ].map(name => `*.${name}`),
      check: call =>
        call.count === 2 &&
        administrative.test(String(call.arg(0)?.constant ?? '')) &&
        !/auth|admin\w*only|require|protect|guard|secur|login|session|jwt|token/i.test(call.text(1)) &&
        (call.arg(1)?.code === undefined ? !speaksOfCallers(call) : !authenticates(call))
          ? unauthenticated
          : undefined,
    },
    {
      // Every route of the group stands under the path.
      calls: ['Group', 'Route', 'Mount', 'PathPrefix'].map(name => `*.${name}`),
      check: call =>
        administrative.test(`/${String(call.arg(0)?.constant ?? '').replace(/^\//, '')}`) &&
        (call.method === 'Group' || call.method === 'PathPrefix' ? call.count === 1 : call.count === 2) &&
        call.mentions(routeOnGroup) &&
        !speaksOfCallers(call)
          ? unauthenticated
          : undefined,
    },
  ],
};

const wholeBody = 'The whole request body becomes the record: any of its fields can be set.';
const bodies = /\.Body\b|BindJSON|ShouldBind|BodyParser|\(\)\.Bind\(\)|GetRawData/;

/** A model that is bound from the request and then stored by an ORM (cheatsheetseries.owasp.org, Mass Assignment). */
export const goMassAssignment: RuleModel = {
  withoutSource: /(?!)/,
  checks: [
    {
      calls: ['Create', 'Save', 'Updates', 'Insert', 'InsertOne', 'Update', 'Assign', 'FirstOrCreate'].map(
        name => `*.${name}`,
      ),
      check(call) {
        const whole = [0, 1].some(
          position => /^&?\w+$/.test(call.text(position)) && hasUnnamed(call, position),
        );
        return whole &&
          /^(?:db|tx|repo|store|orm|collection|coll|\w*(?:DB|Repo|Store|Collection)|Model|Where|users|WithContext)$/i.test(
            call.receiverName,
          )
          ? wholeBody
          : undefined;
      },
    },
  ],
};

/** The record holds what the body says under names that the program does not list. */
function hasUnnamed(call: CallView, position: number): boolean {
  return !call.isClosed(position) && bodies.test(call.sourceKeys(position));
}

const secretNames = /passw(?:or)?d|pwd|secret|apikey|api_key/i;
const placeholder =
  /^(?:|x+|\*+|<.*>|\$\{.*\}|\{\{.*\}\}|changeme|change-?me.*|your[-_ ].*|example.*|placeholder|test|none|null|todo.*|password|secret)$/i;
const constantPassword = 'The password or key is a constant in the code.';

const isSecret = (value: Value | undefined): boolean =>
  typeof value?.constant === 'string' && !placeholder.test(value.constant);

/** Passwords in options and in connection strings. */
export const goHardcodedCredentials: RuleModel = {
  withoutSource: /passw|pwd|secret|:\/\/[^/\s"]+:[^/\s"]+@|:[^/\s"@]+@tcp|SetBasicAuth|PlainAuth/i,
  checks: [
    {
      calls: [
        'database/sql.Open',
        'github.com/jmoiron/sqlx.Open',
        'github.com/jmoiron/sqlx.Connect',
        'gorm.io/driver/postgres.Open',
        'gorm.io/driver/mysql.Open',
        'github.com/jackc/pgx.Connect',
        'github.com/jackc/pgx/pgxpool.New',
        'github.com/redis/go-redis.ParseURL',
      ],
      check: call => ([0, 1].some(at => hasPassword(call.arg(at)?.constant)) ? constantPassword : undefined),
    },
    {
      calls: [
        'github.com/redis/go-redis.NewClient',
        'github.com/go-redis/redis.NewClient',
        'github.com/jackc/pgx.ConnConfig',
        'github.com/go-sql-driver/mysql.Config',
        'golang.org/x/crypto/ssh.ClientConfig_',
        '*.Credential',
      ],
      check: call =>
        ['Password', 'Passwd', 'password'].some(name => isSecret(call.option(0, name)))
          ? constantPassword
          : undefined,
    },
    { calls: ['net/smtp.PlainAuth'], check: call => (isSecret(call.arg(2)) ? constantPassword : undefined) },
    {
      calls: ['golang.org/x/crypto/ssh.Password'],
      check: call => (isSecret(call.arg(0)) ? constantPassword : undefined),
    },
    { calls: ['*.SetBasicAuth'], check: call => (isSecret(call.arg(1)) ? constantPassword : undefined) },
    {
      calls: [
        'github.com/gorilla/sessions.NewCookieStore',
        'github.com/gin-contrib/sessions/cookie.NewStore',
      ],
      check: call => (isSecret(call.arg(0)) ? constantPassword : undefined),
    },
    {
      calls: ['*.Bind'],
      check: call =>
        /ldap/i.test(call.receiverName + (call.ref ?? '')) && isSecret(call.arg(1))
          ? constantPassword
          : undefined,
    },
  ],
};

/** `user:password@host`, `password=…` in a connection string. */
function hasPassword(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const inUrl =
    /^[\w+]+:\/\/[^:/@\s]+:([^@/\s]+)@/.exec(text)?.[1] ??
    /^[^:/@\s]+:([^@\s]+)@(?:tcp|unix)?\(/.exec(text)?.[1];
  const named = /\bpassword\s*=\s*'?([^\s';&]+)/i.exec(text)?.[1] ?? inUrl;
  return named !== undefined && !placeholder.test(named) && secretNames.test('password');
}
