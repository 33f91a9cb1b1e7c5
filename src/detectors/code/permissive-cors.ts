import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import type { Value } from './engine/value.ts';
import { goPermissiveCors } from './go/settings.ts';
import { javaPermissiveCors } from './java/settings.ts';

const everybody = (call: CallView, origin: Value | undefined): boolean =>
  (call.items(origin) ?? [origin]).some(
    item =>
      item?.constant === '*' ||
      item?.constant === true ||
      (item?.ref === 'regex' && /^\^?\.\*\$?$/.test(String(item.constant))),
  ) || /origin:\s*\(\w+,\s*(\w+)\)\s*=>\s*\1\(null,\s*true\)/.test(call.text(0));

/** CWE-942; developer.mozilla.org, CORS. */
export const permissiveCors = defineCodeRule({
  id: 'permissive-cors',
  title: 'Cross-origin access for everybody',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-942', 'CWE-346'],
  owasp: ['A05'],
  what: 'Reports answers that other sites may read with the user\u2019s credentials, or whose allowed origin is what the request says.',
  why: 'Any site a user visits can read their data with their session.',
  fix: 'List the origins that may read, and allow credentials only for them.',
  references: [
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  ],
  keywords: ['cors', 'access-control-allow-origin', 'allow_origins'],
  withoutSource: /cors|allow_origins/i,
  examples: {
    bad: [
      {
        path: 'src/cors.ts',
        text: "import cors from 'cors';\napp.use(cors({ origin: true, credentials: true }));\n",
      },
      {
        path: 'app/cors.py',
        text: "from fastapi.middleware.cors import CORSMiddleware\napp.add_middleware(CORSMiddleware, allow_origins=['*'], allow_credentials=True)\n",
      },
    ],
    good: [
      {
        path: 'src/cors.ts',
        text: "import cors from 'cors';\napp.use(cors({ origin: 'https://app.example.com', credentials: true }));\n",
      },
      {
        path: 'app/cors.py',
        text: "from fastapi.middleware.cors import CORSMiddleware\napp.add_middleware(CORSMiddleware, allow_origins=['https://app.example.com'], allow_credentials=True)\n",
      },
    ],
  },
  models: {
    go: goPermissiveCors,
    java: javaPermissiveCors,
    javascript: {
      sinks: [
        {
          what: 'the origin that may read the answer',
          calls: ['*.setHeader', '*.header', '*.set', '*.append'],
          args: [1],
          when: call => String(call.arg(0)?.constant).toLowerCase() === 'access-control-allow-origin',
        },
        {
          what: 'the origin that may read the answer',
          calls: ['*.writeHead'],
          args: [1],
          when: call => (call.option(1, 'Access-Control-Allow-Origin')?.taints.length ?? 0) > 0,
        },
      ],
      checks: [
        {
          calls: [
            'cors',
            '@koa/cors',
            '@fastify/cors',
            '*.enableCors',
            'fastify-cors',
            'hono/cors.cors',
            'koa2-cors',
          ],
          check: call =>
            everybody(call, call.option(0, 'origin')) && call.option(0, 'credentials')?.constant === true
              ? 'Every site may read answers made with the user’s credentials.'
              : undefined,
        },
        {
          calls: ['*.register'],
          check: call =>
            /cors/i.test(`${call.arg(0)?.ref}`) &&
            everybody(call, call.option(1, 'origin')) &&
            call.option(1, 'credentials')?.constant === true
              ? 'Every site may read answers made with the user’s credentials.'
              : undefined,
        },
      ],
    },
    python: {
      sinks: [
        {
          what: 'the origin that may read the answer',
          calls: ['index.headers', '*.headers.add', '*.headers.set'],
          args: [1],
          when: call => String(call.arg(0)?.constant).toLowerCase() === 'access-control-allow-origin',
        },
      ],
      checks: [
        {
          calls: ['flask_cors.CORS', 'flask_cors.cross_origin', 'flask_cors.extension.CORS'],
          check: call =>
            call.arg('supports_credentials')?.constant === true &&
            (call.arg('origins') === undefined
              ? call.arg('resources') === undefined ||
                /["']origins["']\s*:\s*\[?\s*["']\*["']/.test(call.declaration)
              : everybody(call, call.arg('origins')))
              ? 'Every site may read answers made with the user’s credentials.'
              : undefined,
        },
        {
          calls: [
            '*.add_middleware',
            'fastapi.middleware.cors.CORSMiddleware',
            'starlette.middleware.cors.CORSMiddleware',
          ],
          check: call =>
            (everybody(call, call.arg('allow_origins')) ||
              call.arg('allow_origin_regex')?.constant === '.*') &&
            call.arg('allow_credentials')?.constant === true
              ? 'Every site may read answers made with the user’s credentials.'
              : undefined,
        },
        {
          writes: ['CORS_ORIGIN_ALLOW_ALL', 'CORS_ALLOW_ALL_ORIGINS'],
          check: call => (call.arg(0)?.constant === true ? 'Every site may read the answers.' : undefined),
        },
      ],
    },
  },
});
