import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goDebugMode } from './go/debug-mode.ts';
import { javaDebugMode } from './java/debug-mode.ts';
import { debugSettings } from './settings/debug-settings.ts';

/** What is shown while developing only. */
const dependsOnEnvironment = (call: CallView): boolean =>
  call.mentionsWithin(/NODE_ENV|\bis_?(?:Dev|Prod)|['"`](?:development|production)['"`]|\bDEBUG\b/i);

/** A test of the settings around what is shown. */
const dependsOnSettings = (call: CallView): boolean =>
  call.mentionsWithin(/\bDEBUG\b|\.debug\b|\bis_debug\b|environ|getenv|development/i);

/** What Python's frameworks make answers of. */
const answers = [
  'django.http.HttpResponse',
  'django.http.HttpResponseServerError',
  'django.http.JsonResponse',
  'rest_framework.response.Response',
  'flask.Response',
  'flask.make_response',
  'flask.jsonify',
  'flask.abort',
  'fastapi.HTTPException',
  'aiohttp.web.Response',
  'aiohttp.web.json_response',
  'sanic.response.text',
  'sanic.response.json',
  ...['Response', 'HTMLResponse', 'PlainTextResponse', 'JSONResponse', 'ORJSONResponse'].flatMap(name => [
    `fastapi.responses.${name}`,
    `starlette.responses.${name}`,
    `fastapi.${name}`,
  ]),
];

/** CWE-489; flask.palletsprojects.com/en/stable/debugging. */
export const debugMode = defineCodeRule({
  id: 'debug-mode',
  title: 'Debug mode',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-489'],
  owasp: ['A05'],
  what: 'Reports servers started in debug mode, by their code or their settings, debugging pages open to everybody, and answers that hold the stack of an error.',
  why: 'Errors show source code and variables, and Werkzeug\u2019s debugger runs code for whoever finds it.',
  fix: 'Read the mode from the environment and leave it off by default.',
  references: [
    'https://cwe.mitre.org/data/definitions/489.html',
    'https://flask.palletsprojects.com/en/stable/debugging/',
    'https://docs.djangoproject.com/en/stable/ref/settings/#debug',
  ],
  keywords: ['debug', 'errorhandler', 'apolloserver', 'inspector', 'stack', 'traceback'],
  withoutSource: /errorhandler|ApolloServer|debug|inspector|\.stack\b|[{,]\s*stack\b|traceback/i,
  examples: {
    bad: [
      {
        path: 'app/main.py',
        text: "from flask import Flask\n\napp = Flask(__name__)\napp.run(host='0.0.0.0', debug=True)\n",
      },
      { path: 'src/server.ts', text: "import errorhandler from 'errorhandler';\napp.use(errorhandler());\n" },
      {
        path: 'src/main/resources/application.properties',
        text: 'server.port=8080\nserver.error.include-stacktrace=always\n',
      },
    ],
    good: [
      {
        path: 'src/main/resources/application.yml',
        text: 'server:\n  port: 8080\n  error:\n    include-stacktrace: never\n',
      },
      {
        path: 'app/main.py',
        text: "import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.run(host='0.0.0.0', debug=os.environ.get('DEBUG') == '1')\n",
      },
      {
        path: 'src/server.ts',
        text: "import errorhandler from 'errorhandler';\nif (process.env.NODE_ENV === 'development') app.use(errorhandler());\n",
      },
    ],
  },
  settings: debugSettings,
  models: {
    go: goDebugMode,
    java: javaDebugMode,
    javascript: {
      ownSources: true,
      sinks: [
        {
          what: 'an answer',
          calls: ['send', 'end', 'write', 'json', 'jsonp'].map(name => `*.${name}`),
          when: call =>
            /^(?:this\.)?_?(?:res|resp|response|reply)\b/.test(call.chain) && !dependsOnEnvironment(call),
        },
        {
          what: 'an answer',
          calls: ['json', 'text', 'html', 'body'].map(name => `koa.context.${name}`),
          when: call => !dependsOnEnvironment(call),
        },
        {
          what: 'an answer',
          calls: [
            'Response',
            'Response.json',
            'NextResponse',
            'NextResponse.json',
            'next/server.NextResponse',
            'next/server.NextResponse.json',
          ],
          when: call => !dependsOnEnvironment(call),
        },
        {
          what: 'an answer',
          writes: ['koa.context.body', 'koa.context.response.body'],
          when: call => !dependsOnEnvironment(call),
        },
      ],
      checks: [
        {
          calls: ['inspector.open'],
          check: call =>
            typeof call.arg(1)?.constant === 'string' &&
            !/^(?:localhost|127\.|::1$)/.test(String(call.arg(1)?.constant))
              ? 'Whoever reaches the port runs code in the process.'
              : undefined,
        },
        {
          calls: ['errorhandler'],
          check: call =>
            call.mentions(/NODE_ENV|isDev|development/) ? undefined : 'Errors show their stack to everybody.',
        },
        {
          calls: [
            'apollo-server.ApolloServer',
            '@apollo/server.ApolloServer',
            'apollo-server-express.ApolloServer',
          ],
          check: call =>
            call.option(0, 'debug')?.constant === true ||
            call.option(0, 'includeStacktraceInErrorResponses')?.constant === true
              ? 'Errors show their stack to everybody.'
              : undefined,
        },
      ],
    },
    python: {
      ownSources: true,
      sinks: [
        { what: 'an answer', calls: ['route.return'], when: call => !dependsOnSettings(call) },
        {
          what: 'an answer',
          calls: answers,
          args: ['all'],
          when: call => !dependsOnSettings(call),
        },
        {
          what: 'an answer',
          calls: ['*.write', '*.finish', '*.send'],
          when: call => /^(?:self|resp|response|res)$/.test(call.receiverName) && !dependsOnSettings(call),
        },
      ],
      checks: [
        {
          calls: ['*.run'],
          check: call =>
            call.arg('debug')?.constant === true &&
            /app|server|application|bottle|api/i.test(call.receiverName)
              ? 'The server runs with its debugger on.'
              : undefined,
        },
        {
          calls: ['flask.Flask().run', 'werkzeug.serving.run_simple', 'bottle.run', 'sanic.Sanic().run'],
          check: call =>
            call.arg('debug')?.constant === true || call.arg('use_debugger')?.constant === true
              ? 'The server runs with its debugger on.'
              : undefined,
        },
        {
          writes: ['DEBUG'],
          check: call =>
            call.arg(0)?.constant === true &&
            call.mentions(/INSTALLED_APPS|ROOT_URLCONF|ALLOWED_HOSTS|MIDDLEWARE|SECRET_KEY|TESTING/)
              ? { message: 'The settings switch debug mode on.', confidence: 'medium' }
              : undefined,
        },
        {
          writes: ['*.debug'],
          check: call =>
            call.arg(0)?.constant === true &&
            (call.receiverName === 'app' || call.receiver?.ref === 'flask.Flask()')
              ? 'The server runs with its debugger on.'
              : undefined,
        },
        {
          writes: ['index.DEBUG'],
          check: call => (call.arg(0)?.constant === true ? 'The settings switch debug mode on.' : undefined),
        },
        {
          calls: ['*.update', '*.from_mapping'],
          check: call =>
            /^(?:config|settings)$/.test(call.receiverName) &&
            [call.arg('DEBUG'), call.option(0, 'DEBUG')].some(value => value?.constant === true)
              ? 'The settings switch debug mode on.'
              : undefined,
        },
        {
          calls: ['tornado.web.Application'],
          check: call =>
            ['debug', 'serve_traceback'].some(name => call.arg(name)?.constant === true)
              ? 'Errors show their stack to everybody.'
              : undefined,
        },
        {
          calls: ['fastapi.FastAPI', 'starlette.applications.Starlette'],
          check: call =>
            call.arg('debug')?.constant === true ? 'Errors show their stack to everybody.' : undefined,
        },
      ],
    },
  },
});
