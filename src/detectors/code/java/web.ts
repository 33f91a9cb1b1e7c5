import type { CallView, RuleModel } from '../engine/model.ts';

/** What a response is written with. */
export const writers = [
  'HttpServletResponse().getWriter()',
  'ServletResponse().getWriter()',
  'HttpServletResponse().getOutputStream()',
  'ServletResponse().getOutputStream()',
  'JspWriter()',
  'PageContext().getOut()',
  'JspContext().getOut()',
];
/** How it is written. */
export const writes = ['write', 'print', 'println', 'printf', 'format', 'append'];
const isPlain = (call: CallView): boolean =>
  call.mentions(
    /setContentType\(\s*"(?:application\/(?:json|octet-stream|pdf)|text\/(?:plain|csv)|image\/)/i,
  ) && !call.mentions(/setContentType\(\s*"text\/html/i);

/** What is written to a response is read as HTML (cheatsheetseries.owasp.org, Cross Site Scripting Prevention). */
export const javaXss: RuleModel = {
  sinks: [
    {
      what: 'the HTML of an answer',
      calls: writers.flatMap(writer => writes.map(name => `${writer}.${name}`)),
      args: ['all'],
      when: call => !isPlain(call),
    },
    {
      what: 'the HTML of an answer',
      calls: ['route.return'],
      when: call =>
        call.mentions(/@RestController|@ResponseBody|@Path\b|ResponseEntity/) &&
        !call.mentions(
          /(?:produces\s*=\s*\{?\s*|@Produces\(\s*\{?\s*)(?:"(?:application\/json|text\/plain)|(?:MediaType\.)?(?:APPLICATION_JSON|TEXT_PLAIN))/,
        ) &&
        isText(call),
    },
    {
      what: 'the HTML of an answer',
      calls: ['ResponseEntity.ok', '*.body', 'ResponseEntity'],
      when: call => call.mentions(/text\/html|TEXT_HTML/) && !isPlain(call),
    },
    {
      what: 'an error page',
      calls: ['*.sendError'],
      args: [1],
      when: call => /^(?:res|resp|response)$/.test(call.receiverName),
      severity: 'low',
    },
  ],
  sanitizers: [
    {
      calls: [
        'HtmlUtils.htmlEscape',
        'HtmlUtils.htmlEscapeDecimal',
        'HtmlUtils.htmlEscapeHex',
        'StringEscapeUtils.escapeHtml',
        'StringEscapeUtils.escapeHtml3',
        'StringEscapeUtils.escapeHtml4',
        'Encode.forHtml',
        'Encode.forHtmlContent',
        'Encode.forHtmlAttribute',
        'Encode.forJavaScript',
        'Encode.forCssString',
        'Encode.forUriComponent',
        '*.encodeForHTML',
        '*.encodeForHTMLAttribute',
        '*.encodeForJavaScript',
        'Jsoup.clean',
        'HtmlEscapers.htmlEscaper().escape',
        'URLEncoder.encode',
        '*.sanitize',
        'ESAPI.encoder().encodeForHTML',
        'JavaScriptUtils.javaScriptEscape',
        'UriUtils.encode',
      ],
    },
  ],
};

/** The value itself or a text made of it; an object becomes JSON. */
function isText(call: CallView): boolean {
  const value = call.arg(0);
  return (
    value !== undefined &&
    value.object === undefined &&
    value.taints.length > 0 &&
    (value.composed || value.taints.some(taint => taint.direct))
  );
}

/** `sendRedirect`, Spring's `redirect:` views and `RedirectView` (cheatsheetseries.owasp.org, Unvalidated Redirects). */
export const javaOpenRedirect: RuleModel = {
  sinks: [
    { what: 'the address of a redirect', calls: ['*.sendRedirect'] },
    {
      what: 'the address of a redirect',
      calls: ['RedirectView', 'Response.seeOther', 'Response.temporaryRedirect', '*.location', '*.setUrl'],
      when: call => call.method !== 'setUrl' || /redirect/i.test(call.receiverName),
    },
    {
      what: 'the address of a redirect',
      calls: ['*.setHeader', '*.addHeader', '*.header', '*.set', '*.add'],
      args: [1],
      when: call =>
        /^location$/i.test(String(call.arg(0)?.constant ?? '')) ||
        call.arg(0)?.ref === 'HttpHeaders.LOCATION',
    },
    {
      what: 'the address of a redirect',
      calls: ['*.setLocation'],
      when: call => /header/i.test(call.receiverName),
    },
    {
      what: 'the address of a redirect',
      calls: ['ModelAndView', '*.setViewName', 'route.return'],
      when: call => isRedirect(call),
    },
  ],
  sanitizers: [
    { calls: ['URLEncoder.encode', 'UriUtils.encode', 'Encode.forUriComponent', 'UriUtils.encodePath'] },
  ],
};

/** A view whose name begins with `redirect:` sends the browser elsewhere. */
function isRedirect(call: CallView): boolean {
  return (
    /^\(?\s*(?:return\s+)?"redirect:"?/.test(call.text(0)) ||
    (call.method === 'return' && call.mentions(/"redirect:"\s*\+/) && !call.mentions(/@RestController/)) ||
    (/ModelAndView|setViewName/.test(call.method) && call.mentions(/"redirect:"\s*\+/))
  );
}

const removesBreaks = (call: CallView): boolean =>
  /\n|\r|\\n|\\r|\\s|\\R|\[\^/.test(String(call.arg(0)?.constant ?? ''));

/** An address that begins with a fixed path: it redirects nowhere else, but may hold line breaks. */
const isOnSite = (call: CallView): boolean => /^"\/[^/"]/.test(call.text(1));

/** Containers refuse most line breaks today; names and older ones do not (CWE-113). */
export const javaHeaderInjection: RuleModel = {
  sinks: [
    {
      what: 'a response header',
      calls: ['*.setHeader', '*.addHeader', '*.addDateHeader_', '*.header'],
      args: [0, 1],
      when: call =>
        (/^(?:res|resp|response|httpResponse|servletResponse|builder|ok)$/i.test(call.receiverName) ||
          /HttpServletResponse|ResponseEntity/.test(call.ref ?? '')) &&
        !/^(?:access-control-allow-origin|content-type|content-length|etag)$/i.test(
          String(call.arg(0)?.constant ?? ''),
        ) &&
        (!/^location$/i.test(String(call.arg(0)?.constant ?? '')) || isOnSite(call)),
    },
    {
      what: 'a response header',
      calls: ['HttpHeaders().add', 'HttpHeaders().set'],
      args: [0, 1],
      when: call => !/^(?:location|access-control-allow-origin)$/i.test(String(call.arg(0)?.constant ?? '')),
    },
    { what: 'a cookie', calls: ['Cookie'], args: [0, 1], when: call => call.isNew, severity: 'low' },
  ],
  sanitizers: [
    {
      calls: [
        'URLEncoder.encode',
        'UriUtils.encode',
        'Encode.forUriComponent',
        'StringEscapeUtils.escapeJava',
        'Encode.forJava',
        'Base64.getEncoder().encodeToString',
        'Base64.getUrlEncoder().encodeToString',
      ],
    },
    { calls: ['*.replaceAll', '*.replace'], when: removesBreaks },
  ],
};

/** Templates whose text, or whose name in an engine with expressions, comes from outside (portswigger.net, SSTI). */
export const javaTemplateInjection: RuleModel = {
  sinks: [
    {
      what: 'the text of a template',
      calls: ['Velocity.evaluate', 'VelocityEngine().evaluate', '*.evaluate'],
      args: [3],
      when: call => call.count === 4,
    },
    {
      what: 'the text of a template',
      calls: ['Template'],
      args: [1, 0],
      when: call => call.isNew && call.count > 1 && call.mentions(/freemarker/),
    },
    { what: 'the text of a template', calls: ['*.putTemplate'], args: [1] },
    {
      what: 'the text of a template',
      calls: [
        '*.parse_',
        '*.compileInline',
        '*.getLiteralTemplate',
        '*.fromString',
        '*.renderInline',
        '*.compile',
        '*.createTemplate',
      ],
      args: [0],
      when: call =>
        /handlebars|pebble|engine|mustache|jinjava|template/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    {
      what: 'the text of a template',
      calls: ['*.render'],
      args: [0],
      when: call => /jinjava/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    {
      what: 'the text of a template',
      calls: ['*.process'],
      args: [0],
      when: call =>
        /templateEngine|thymeleaf|SpringTemplateEngine/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    {
      what: 'the text of a template',
      calls: ['StringTemplate', 'ST', 'SimpleTemplateEngine().createTemplate'],
      when: call => call.isNew || call.method === 'createTemplate',
    },
    {
      what: 'the name of a view, which may hold an expression',
      calls: ['route.return'],
      when: call =>
        !call.mentions(/@RestController|@ResponseBody|@Path\b/) &&
        call.mentions(/@Controller/) &&
        isText(call) &&
        !call.mentions(/"(?:redirect|forward):[^"]*"\s*\+/),
    },
  ],
  sanitizers: [{ calls: ['HtmlUtils.htmlEscape_', 'Encode.forHtml_'] }],
};
