import { defineCodeRule } from './define-code-rule.ts';
import { goSsrf } from './go/web.ts';
import { javaSsrf } from './java/requests.ts';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
const nodeClients = [
  'axios',
  'got',
  'needle',
  'superagent',
  'request',
  'undici',
  'ky',
  'axios.create()',
  'http',
  'https',
  'request-promise',
  'follow-redirects.http',
  'follow-redirects.https',
  'bent',
  'wreck',
  'phin',
  'urllib',
];

/** CWE-918; cheatsheetseries.owasp.org, Server-Side Request Forgery Prevention. */
export const ssrf = defineCodeRule({
  id: 'ssrf',
  title: 'Server-side request forgery',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-918'],
  owasp: ['A10'],
  what: 'Reports untrusted data that chooses where the server sends a request.',
  why: 'The server can be made to reach internal services and the cloud’s metadata address, with its own rights.',
  fix: 'Keep scheme and host constant and put only encoded values after them, or compare the parsed host with a fixed list.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  keywords: ['fetch', 'axios', 'got', 'http', 'request', 'urlopen', 'urllib', 'aiohttp', 'goto', 'connect'],
  examples: {
    bad: [
      {
        path: 'src/proxy.ts',
        text: "app.get('/proxy', async (req, res) => {\n  const answer = await fetch(req.query.url);\n  res.json(await answer.json());\n});\n",
      },
      {
        path: 'app/proxy.py',
        text: "import requests\nfrom flask import request\n\ndef proxy():\n    return requests.get(request.args['url']).json()\n",
      },
    ],
    good: [
      {
        path: 'src/proxy.ts',
        text: "app.get('/proxy', async (req, res) => {\n  const answer = await fetch(`https://api.example.com/items/${encodeURIComponent(req.query.id)}`);\n  res.json(await answer.json());\n});\n",
      },
      {
        path: 'app/proxy.py',
        text: "import requests\nfrom flask import request\n\ndef proxy():\n    return requests.get('https://api.example.com/items', params={'id': request.args['id']}).json()\n",
      },
    ],
  },
  models: {
    go: goSsrf,
    java: javaSsrf,
    javascript: {
      sinks: [
        {
          what: 'the address of a request',
          calls: [
            'fetch',
            'node-fetch',
            'cross-fetch',
            'isomorphic-fetch',
            'undici.fetch',
            'node-fetch.default',
            ...nodeClients,
            ...nodeClients.flatMap(client => verbs.map(verb => `${client}.${verb}`)),
            'http.get',
            'https.get',
            'got.stream',
            'got.default',
            '*.goto',
            'net.connect',
            'net.createConnection',
            'WebSocket',
            'ws',
            'ws.WebSocket',
            'XMLHttpRequest().open_',
          ],
          deep: false,
          when: call => call.method !== 'goto' || /page|browser|tab/i.test(call.receiverName),
        },
        {
          // Clients that are handed to a class: Nest's HttpService, instances of axios.
          what: 'the address of a request',
          calls: verbs.map(verb => `*.${verb}`),
          receiver: /^_?(?:http|httpService|httpClient|axios|axiosInstance|axiosRef|got|ky|superagent)$/,
          when: call => call.receiverName !== '',
          deep: false,
        },
        {
          what: 'the address of a request',
          calls: [
            'axios',
            'axios.request',
            'request',
            'http.request',
            'https.request',
            'http.get',
            'https.get',
            'got',
            'needle',
          ],
          when: call =>
            ['url', 'uri', 'host', 'hostname', 'baseURL'].some(
              name => (call.option(0, name)?.taints.length ?? 0) > 0,
            ),
          args: [0],
        },
      ],
      sanitizers: [{ calls: ['encodeURIComponent'] }],
    },
    python: {
      sinks: [
        {
          what: 'the address of a request',
          calls: [
            'requests',
            'httpx',
            'requests.Session()',
            'requests.session()',
            'httpx.Client()',
            'httpx.AsyncClient()',
            'aiohttp.ClientSession()',
          ].flatMap(client => verbs.filter(verb => verb !== 'request').map(verb => `${client}.${verb}`)),
          args: ['0:url'],
          deep: false,
        },
        {
          what: 'the address of a request',
          calls: [
            'requests.request',
            'httpx.request',
            'requests.Session().request',
            'httpx.AsyncClient().request',
            'httpx.stream',
          ],
          args: ['1:url'],
          deep: false,
        },
        {
          what: 'the address of a request',
          calls: [
            'urllib.request.urlopen',
            'urllib.request.Request',
            'urllib2.urlopen',
            'urllib.urlopen',
            'urllib.request.urlretrieve',
            'http.client.HTTPConnection',
            'http.client.HTTPSConnection',
            'socket.create_connection',
            'wget.download',
            'pycurl.Curl',
            'urllib3.PoolManager().request_',
            'treq.get',
          ],
          args: ['0:url'],
          deep: false,
        },
        {
          what: 'the address of a request',
          calls: ['urllib3.PoolManager().request', 'urllib3.request'],
          args: [1],
          deep: false,
        },
      ],
      sanitizers: [{ calls: ['urllib.parse.quote', 'urllib.parse.quote_plus'] }],
    },
  },
});
