import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goTlsVerification } from './go/crypto.ts';
import { javaTlsVerification } from './java/crypto.ts';

const requests = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
const off = 'Certificates are not verified: anybody on the way can read and change the traffic.';

const pythonClients = [
  'requests',
  'httpx',
  'requests.Session()',
  'requests.session()',
  'httpx.Client()',
  'httpx.AsyncClient()',
].flatMap(client => requests.map(name => `${client}.${name}`));

const option = (call: CallView, names: readonly string[]): boolean =>
  [0, 1, 2].some(position => names.some(name => call.option(position, name)?.constant === false));

/** CWE-295; nodejs.org/api/tls.html, requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification. */
export const tlsVerificationDisabled = defineCodeRule({
  id: 'tls-verification-disabled',
  title: 'TLS verification switched off',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-295'],
  owasp: ['A07'],
  what: 'Reports connections whose certificate or host name is not verified.',
  why: 'Anybody between the two ends can take the place of the server, read the traffic and change it.',
  fix: 'Leave verification on; for a private authority give its certificate (`ca`, `verify="/path/ca.pem"`).',
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://nodejs.org/api/tls.html#tlsconnectoptions-callback',
    'https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification',
  ],
  keywords: [
    'rejectunauthorized',
    'node_tls_reject_unauthorized',
    'strictssl',
    'verify',
    'cert_none',
    '_create_unverified_context',
    'checkserveridentity',
    'check_hostname',
    'ssl',
    'autoaddpolicy',
    'warningpolicy',
  ],
  withoutSource:
    /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|strictSSL|verify\s*=\s*False|verify_ssl|ssl\s*=\s*False|CERT_NONE|_create_unverified|_create_stdlib|check_hostname|verify_mode|set_missing_host_key_policy|verify/,
  examples: {
    bad: [
      {
        path: 'src/client.ts',
        text: "import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: false });\n",
      },
      {
        path: 'app/client.py',
        text: "import requests\n\nrequests.get('https://internal.example', verify=False)\n",
      },
      {
        path: 'app/client.go',
        text: 'package app\n\nimport (\n\t"crypto/tls"\n\t"net/http"\n)\n\nvar client = &http.Client{Transport: &http.Transport{\n\tTLSClientConfig: &tls.Config{InsecureSkipVerify: true},\n}}\n',
      },
    ],
    good: [
      {
        path: 'src/client.ts',
        text: "import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: true });\n",
      },
      {
        path: 'app/client.py',
        text: "import requests\n\nrequests.get('https://internal.example', verify='/etc/ssl/internal.pem')\n",
      },
      {
        path: 'app/client.go',
        text: 'package app\n\nimport (\n\t"crypto/tls"\n\t"crypto/x509"\n\t"net/http"\n)\n\nfunc client(pool *x509.CertPool) *http.Client {\n\treturn &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}\n}\n',
      },
    ],
  },
  models: {
    go: goTlsVerification,
    java: javaTlsVerification,
    javascript: {
      checks: [
        {
          calls: [
            'https.Agent',
            'https.request',
            'https.get',
            'tls.connect',
            'tls.TLSSocket',
            'undici.Agent',
            'undici.Pool',
            'undici.Client',
            'axios.create',
            'axios',
            'request',
            'request.get',
            'request.post',
            'got',
            'got.extend',
            'nodemailer.createTransport',
            'pg.Pool',
            'pg.Client',
            'mysql.createConnection',
            'mysql2.createConnection',
            'mysql2.createPool',
            'ws',
            'ws.WebSocket',
            'redis.createClient',
            'ioredis',
            'https-proxy-agent.HttpsProxyAgent',
            'needle',
            'superagent',
            'socket.io-client.io',
            'node-fetch',
            'fetch',
            'mongodb.MongoClient',
            'sequelize.Sequelize',
            'ldapjs.createClient',
            'mqtt.connect',
            'http2.connect',
          ],
          check: call =>
            option(call, [
              'rejectUnauthorized',
              'strictSSL',
              'ssl.rejectUnauthorized',
              'tls.rejectUnauthorized',
              'connect.rejectUnauthorized',
              'https.rejectUnauthorized',
              'agentOptions.rejectUnauthorized',
              'tlsOptions.rejectUnauthorized',
              'socket.rejectUnauthorized',
              'dialectOptions.ssl.rejectUnauthorized',
            ])
              ? off
              : undefined,
        },
        {
          calls: ['*.Agent', '*.request', '*.get', '*.connect', '*.createTransport', '*.Pool', '*.Client'],
          check: call =>
            option(call, ['rejectUnauthorized', 'ssl.rejectUnauthorized', 'tls.rejectUnauthorized'])
              ? off
              : undefined,
        },
        {
          writes: ['*.rejectUnauthorized', '*.strictSSL'],
          check: call => (call.arg(0)?.constant === false ? off : undefined),
        },
        {
          writes: ['*.NODE_TLS_REJECT_UNAUTHORIZED'],
          check: call =>
            String(call.arg(0)?.constant) === '0' ? `${off} It holds for the whole process.` : undefined,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: [
            ...pythonClients,
            'httpx.Client',
            'httpx.AsyncClient',
            'httpx.stream',
            'requests.api.request',
            '*.get',
            '*.post',
            '*.put',
            '*.patch',
            '*.delete',
            '*.request',
          ],
          check: call =>
            call.arg('verify')?.constant === false || call.arg('verify_ssl')?.constant === false
              ? off
              : undefined,
        },
        {
          calls: ['aiohttp.TCPConnector', 'aiohttp.ClientSession().get', 'aiohttp.ClientSession().post'],
          check: call =>
            call.arg('ssl')?.constant === false || call.arg('verify_ssl')?.constant === false
              ? off
              : undefined,
        },
        { calls: ['ssl._create_unverified_context', 'ssl._create_stdlib_context'], check: () => off },
        {
          calls: [
            'urllib3.PoolManager',
            'urllib3.HTTPSConnectionPool',
            'urllib3.ProxyManager',
            'ssl.wrap_socket',
            '*.wrap_socket',
          ],
          check: call =>
            /CERT_NONE/.test(String(call.arg('cert_reqs')?.ref ?? call.arg('cert_reqs')?.constant))
              ? off
              : undefined,
        },
        {
          writes: ['*.verify_mode'],
          check: call =>
            call.arg(0)?.ref === 'ssl.CERT_NONE' || call.arg(0)?.constant === 0 ? off : undefined,
        },
        {
          writes: ['*.check_hostname'],
          check: call =>
            call.arg(0)?.constant === false
              ? 'The host name is not verified: any valid certificate is accepted.'
              : undefined,
        },
        {
          writes: ['*.verify'],
          check: call =>
            call.arg(0)?.constant === false && /session|client|requests|^s$/i.test(call.receiverName)
              ? off
              : undefined,
        },
        {
          writes: ['ssl._create_default_https_context'],
          check: call => (call.arg(0)?.ref === 'ssl._create_unverified_context' ? off : undefined),
        },
        {
          calls: ['*.set_missing_host_key_policy'],
          check: call =>
            /AutoAddPolicy|WarningPolicy/.test(call.text(0))
              ? 'Unknown host keys are accepted: anybody on the way can take the place of the server.'
              : undefined,
        },
      ],
    },
  },
});
