import type { CallView, RuleModel } from '../engine/model.ts';

const mongo = /go\.mongodb\.org|gopkg\.in\/mgo|globalsign\/mgo/;
const reads = [
  'Find',
  'FindOne',
  'UpdateOne',
  'UpdateMany',
  'DeleteOne',
  'DeleteMany',
  'CountDocuments',
  'Aggregate',
  'Distinct',
  'FindOneAndUpdate',
  'FindOneAndDelete',
  'ReplaceOne',
  'FindId',
  'RemoveAll',
  'Update',
];

/**
 * The MongoDB driver (mongodb.com/docs/drivers/go). A text from the request is compared as a text; a whole document, or
 * JavaScript in `$where`, is more.
 */
export const goNosqlInjection: RuleModel = {
  sinks: [
    {
      what: 'a database query',
      calls: reads.map(name => `*.${name}`),
      args: [0, 1],
      when: call =>
        call.mentions(mongo) &&
        (isWhole(call.sourceKeys(0), call.text(0)) ||
          isWhole(call.sourceKeys(1), call.text(1)) ||
          [0, 1].some(position => (call.option(position, '$where')?.taints.length ?? 0) > 0)),
    },
    {
      what: 'a database query',
      calls: ['*.UnmarshalExtJSON', 'go.mongodb.org/mongo-driver/bson.UnmarshalExtJSON'],
      args: [0],
    },
    {
      what: 'JavaScript of a database',
      calls: [
        'go.mongodb.org/mongo-driver/bson/primitive.JavaScript',
        'go.mongodb.org/mongo-driver/bson/primitive.CodeWithScope',
      ],
    },
  ],
};

/** The query is a variable that was decoded from the request, not a document that the program writes. */
function isWhole(sources: string, text: string): boolean {
  return (
    /\.Body\b|BindJSON|ShouldBind|BodyParser|\.Bind\b|GetRawData|\.FormValue|\.Query\b|\.URL\b|\.Form\b/.test(
      sources,
    ) && /^&?[\w.]+$/.test(text)
  );
}

/** go-ldap (pkg.go.dev/github.com/go-ldap/ldap). */
export const goLdapInjection: RuleModel = {
  sinks: [
    {
      what: 'an LDAP filter',
      calls: ['github.com/go-ldap/ldap.NewSearchRequest', 'gopkg.in/ldap.NewSearchRequest'],
      args: [0, 6],
      unknown: 'composed',
    },
    {
      what: 'an LDAP filter',
      calls: ['github.com/go-ldap/ldap.SearchRequest', 'gopkg.in/ldap.SearchRequest'],
      when: call => ['Filter', 'BaseDN'].some(name => (call.option(0, name)?.taints.length ?? 0) > 0),
    },
    { what: 'an LDAP filter', calls: ['*.CompileFilter', 'github.com/go-ldap/ldap.CompileFilter'] },
  ],
  sanitizers: [
    {
      calls: [
        'github.com/go-ldap/ldap.EscapeFilter',
        'github.com/go-ldap/ldap.EscapeDN',
        'gopkg.in/ldap.EscapeFilter',
      ],
    },
  ],
};

/** antchfx and its like (pkg.go.dev/github.com/antchfx/xmlquery). */
export const goXpathInjection: RuleModel = {
  sinks: [
    {
      what: 'an XPath expression',
      calls: ['xmlquery', 'htmlquery', 'jsonquery'].flatMap(name =>
        ['Find', 'FindOne', 'Query', 'QueryAll', 'FindEach'].map(
          method => `github.com/antchfx/${name}.${method}`,
        ),
      ),
      args: [1],
      unknown: 'composed',
    },
    {
      what: 'an XPath expression',
      calls: [
        'github.com/antchfx/xpath.Compile',
        'github.com/antchfx/xpath.MustCompile',
        'gopkg.in/xmlpath.Compile',
        'gopkg.in/xmlpath.MustCompile',
        'github.com/ChrisTrenkamp/goxpath.Parse',
        '*.FindNodes',
      ],
      unknown: 'composed',
    },
  ],
};

/** `regexp` runs in linear time, but a pattern from outside decides what matches, and `MustCompile` panics. */
export const goRegexInjection: RuleModel = {
  sinks: [
    {
      what: 'a regular expression',
      calls: [
        'regexp.Compile',
        'regexp.MustCompile',
        'regexp.MatchString',
        'regexp.Match',
        'regexp.CompilePOSIX',
        'regexp.MustCompilePOSIX',
        'github.com/dlclark/regexp2.Compile',
        'github.com/dlclark/regexp2.MustCompile',
      ],
      severity: 'low',
    },
  ],
  sanitizers: [{ calls: ['regexp.QuoteMeta'] }],
};

const loggers = /^(?:log|logger|logrus|zap|sugar|slog|klog|glog|zerolog|l|lg|\w*[lL]og(?:ger)?)$/;

const isLogger = (call: CallView): boolean =>
  loggers.test(call.receiverName) ||
  /^log(?:\/slog)?\.|(?:zap|logrus|slog|zerolog|log)\.\w*(?:Logger|Entry)\(\)\.\w+$/.test(call.ref ?? '');
const isStructured = (call: CallView): boolean =>
  /slog/.test(`${call.ref ?? ''}${call.receiverName}`) ||
  (/zap\.Logger\(\)/.test(call.ref ?? '') && !call.method.endsWith('f')) ||
  call.method.endsWith('w');

/** `log`, `log/slog`, logrus, zap. Structured fields and JSON encode line breaks; a text does not. */
export const goLogInjection: RuleModel = {
  sinks: [
    {
      what: 'a log message',
      calls: [
        'Print',
        'Printf',
        'Println',
        'Fatal',
        'Fatalf',
        'Fatalln',
        'Panic',
        'Panicf',
        'Panicln',
        'Info',
        'Infof',
        'Warn',
        'Warnf',
        'Warning',
        'Warningf',
        'Error',
        'Errorf',
        'Debug',
        'Debugf',
        'Trace',
        'Tracef',
        'Infoln',
        'Errorln',
        'Output',
      ].map(name => `*.${name}`),
      args: ['all'],
      when: call => isLogger(call) && !isStructured(call) && !isQuoted(call.arg(0)?.constant),
    },
    {
      // The values after the message are fields, which are quoted.
      what: 'a log message',
      calls: ['Debug', 'Info', 'Warn', 'Error', 'Infow', 'Warnw', 'Errorw', 'Debugw'].map(
        name => `*.${name}`,
      ),
      when: call => isLogger(call) && isStructured(call),
    },
  ],
  sanitizers: [
    {
      calls: ['strings.ReplaceAll', 'strings.Replace'],
      when: call => /[\n\r]/.test(String(call.arg(1)?.constant ?? '')),
    },
    {
      calls: ['*.Replace'],
      when: call => /Replacer|eplacer/.test(`${call.receiver?.ref ?? ''}${call.receiverName}`),
    },
    {
      calls: [
        'strconv.Quote',
        'strconv.QuoteToASCII',
        'net/url.QueryEscape',
        'net/url.PathEscape',
        'html.EscapeString_',
      ],
    },
    { calls: ['fmt.Sprintf'], when: call => isQuoted(call.arg(0)?.constant) },
    {
      calls: ['*.ReplaceAllString'],
      when: call => /\\n|\\r|\n|\[\^/.test(String(call.receiver?.constant ?? '')),
    },
  ],
};

/** `%q` writes a text with its line breaks escaped. */
function isQuoted(format: unknown): boolean {
  return typeof format === 'string' && format.includes('%q') && !/%[+#]?[sv]/.test(format);
}
