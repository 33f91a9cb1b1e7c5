import { defineCodeRule } from './define-code-rule.ts';
import type { CallView, CheckResult } from './engine/model.ts';
import type { Value } from './engine/value.ts';
import { goInsecureCookie } from './go/settings.ts';
import { javaInsecureCookie } from './java/settings.ts';

const sessionName = /sess|token|auth|jwt|sid$|remember|login|csrf/i;

type Cookie = {
  readonly name: unknown;
  readonly closed: boolean;
  readonly secure: Value | undefined;
  readonly httpOnly: Value | undefined;
};

/** Protection switched off counts for every cookie, protection left out for those that carry a session. */
function judge({ name, closed, secure, httpOnly }: Cookie): CheckResult | undefined {
  if (secure?.constant === false) return { message: 'The cookie also travels over unencrypted connections.' };
  if (httpOnly?.constant === false) return { message: 'Scripts in the page can read the cookie.' };
  const isSession = typeof name === 'string' && sessionName.test(name) && !/csrf|xsrf/i.test(name);
  if (!isSession || !closed) return undefined;
  if (httpOnly === undefined)
    return { message: 'Scripts in the page can read the session cookie: `httpOnly` is not set.' };
  return secure === undefined
    ? { message: 'The session cookie also travels over unencrypted connections: `secure` is not set.' }
    : undefined;
}

/** A cookie written by hand: `Set-Cookie: session=…; Path=/`. */
function judgeHeader(call: CallView): CheckResult | undefined {
  const isHead = call.method === 'writeHead';
  if (!isHead && !/^set-cookie$/i.test(String(call.arg(0)?.constant ?? ''))) return undefined;
  const text = isHead ? (/set-cookie['"]?\s*:\s*(.*)/i.exec(call.text(1))?.[1] ?? '') : call.text(1);
  const name = /^\[?\s*[`'"](\w[\w.-]*)=/.exec(text)?.[1];
  if (
    name === undefined ||
    !sessionName.test(name) ||
    /httponly/i.test(text) ||
    !/[`'"]\]?\s*\}?$/.test(text)
  )
    return undefined;
  return { message: 'Scripts in the page can read the session cookie: `HttpOnly` is not set.' };
}

/** CWE-614, CWE-1004; developer.mozilla.org on Set-Cookie. */
export const insecureCookie = defineCodeRule({
  id: 'insecure-cookie',
  title: 'Cookie without protection',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-614', 'CWE-1004'],
  owasp: ['A05'],
  what: 'Reports cookies whose protection is switched off, and session cookies set without it.',
  why: 'Scripts can read the cookie, or it travels unencrypted: sessions are taken over.',
  fix: 'Set `httpOnly`, `secure` and `sameSite` on every cookie that carries a session.',
  references: [
    'https://cwe.mitre.org/data/definitions/614.html',
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  ],
  keywords: ['cookie'],
  withoutSource: /cookie/i,
  examples: {
    bad: [
      {
        path: 'src/session.ts',
        text: "app.post('/x', async (req, res) => {\n  res.cookie('session', token, { httpOnly: false, secure: true });\n});\n",
      },
      {
        path: 'app/session.py',
        text: "def login(response, token):\n    response.set_cookie('session', token, secure=False, httponly=True)\n",
      },
      {
        path: 'app/session.go',
        text: 'package app\n\nimport (\n\t"net/http"\n)\n\nfunc login(w http.ResponseWriter, id string) {\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: false, Secure: true})\n}\n',
      },
    ],
    good: [
      {
        path: 'src/session.ts',
        text: "app.post('/x', async (req, res) => {\n  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });\n});\n",
      },
      {
        path: 'app/session.py',
        text: "def login(response, token):\n    response.set_cookie('session', token, secure=True, httponly=True, samesite='Lax')\n",
      },
      {
        path: 'app/session.go',
        text: 'package app\n\nimport (\n\t"net/http"\n)\n\nfunc login(w http.ResponseWriter, id string) {\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, Secure: true})\n}\n',
      },
    ],
  },
  models: {
    go: goInsecureCookie,
    java: javaInsecureCookie,
    javascript: {
      checks: [
        {
          calls: ['*.cookie', '*.setCookie'],
          check: call =>
            call.count < 2
              ? undefined
              : judge({
                  name: call.arg(0)?.constant,
                  closed: call.count < 3 || call.isClosed(2),
                  secure: call.option(2, 'secure'),
                  httpOnly: call.option(2, 'httpOnly'),
                }),
        },
        {
          calls: ['*.set'],
          check: call =>
            (call.receiverName === 'cookies' || call.receiver?.ref === 'next/headers.cookies()') &&
            call.count > 1
              ? judge({
                  name: call.arg(0)?.constant,
                  closed: call.count > 2 && call.isClosed(2),
                  secure: call.option(2, 'secure'),
                  httpOnly: call.option(2, 'httpOnly'),
                })
              : undefined,
        },
        {
          calls: ['express-session', 'cookie-session', 'cookie.serialize', '@fastify/session', 'koa-session'],
          check: call => {
            const [position, prefix] =
              call.ref === 'cookie.serialize'
                ? [2, '']
                : call.ref === 'cookie-session'
                  ? [0, '']
                  : [0, 'cookie.'];
            return judge({
              name: call.ref === 'cookie.serialize' ? call.arg(0)?.constant : '',
              closed: call.ref === 'cookie.serialize' && (call.count < 3 || call.isClosed(2)),
              secure: call.option(position ?? 0, `${prefix}secure`),
              httpOnly: call.option(position ?? 0, `${prefix}httpOnly`),
            });
          },
        },
        {
          calls: ['*.setHeader', '*.header', '*.append', '*.appendHeader', '*.set', '*.writeHead'],
          check: judgeHeader,
        },
        {
          writes: ['document.cookie'],
          check: call =>
            /(?:session|token|auth)[a-z_]*=/i.test(call.text(0))
              ? {
                  message: 'A session cookie set by a script can be read by every script.',
                  confidence: 'low',
                }
              : undefined,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['*.set_cookie', '*.set_signed_cookie'],
          check: call =>
            judge({
              name: call.arg('0:key')?.constant,
              closed: call.arg('**') === undefined,
              secure: call.arg('secure'),
              httpOnly: call.arg('httponly'),
            }),
        },
        {
          writes: [
            'SESSION_COOKIE_SECURE',
            'SESSION_COOKIE_HTTPONLY',
            'CSRF_COOKIE_SECURE',
            'index.SESSION_COOKIE_SECURE',
            'index.SESSION_COOKIE_HTTPONLY',
          ],
          check: call =>
            call.arg(0)?.constant === false
              ? 'The protection of the session cookie is switched off.'
              : undefined,
        },
      ],
    },
  },
});
