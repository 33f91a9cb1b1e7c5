import type { RuleModel } from '../engine/model.ts';

/** MongoDB's driver and Spring Data (mongodb.com/docs/drivers/java). */
export const javaNosqlInjection: RuleModel = {
  sinks: [
    {
      what: 'a database query',
      calls: [
        'BasicDBObject.parse',
        'Document.parse',
        'JSON.parse',
        'BsonDocument.parse',
        'RawBsonDocument.parse',
        'JsonObject_',
      ],
      when: call => call.mentions(/mongo/i),
    },
    { what: 'a database query', calls: ['BasicQuery', 'Query.of_'], unknown: 'composed' },
    {
      what: 'JavaScript of a database',
      calls: [
        '*.where',
        'Filters.where',
        '*.append',
        '*.put',
        'Document',
        'BasicDBObject',
        'Criteria.where_',
      ],
      args: [0, 1],
      when: call =>
        (call.ref === 'Filters.where' ? true : call.arg(0)?.constant === '$where') && call.mentions(/mongo/i),
    },
    {
      what: 'JavaScript of a database',
      calls: ['*.mapReduce', 'ExecutableMongoScript', 'Code'],
      args: [0, 1],
      when: call => call.mentions(/mongo/i),
    },
    {
      what: 'a database query',
      calls: ['*.eval', '*.executeCommand', '*.runCommand'],
      when: call => /mongo|^db$|database/i.test(`${call.receiverName}${call.ref ?? ''}`),
    },
  ],
};

/** JNDI and Spring LDAP (cheatsheetseries.owasp.org, LDAP Injection Prevention). */
export const javaLdapInjection: RuleModel = {
  sinks: [
    {
      what: 'an LDAP filter',
      calls: ['*.search', '*.searchForObject', '*.find_'],
      args: [0, 1],
      when: call =>
        call.count > 1 &&
        /DirContext|LdapContext|Ldap|ctx|context|^dir|^idc$/i.test(`${call.ref ?? ''} ${call.receiverName}`),
    },
    {
      what: 'an LDAP name',
      calls: ['*.lookup', '*.bind', '*.rebind', '*.list'],
      when: call =>
        /Context\(\)|LdapTemplate|ldap|ctx|context|naming/i.test(`${call.ref ?? ''} ${call.receiverName}`),
    },
    {
      what: 'an LDAP filter',
      calls: [
        'HardcodedFilter',
        'LdapQueryBuilder.query().filter',
        'SearchRequest',
        'Filter.create',
        'LdapName_',
      ],
      args: [0, 2],
    },
    {
      what: 'an LDAP filter',
      calls: ['*.authenticate'],
      args: [1],
      when: call => call.count > 2 && /ldap/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
  ],
  sanitizers: [
    {
      calls: [
        'LdapEncoder.filterEncode',
        'LdapEncoder.nameEncode',
        '*.encodeForLDAP',
        '*.encodeForDN',
        'Encode.forLdap',
        'Filter.encodeValue',
        'Rdn.escapeValue',
        'Filter.createEqualityFilter',
        'EqualsFilter',
      ],
    },
  ],
};

/** `javax.xml.xpath` and its like (cheatsheetseries.owasp.org, Injection Prevention). */
export const javaXpathInjection: RuleModel = {
  sinks: [
    {
      what: 'an XPath expression',
      calls: ['*.evaluate', '*.compile', '*.evaluateExpression'],
      when: call => /XPath|xp(?:ath)?$|^xPath/i.test(`${call.ref ?? ''} ${call.receiverName}`),
      unknown: 'composed',
    },
    {
      what: 'an XPath expression',
      calls: [
        '*.selectNodes',
        '*.selectSingleNode',
        '*.createXPath',
        '*.selectList_',
        'XPathAPI.selectNodeList',
        'XPathAPI.eval',
        'JXPathContext().getValue',
        '*.xquery_',
      ],
      args: [0, 1],
    },
  ],
  sanitizers: [
    {
      calls: [
        '*.encodeForXPath',
        'Encode.forXml',
        'StringEscapeUtils.escapeXml',
        'StringEscapeUtils.escapeXml10',
        'StringEscapeUtils.escapeXml11',
        'HtmlUtils.htmlEscape_',
      ],
    },
  ],
};

const loggers = /^(?:log|logger|LOG|LOGGER|_log|\w*[lL]ogger)$/;

/** SLF4J, Log4j, java.util.logging (cheatsheetseries.owasp.org, Logging). */
export const javaLogInjection: RuleModel = {
  sinks: [
    {
      what: 'a log message',
      calls: [
        'trace',
        'debug',
        'info',
        'warn',
        'error',
        'fatal',
        'log',
        'severe',
        'warning',
        'config',
        'fine',
        'finer',
        'finest',
        'entering',
        'logp',
      ].map(name => `*.${name}`),
      args: ['all'],
      when: call => loggers.test(call.receiverName) || call.ref?.startsWith('Logger()') === true,
    },
  ],
  sanitizers: [
    {
      calls: ['*.replace', '*.replaceAll'],
      when: call => /\n|\r|\\n|\\r|\\s|\\R|\[\^|Cntrl|\\p\{C/.test(String(call.arg(0)?.constant ?? '')),
    },
    {
      calls: [
        'StringEscapeUtils.escapeJava',
        'StringEscapeUtils.escapeJson',
        'URLEncoder.encode',
        'Encode.forJava',
        '*.encodeForHTML',
        'Encode.forHtml',
        'HtmlUtils.htmlEscape_',
        'StringUtils.normalizeSpace',
        'StringUtils.deleteWhitespace',
        'CharMatcher.javaIsoControl().removeFrom',
        'Encode.forUriComponent',
      ],
    },
  ],
};

/** Patterns from outside may take exponential time (docs.oracle.com, java.util.regex.Pattern). */
export const javaRegexInjection: RuleModel = {
  sinks: [
    { what: 'a regular expression', calls: ['Pattern.compile', 'Pattern.matches'] },
    {
      what: 'a regular expression',
      calls: ['*.matches', '*.replaceAll', '*.replaceFirst', '*.split'],
      when: call =>
        call.count > 0 &&
        call.ref?.startsWith('Pattern') !== true &&
        !/^(?:pattern|matcher|encoder|passwordEncoder|Pattern)$/i.test(call.receiverName),
    },
  ],
  sanitizers: [{ calls: ['Pattern.quote', 'Matcher.quoteReplacement_'] }],
};
