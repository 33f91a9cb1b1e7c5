import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goXss } from './go/web.ts';
import { javaXss } from './java/web.ts';

const response = /^(?:res|resp|response|reply|status|type|code|header|set)$/;

/** JSON and plain text are not rendered. */
const rendersHtml = (call: CallView): boolean =>
  !/json|text\/plain|text\/csv|type\(['"](?:text|txt)['"]/i.test(call.chain) &&
  (!call.mentionsWithin(otherType) || call.mentionsWithin(/text\/html/i));
const otherType =
  /content-type['"]?\s*[,:]\s*['"`](?:application\/(?:json|octet-stream|pdf)|text\/(?:plain|csv|event-stream)|image\/)|\.type\(['"](?:json|text|txt|png|csv|application\/json|text\/plain)['"]\)/i;

/** CWE-79; cheatsheetseries.owasp.org, Cross Site Scripting Prevention and DOM based XSS Prevention. */
export const xss = defineCodeRule({
  id: 'xss',
  title: 'Cross-site scripting',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-79'],
  owasp: ['A03'],
  what: 'Reports untrusted data written into a page as HTML without escaping.',
  why: 'The value can carry a script, which runs in other people’s browsers with their session.',
  fix: 'Let a template escape the value, set `textContent` instead of `innerHTML`, or sanitise HTML with a maintained library such as DOMPurify.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    'https://react.dev/reference/react-dom/components/common#dangerously-setting-the-inner-html',
  ],
  keywords: [
    'html',
    'document.write',
    '.send',
    '.end(',
    '.write',
    'append',
    'markup',
    'mark_safe',
    'response',
    'return',
    'body',
  ],
  examples: {
    bad: [
      {
        path: 'src/greet.ts',
        text: "app.get('/greet', (req, res) => {\n  res.send(`<h1>Hello ${req.query.name}</h1>`);\n});\n",
      },
      { path: 'src/hash.js', text: "document.getElementById('title').innerHTML = location.hash.slice(1);\n" },
      {
        path: 'app/greet.py',
        text: "from django.http import HttpResponse\n\ndef greet(request):\n    return HttpResponse('<h1>Hello ' + request.GET['name'] + '</h1>')\n",
      },
      {
        path: 'app/page.go',
        text: 'package app\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintf(w, "<p>%s</p>", r.FormValue("name"))\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    response.getWriter().println("<p>" + request.getParameter("name") + "</p>");\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'src/greet.ts',
        text: "import escapeHtml from 'escape-html';\napp.get('/greet', (req, res) => {\n  res.send(`<h1>Hello ${escapeHtml(req.query.name)}</h1>`);\n});\n",
      },
      {
        path: 'src/hash.js',
        text: "document.getElementById('title').textContent = location.hash.slice(1);\n",
      },
      {
        path: 'app/greet.py',
        text: "from django.http import HttpResponse\nfrom django.utils.html import escape\n\ndef greet(request):\n    return HttpResponse('<h1>Hello ' + escape(request.GET['name']) + '</h1>')\n",
      },
      {
        path: 'app/page.go',
        text: 'package app\n\nimport (\n\t"fmt"\n\t"html"\n\t"net/http"\n)\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintf(w, "<p>%s</p>", html.EscapeString(r.FormValue("name")))\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport org.owasp.encoder.Encode;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    response.getWriter().println("<p>" + Encode.forHtml(request.getParameter("name")) + "</p>");\n  }\n}\n',
      },
    ],
  },
  models: {
    go: goXss,
    java: javaXss,
    javascript: {
      sinks: [
        { what: 'the HTML of a page', writes: ['*.innerHTML', '*.outerHTML', '*.srcdoc'] },
        {
          what: 'the HTML of a page',
          calls: ['document.write', 'document.writeln', '*.createContextualFragment'],
        },
        { what: 'the HTML of a page', calls: ['*.insertAdjacentHTML', '*.setHTMLUnsafe'], args: [1, 0] },
        { what: 'the HTML of a page', calls: ['jsx.dangerouslySetInnerHTML'] },
        {
          what: 'the HTML of a page',
          calls: ['vue.h', 'vue.createVNode'],
          args: [1],
          when: call => (call.option(1, 'innerHTML')?.taints.length ?? 0) > 0,
        },
        {
          what: 'the HTML of a page',
          calls: ['*.html', '*.append', '*.prepend', '*.before', '*.after', '*.replaceWith', '*.wrap'],
          when: call =>
            call.receiver?.ref === '$()' ||
            call.receiver?.ref === 'jQuery()' ||
            (call.method === 'html' &&
              call.receiver?.ref?.startsWith('koa') !== true &&
              /^\$|^el|elem|^\w+El$/.test(call.receiverName)),
        },
        {
          what: 'the HTML of a response',
          calls: ['*.send', '*.end', '*.write'],
          receiver: response,
          deep: false,
          when: call => rendersHtml(call) && call.receiver?.ref !== undefined,
        },
        {
          what: 'the HTML of a response',
          calls: ['*.html'],
          receiver: /^(?:c|ctx|context)$/,
          when: call => call.receiver?.ref?.startsWith('koa.context') === true,
        },
        {
          what: 'the HTML of a response',
          writes: ['koa.context.body', 'koa.context.response.body'],
          deep: false,
        },
        {
          what: 'the HTML of a response',
          calls: ['Response', 'NextResponse', 'next/server.NextResponse'],
          when: call =>
            /html/i.test(
              String(
                call.option(1, 'headers.Content-Type')?.constant ??
                  call.option(1, 'headers.content-type')?.constant ??
                  '',
              ),
            ),
        },
        {
          what: 'HTML that is trusted',
          calls: [
            '*.bypassSecurityTrustHtml',
            '*.bypassSecurityTrustScript',
            '*.bypassSecurityTrustUrl',
            'handlebars.SafeString',
            'Handlebars.SafeString',
            '*.trustAsHtml',
          ],
        },
        {
          what: 'a link that may run script',
          calls: ['jsx.href', 'jsx.src'],
          when: call => call.arg(0)?.composed !== true,
        },
      ],
      sanitizers: [
        {
          calls: [
            'escape-html',
            'he.encode',
            'he.escape',
            'lodash.escape',
            '_.escape',
            'validator.escape',
            'validator.default.escape',
            'html-entities.encode',
            'encodeURIComponent',
            'encodeURI',
            'DOMPurify.sanitize',
            'dompurify.sanitize',
            'isomorphic-dompurify.sanitize',
            'sanitize-html',
            'xss',
            'xss.filterXSS',
            'xss.escapeHtml',
            'escape-goat.htmlEscape',
            'Handlebars.escapeExpression',
            'handlebars.escapeExpression',
            'lodash.escape',
            'JSON.stringify_',
            'escapeHtml',
            'escapeHTML',
            'querystring.escape',
          ],
        },
        { calls: ['*.replace', '*.replaceAll'], when: call => escapesMarkup(call) },
      ],
    },
    python: {
      sinks: [
        {
          what: 'the HTML of a response',
          calls: [
            'django.http.HttpResponse',
            'django.http.response.HttpResponse',
            'django.http.HttpResponseBadRequest',
            'django.http.HttpResponseNotFound',
            'django.http.HttpResponseForbidden',
            'fastapi.responses.HTMLResponse',
            'starlette.responses.HTMLResponse',
            'aiohttp.web.Response',
          ],
          args: ['0:content', 'text', 'body'],
          deep: false,
          when: call =>
            !/json|text\/plain|csv|pdf|octet/i.test(
              String(call.arg('content_type')?.constant ?? call.arg('media_type')?.constant ?? ''),
            ) && !(call.ref === 'aiohttp.web.Response' && call.arg('content_type')?.constant !== 'text/html'),
        },
        {
          what: 'the HTML of a response',
          calls: ['flask.make_response', 'flask.Response', 'werkzeug.wrappers.Response'],
          deep: false,
          when: call =>
            !/json|text\/plain|csv|octet/i.test(
              String(call.arg('mimetype')?.constant ?? call.arg('content_type')?.constant ?? ''),
            ),
        },
        {
          what: 'HTML that is trusted',
          calls: [
            'markupsafe.Markup',
            'django.utils.safestring.mark_safe',
            'django.utils.safestring.SafeString',
            'django.utils.html.format_html',
          ],
          args: [0],
        },
        {
          what: 'the HTML of a response',
          calls: ['route.return'],
          deep: false,
          when: call => call.imports('flask') || call.imports('bottle'),
        },
        { what: 'the HTML of a response', calls: ['route.html'], deep: false },
        {
          what: 'the HTML of a response',
          calls: ['http.server.handler.wfile.write', 'tornado.handler.write', 'tornado.handler.finish'],
          deep: false,
          when: call => call.arg(0)?.object === undefined,
        },
      ],
      sanitizers: [
        {
          calls: [
            'html.escape',
            'cgi.escape',
            'markupsafe.escape',
            'flask.escape',
            'django.utils.html.escape',
            'django.utils.html.conditional_escape',
            'bleach.clean',
            'bleach.linkify',
            'nh3.clean',
            'urllib.parse.quote',
            'urllib.parse.quote_plus',
            'urllib.parse.urlencode',
            'flask.render_template',
            'django.shortcuts.render',
            'django.template.loader.render_to_string',
            'json.dumps',
            'flask.jsonify',
            'flask.send_file',
            'flask.send_from_directory',
            'xml.sax.saxutils.escape',
            'django.utils.html.strip_tags_',
            'django.template.defaultfilters.force_escape',
            'django.utils.html.escapejs',
            'flask.url_for',
            'django.utils.html.format_html',
            'django.utils.html.format_html_join',
          ],
        },
      ],
    },
  },
});

/** A replacement of `<`, alone or among others. */
function escapesMarkup(call: CallView): boolean {
  const pattern = call.arg(0)?.constant;
  return typeof pattern === 'string' && pattern.includes('<') && call.arg(0)?.ref === 'regex';
}
