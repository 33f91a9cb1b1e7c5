import type { Scaffold } from './scaffold.ts';

const java = (
  rule: string,
  rest: Omit<Scaffold, 'rule' | 'language' | 'source' | 'top'> & {
    readonly source?: string;
    readonly top?: string;
  },
): Scaffold => ({ rule, language: 'java', source: 'request.getParameter("value")', top: '', ...rest });

/** One scaffold a class of flows in Java; `top` holds members of the class. */
export const javaScaffolds: readonly Scaffold[] = [
  java('sql-injection', {
    imports: ['java.sql.*'],
    top: 'private Connection connection;',
    sink: value =>
      `Statement statement = connection.createStatement();\nstatement.executeQuery("SELECT * FROM users WHERE name = '" + ${value} + "'");`,
    safe: value => `ESAPI.encoder().encodeForSQL(codec, ${value})`,
  }),
  java('sql-injection', {
    imports: ['org.springframework.jdbc.core.JdbcTemplate'],
    top: 'private final JdbcTemplate jdbc;',
    source: 'request.getHeader("value")',
    sink: value =>
      `jdbc.queryForObject("SELECT id FROM users WHERE name = '" + ${value} + "'", String.class);`,
    safe: value => `ESAPI.encoder().encodeForSQL(codec, ${value})`,
  }),
  java('sql-injection', {
    imports: ['javax.persistence.*'],
    top: '@PersistenceContext private EntityManager entityManager;',
    sink: value => `entityManager.createQuery("from User where name = '" + ${value} + "'").getResultList();`,
    safe: value => `ESAPI.encoder().encodeForSQL(codec, ${value})`,
  }),
  java('nosql-injection', {
    imports: ['com.mongodb.*', 'com.mongodb.client.*', 'org.bson.Document'],
    top: 'private MongoCollection<Document> users;',
    sink: value => `users.find(Document.parse("{name: '" + ${value} + "'}"));`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('command-injection', {
    sink: value => `Runtime.getRuntime().exec("convert " + ${value});`,
    safe: value => `ESAPI.encoder().encodeForOS(codec, ${value})`,
  }),
  java('command-injection', {
    source: 'request.getHeader("value")',
    sink: value => `new ProcessBuilder("sh", "-c", "ls " + ${value}).start();`,
    safe: value => `ESAPI.encoder().encodeForOS(codec, ${value})`,
  }),
  java('code-injection', {
    imports: ['javax.script.*'],
    sink: value => `new ScriptEngineManager().getEngineByName("js").eval(${value});`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('code-injection', {
    imports: ['org.springframework.expression.spel.standard.SpelExpressionParser'],
    sink: value => `new SpelExpressionParser().parseExpression(${value}).getValue();`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('server-side-template-injection', {
    imports: ['org.apache.velocity.app.Velocity'],
    sink: value => `Velocity.evaluate(context, writer, "page", "<p>" + ${value} + "</p>");`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('ldap-injection', {
    imports: ['javax.naming.directory.*'],
    top: 'private DirContext directory;',
    sink: value => `directory.search("dc=example", "(uid=" + ${value} + ")", new SearchControls());`,
    safe: value => `LdapEncoder.filterEncode(${value})`,
  }),
  java('xpath-injection', {
    imports: ['javax.xml.xpath.*'],
    sink: value =>
      `XPathFactory.newInstance().newXPath().evaluate("//user[@name='" + ${value} + "']", document);`,
    safe: value => `StringEscapeUtils.escapeXml11(${value})`,
  }),
  java('log-injection', {
    imports: ['org.slf4j.*'],
    top: 'private static final Logger logger = LoggerFactory.getLogger(Handler.class);',
    sink: value => `logger.info("login of " + ${value});`,
    safe: value => `${value}.replaceAll("[\\r\\n]", "_")`,
  }),
  java('header-injection', {
    sink: value => `response.setHeader("X-Name", ${value});`,
    safe: value => `URLEncoder.encode(${value}, "UTF-8")`,
  }),
  java('regex-injection', {
    sink: value => `Pattern.compile(${value});`,
    safe: value => `Pattern.quote(${value})`,
  }),
  java('redos', {
    sink: value => `Pattern.compile("^(a+)+$").matcher(${value}).matches();`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('path-traversal', {
    sink: value => `new FileInputStream("/srv/files/" + ${value});`,
    safe: value => `FilenameUtils.getName(${value})`,
  }),
  java('path-traversal', {
    imports: ['java.nio.file.*'],
    sink: value => `Files.readAllBytes(Paths.get("/srv/files", ${value}));`,
    safe: value => `FilenameUtils.getName(${value})`,
  }),
  java('ssrf', {
    imports: ['java.net.*'],
    sink: value => `new URL(${value}).openConnection();`,
    safe: value => `URLEncoder.encode(${value}, "UTF-8")`,
  }),
  java('xss', {
    sink: value => `response.getWriter().println("<p>" + ${value} + "</p>");`,
    safe: value => `Encode.forHtml(${value})`,
  }),
  java('xss', {
    source: 'request.getCookies()[0].getValue()',
    sink: value => `PrintWriter out = response.getWriter();\nout.printf("<p>%s</p>", ${value});`,
    safe: value => `HtmlUtils.htmlEscape(${value})`,
  }),
  java('open-redirect', {
    sink: value => `response.sendRedirect(${value});`,
    safe: value => `URLEncoder.encode(${value}, "UTF-8")`,
  }),
  java('unsafe-deserialization', {
    sink: value =>
      `new ObjectInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(${value}))).readObject();`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('xxe', {
    imports: ['javax.xml.parsers.*', 'org.xml.sax.InputSource'],
    sink: value =>
      `DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(${value})));`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('permissive-cors', {
    source: 'request.getHeader("Origin")',
    sink: value => `response.setHeader("Access-Control-Allow-Origin", ${value});`,
    safe: value => `String.valueOf(${value}.length())`,
  }),
  java('zip-slip', {
    imports: ['java.util.zip.*'],
    top: 'private ZipEntry entry;',
    source: 'entry.getName()',
    sink: value => `new FileOutputStream(new File("/srv/unpacked", ${value}));`,
    safe: value => `FilenameUtils.getName(${value})`,
  }),
];
