import type { CallView, RuleModel } from '../engine/model.ts';

const response = 'net/http.ResponseWriter()';
const writer = /^(?:w|rw|res|resp|response|writer)$/;

/** Whether an argument is what answers a request. */
export const isResponse = (call: CallView, position: number): boolean => {
  const value = call.arg(position);
  return (
    value?.ref === response ||
    value?.ref?.endsWith('Context().Response') === true ||
    (value?.ref === undefined && writer.test(call.text(position)))
  );
};
/** A response that says it is no page. */
const isPlain = (call: CallView): boolean =>
  call.mentions(
    /Content-Type"?,\s*[`"](?:application\/(?:json|octet-stream|xml_)|text\/(?:plain|csv|event-stream)|image\/)/i,
  ) && !call.mentions(/text\/html/i);

/** What is written to a response without `html/template` is read as HTML (pkg.go.dev/html/template). */
export const goXss: RuleModel = {
  sinks: [
    {
      what: 'the HTML of an answer',
      calls: ['fmt.Fprintf', 'fmt.Fprint', 'fmt.Fprintln', 'io.WriteString'],
      args: [1, 2, 3, 4, 5, 6],
      when: call => isResponse(call, 0) && !isPlain(call),
    },
    {
      what: 'the HTML of an answer',
      calls: [`${response}.Write`, `${response}.WriteString`, '*.Write', '*.WriteString'],
      when: call =>
        (call.receiver?.ref === response ||
          (call.receiver?.ref === undefined && writer.test(call.receiverName))) &&
        !isPlain(call),
    },
    {
      what: 'the HTML of an answer',
      calls: ['io.Copy'],
      args: [1],
      when: call => isResponse(call, 0) && !isPlain(call),
    },
    {
      what: 'HTML that is not escaped',
      calls: ['HTML', 'JS', 'CSS', 'URL', 'HTMLAttr', 'JSStr', 'Srcset'].map(name => `html/template.${name}`),
    },
    {
      what: 'a page that does not escape',
      calls: ['*.Execute', '*.ExecuteTemplate'],
      args: [1, 2],
      when: call =>
        call.imports('text/template') &&
        !call.imports('html/template') &&
        isResponse(call, 0) &&
        !isPlain(call),
    },
    {
      what: 'the HTML of an answer',
      calls: ['*.HTML', '*.HTMLBlob'],
      args: [1],
      when: call =>
        /echo\.Context|^c$|^ctx$/.test(`${call.ref ?? ''}`) ||
        call.receiver?.ref?.includes('labstack/echo') === true,
    },
    {
      what: 'the HTML of an answer',
      calls: ['*.Data'],
      args: [2],
      when: call => /text\/html/.test(String(call.arg(1)?.constant ?? '')),
    },
    {
      what: 'the HTML of an answer',
      calls: ['*.SendString', '*.Send'],
      when: call =>
        call.mentions(/text\/html|MIMETextHTML|\.Type\("html"/) &&
        call.receiver?.ref?.includes('gofiber') === true,
    },
  ],
  sanitizers: [
    {
      calls: [
        'html.EscapeString',
        'html/template.HTMLEscapeString',
        'html/template.HTMLEscaper',
        'html/template.JSEscapeString',
        'text/template.HTMLEscapeString',
        'net/url.QueryEscape',
        'net/url.PathEscape',
        'strconv.Quote_',
        'encoding/json.Marshal_',
        'github.com/microcosm-cc/bluemonday.UGCPolicy().Sanitize',
        'github.com/microcosm-cc/bluemonday.StrictPolicy().Sanitize',
        '*.Sanitize',
        '*.SanitizeBytes',
      ],
    },
  ],
};

/** `http.Redirect` and its like take any address (pkg.go.dev/net/http#Redirect). */
export const goOpenRedirect: RuleModel = {
  sinks: [
    { what: 'the address of a redirect', calls: ['net/http.Redirect'], args: [2] },
    {
      what: 'the address of a redirect',
      calls: ['*.Redirect'],
      args: [0, 1],
      when: call => call.ref !== 'net/http.Redirect' && /^(?:c|ctx|context)$/.test(call.receiverName),
    },
    {
      what: 'the address of a redirect',
      calls: ['*.Set', '*.Add', '*.Header'],
      args: [1],
      when: call => /^location$/i.test(String(call.arg(0)?.constant ?? '')),
    },
  ],
  sanitizers: [
    { calls: ['net/url.QueryEscape', 'net/url.PathEscape'] },
    { calls: ['*.RequestURI', '*.EscapedPath'] },
  ],
};

const methods = ['Get', 'Post', 'PostForm', 'Head'];

/** The HTTP clients (pkg.go.dev/net/http#Client). */
export const goSsrf: RuleModel = {
  local: false,
  sinks: [
    { what: 'the address of a request', calls: methods.map(name => `net/http.${name}`) },
    {
      what: 'the address of a request',
      calls: methods.map(name => `net/http.Client().${name}`),
    },
    {
      what: 'the address of a request',
      calls: methods.map(name => `*.${name}`),
      when: call => /client/i.test(call.receiverName) && call.ref?.includes('redis') !== true,
    },
    {
      what: 'the address of a request',
      calls: [...methods, 'Put', 'Delete', 'Patch', 'Options'].map(name => `*.${name}`),
      when: call =>
        /go-resty\/resty|resty\.dev|imroc\/req|dghubble\/sling|parnurzeal\/gorequest|levigross\/grequests|gojek\/heimdall|valyala\/fasthttp|retryablehttp/.test(
          call.ref ?? '',
        ),
    },
    {
      what: 'the address of a request',
      calls: ['*.Execute', '*.Send_'],
      args: [1],
      when: call => /resty/.test(call.ref ?? ''),
    },
    {
      what: 'the address of a request',
      calls: ['*.SetRequestURI', '*.SetBaseURL', '*.SetHostURL'],
    },
    {
      what: 'the address of a request',
      calls: ['net/http.NewRequest', '*.NewRequest'],
      args: [1],
      when: call => /^(?:net\/http|github\.com\/hashicorp\/go-retryablehttp)\b/.test(call.ref ?? ''),
    },
    { what: 'the address of a request', calls: ['net/http.NewRequestWithContext'], args: [2] },
    {
      what: 'the address of a connection',
      calls: [
        'net.Dial',
        'net.DialTimeout',
        'crypto/tls.Dial',
        'google.golang.org/grpc.Dial_',
        'net/rpc.Dial',
      ],
      args: [1],
    },
    {
      what: 'the address of a request',
      calls: [
        'net/http/httputil.NewSingleHostReverseProxy',
        'github.com/valyala/fasthttp.Get',
        'github.com/go-resty/resty.New().R().Get',
        'github.com/gorilla/websocket.DefaultDialer.Dial',
      ],
      args: [0, 1],
    },
  ],
  sanitizers: [{ calls: ['net/url.QueryEscape', 'net/url.PathEscape'] }],
};

const removesBreaks = (call: CallView): boolean => /[\n\r]/.test(String(call.arg(1)?.constant ?? ''));

/** `net/http` replaces line breaks in values, not so mail and hand-written protocols; names are never checked. */
export const goHeaderInjection: RuleModel = {
  sinks: [
    {
      what: 'a response header',
      calls: ['*.Set', '*.Add', '*.Header'],
      args: [0, 1],
      when: call =>
        (call.receiverName.endsWith('Header') ||
          /\.Header\(\)\.(?:Set|Add)$/.test(call.ref ?? '') ||
          (call.method === 'Header' && call.count === 2) ||
          (/gofiber/.test(call.ref ?? '') && call.method === 'Set')) &&
        !/^(?:location|access-control-allow-origin|content-type|content-length|etag)$/i.test(
          String(call.arg(0)?.constant ?? ''),
        ),
    },
    { what: 'the header of a mail', calls: ['net/smtp.SendMail'], args: [4] },
  ],
  sanitizers: [
    {
      calls: [
        'net/url.QueryEscape',
        'net/url.PathEscape',
        'strconv.Quote',
        'mime.QEncoding.Encode',
        'mime.BEncoding.Encode',
        'net/textproto.TrimString_',
      ],
    },
    { calls: ['strings.ReplaceAll', 'strings.Replace'], when: removesBreaks },
    { calls: ['*.Replace'], when: call => /eplacer/.test(`${call.receiver?.ref ?? ''}${call.receiverName}`) },
    {
      calls: ['*.ReplaceAllString'],
      when: call => /\\n|\\r|\n|\[\^/.test(String(call.receiver?.constant ?? '')),
    },
  ],
};

/** Templates whose text comes from outside (pkg.go.dev/text/template). */
export const goTemplateInjection: RuleModel = {
  sinks: [
    {
      what: 'the text of a template',
      calls: ['*.Parse', '*.ParseString'],
      when: call =>
        /template|pongo|raymond|mustache/.test(call.ref ?? '') ||
        /template|tmpl|^t$|^tpl$/i.test(call.receiverName),
    },
    {
      what: 'the text of a template',
      calls: [
        'github.com/flosch/pongo2.FromString',
        'github.com/aymerick/raymond.Render',
        'github.com/aymerick/raymond.Parse',
        'github.com/cbroglie/mustache.Render',
        'github.com/hoisie/mustache.Render',
        'github.com/valyala/fasttemplate.New',
      ],
    },
  ],
};
