import { defineCodeRule } from './define-code-rule.ts';
import { goOpenRedirect } from './go/web.ts';
import { javaOpenRedirect } from './java/web.ts';

/** CWE-601; cheatsheetseries.owasp.org, Unvalidated Redirects and Forwards. */
export const openRedirect = defineCodeRule({
  id: 'open-redirect',
  title: 'Open redirect',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-601'],
  owasp: ['A01'],
  what: 'Reports untrusted data that decides where a browser is sent.',
  why: 'A link to your site leads to somebody else’s, which makes phishing believable and can leak tokens.',
  fix: 'Redirect to paths of your own only, chosen from a fixed list or checked with a library (`url_has_allowed_host_and_scheme`).',
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  keywords: ['redirect', 'httpfound', 'httpseeother', 'location', 'open(', 'navigate', '.push', '.replace'],
  examples: {
    bad: [
      {
        path: 'src/login.ts',
        text: "app.post('/login', (req, res) => {\n  res.redirect(req.query.next);\n});\n",
      },
      {
        path: 'app/login.py',
        text: "from flask import redirect, request\n\ndef login():\n    return redirect(request.args['next'])\n",
      },
    ],
    good: [
      {
        path: 'src/login.ts',
        text: "const targets = { home: '/', account: '/account' };\napp.post('/login', (req, res) => {\n  res.redirect(targets[req.query.next] ?? '/');\n});\n",
      },
      {
        path: 'app/login.py',
        text: "from flask import redirect, url_for\n\ndef login():\n    return redirect(url_for('home'))\n",
      },
    ],
  },
  models: {
    go: goOpenRedirect,
    java: javaOpenRedirect,
    javascript: {
      sinks: [
        {
          what: 'the target of a redirect',
          calls: ['*.redirect', 'next/navigation.redirect', 'next/navigation.permanentRedirect'],
          args: [0, 1],
          deep: false,
        },
        {
          what: 'the target of a redirect',
          calls: ['*.setHeader', '*.set', '*.header'],
          args: [1],
          when: call => String(call.arg(0)?.constant).toLowerCase() === 'location',
          deep: false,
        },
        {
          what: 'the target of a redirect',
          calls: ['*.writeHead'],
          args: [1, 2],
          when: call =>
            (call.option(1, 'Location') ?? call.option(1, 'location') ?? call.option(2, 'Location')) !==
            undefined,
        },
        {
          what: 'the address of the page',
          writes: [
            'window.location',
            'location.href',
            'window.location.href',
            'document.location',
            'document.location.href',
            'self.location',
            'top.location',
          ],
          deep: false,
        },
        {
          what: 'the address of the page',
          calls: [
            'location.assign',
            'location.replace',
            'window.location.assign',
            'window.location.replace',
            'window.open',
            'open',
          ],
          deep: false,
        },
        {
          what: 'the target of a redirect',
          calls: ['*.location'],
          receiver: /^(?:res|response|reply)$/,
          deep: false,
        },
      ],
      sanitizers: [{ calls: ['encodeURIComponent'] }],
    },
    python: {
      sinks: [
        {
          what: 'the target of a redirect',
          calls: [
            'flask.redirect',
            'django.shortcuts.redirect',
            'django.http.HttpResponseRedirect',
            'django.http.HttpResponsePermanentRedirect',
            'django.http.response.HttpResponseRedirect',
            'fastapi.responses.RedirectResponse',
            'starlette.responses.RedirectResponse',
            'werkzeug.utils.redirect',
            'bottle.redirect',
            'aiohttp.web.HTTPFound',
            'quart.redirect',
            'sanic.response.redirect',
          ],
          args: ['0:url', 'location', 'redirect_to', 'to'],
          deep: false,
        },
        { what: 'the target of a redirect', calls: ['*.redirect'], receiver: /^self$/, deep: false },
      ],
      sanitizers: [
        {
          calls: [
            'flask.url_for',
            'django.urls.reverse',
            'urllib.parse.quote',
            'urllib.parse.quote_plus',
            'urllib.parse.urlencode',
            'django.shortcuts.resolve_url_',
          ],
        },
      ],
    },
  },
});
