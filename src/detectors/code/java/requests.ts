import type { RuleModel } from '../engine/model.ts';

const http = [
  'getForObject',
  'getForEntity',
  'postForObject',
  'postForEntity',
  'exchange',
  'execute',
  'put',
  'delete',
  'patchForObject',
  'headForHeaders',
];

/** The HTTP clients of Java and Spring, and whatever opens a URL (cheatsheetseries.owasp.org, SSRF Prevention). */
export const javaSsrf: RuleModel = {
  sinks: [
    {
      what: 'the address of a request',
      calls: ['*.openConnection', '*.openStream', '*.getContent'],
      args: ['receiver'],
      when: call => call.count === 0 || call.method === 'openConnection',
    },
    {
      what: 'the address of a request',
      calls: http.map(name => `*.${name}`),
      when: call =>
        /RestTemplate|RestOperations|rest(?:Template|Client)?$|template|httpClient/i.test(
          `${call.ref ?? ''} ${call.receiverName}`,
        ) && !/jdbc/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    {
      what: 'the address of a request',
      calls: [
        'WebClient.create',
        'RestClient.create',
        '*.baseUrl',
        '*.uri',
        'HttpRequest.newBuilder',
        'HttpRequest.newBuilder().uri',
      ],
      when: call => call.mentions(/WebClient|RestClient|HttpRequest/),
    },
    {
      what: 'the address of a request',
      calls: ['HttpGet', 'HttpPost', 'HttpPut', 'HttpDelete', 'HttpHead', 'GetMethod', 'PostMethod'],
      when: call => call.isNew,
    },
    {
      what: 'the address of a request',
      calls: [
        'Request.Get',
        'Request.Post',
        'Request.get',
        'Jsoup.connect',
        'ImageIO.read',
        'IOUtils.toString',
        'IOUtils.toByteArray',
        'Unirest.get',
        'Unirest.post',
        '*.url',
      ],
      when: call => call.method !== 'url' || call.mentions(/okhttp3/),
    },
    {
      what: 'the address of a connection',
      calls: [
        'Socket',
        'InetSocketAddress',
        'SSLSocketFactory().createSocket',
        '*.createSocket',
        'InetAddress.getByName_',
      ],
      args: [0],
      when: call => call.isNew || call.method === 'createSocket',
    },
    {
      what: 'the address of a request',
      calls: ['*.target'],
      when: call => /client/i.test(call.receiverName),
    },
  ],
  sanitizers: [
    {
      calls: ['URLEncoder.encode', 'UriUtils.encode', 'UriUtils.encodePathSegment', 'Encode.forUriComponent'],
    },
  ],
};
