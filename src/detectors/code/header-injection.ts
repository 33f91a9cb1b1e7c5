import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goHeaderInjection } from './go/web.ts';
import { javaHeaderInjection } from './java/web.ts';

const removesBreaks = (call: CallView): boolean =>
  /\\?[nr]|\n|\r|\[\^/.test(String(call.arg(0)?.constant ?? ''));

/** CWE-113; RFC 9112. */
export const headerInjection = defineCodeRule({
  id: 'header-injection',
  title: 'Response header injection',
  severity: 'medium',
  confidence: 'low',
  cwe: ['CWE-113'],
  owasp: ['A03'],
  what: 'Reports untrusted data that names a response header or is put into one without removing line breaks, where the platform does not refuse them.',
  why: 'Line breaks start further headers or a second response.',
  fix: 'Choose header names from a fixed list and encode values (`encodeURIComponent`, `quote`).',
  references: [
    'https://cwe.mitre.org/data/definitions/113.html',
    'https://owasp.org/www-community/attacks/HTTP_Response_Splitting',
  ],
  keywords: ['header', 'writehead', 'response[', 'resp['],
  examples: {
    bad: [
      {
        path: 'src/header.ts',
        text: "app.post('/x', async (req, res) => {\n  res.setHeader(req.body.name, 'x');\n});\n",
      },
      {
        path: 'app/header.py',
        text: "from django.http import HttpResponse\n\ndef view(request):\n    response = HttpResponse('ok')\n    response.headers['X-Name'] = request.GET['name']\n    return response\n",
      },
    ],
    good: [
      {
        path: 'src/header.ts',
        text: "app.post('/x', async (req, res) => {\n  res.setHeader('X-Name', encodeURIComponent(req.body.name));\n});\n",
      },
      {
        path: 'app/header.py',
        text: "from urllib.parse import quote\nfrom django.http import HttpResponse\n\ndef view(request):\n    response = HttpResponse('ok')\n    response.headers['X-Name'] = quote(request.GET['name'])\n    return response\n",
      },
    ],
  },
  models: {
    go: goHeaderInjection,
    java: javaHeaderInjection,
    javascript: {
      sinks: [
        {
          what: 'a response header',
          calls: ['*.setHeader', '*.header', '*.appendHeader', '*.set', '*.append'],
          args: [0, 1],
          receiver: /^(?:res|resp|response|reply|ctx)$/,
          deep: false,
          when: call =>
            call.count > 1 &&
            !/^(?:location|access-control-allow-origin|content-type|content-length|etag)$/i.test(
              String(call.arg(0)?.constant),
            ),
        },
        {
          what: 'a response header',
          calls: ['*.writeHead'],
          args: [1, 2],
          receiver: /^(?:res|resp|response)$/,
          when: call => (call.option(1, 'Location') ?? call.option(1, 'location')) === undefined,
        },
      ],
      sanitizers: [
        { calls: ['encodeURIComponent', 'encodeURI', 'content-disposition', 'querystring.escape'] },
        { calls: ['*.replace', '*.replaceAll'], when: removesBreaks },
      ],
    },
    python: {
      sinks: [
        {
          what: 'a response header',
          calls: [
            '*.headers[]',
            '*.add_header',
            '*.set_header',
            '*.send_header',
            '*.headers.add',
            '*.headers.set',
            '*.setdefault',
          ],
          args: [0, 1],
          deep: false,
          when: call =>
            /^(?:headers|resp|response|self|res)$/.test(call.receiverName) &&
            !/^(?:location|access-control-allow-origin)$/i.test(String(call.arg(0)?.constant)),
        },
        {
          what: 'a response header',
          calls: ['index.headers'],
          args: [1, 0],
          deep: false,
          when: call => !/^(?:location|access-control-allow-origin)$/i.test(String(call.arg(0)?.constant)),
        },
      ],
      sanitizers: [
        {
          calls: [
            'urllib.parse.quote',
            'urllib.parse.quote_plus',
            'urllib.parse.urlencode',
            'django.utils.encoding.iri_to_uri',
            'django.utils.http.urlencode',
            'werkzeug.utils.secure_filename',
          ],
        },
        { calls: ['*.replace', 're.sub'], when: removesBreaks },
      ],
    },
  },
});
