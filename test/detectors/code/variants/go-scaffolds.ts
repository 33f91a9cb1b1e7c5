import type { Scaffold } from './scaffold.ts';

const go = (
  rule: string,
  rest: Omit<Scaffold, 'rule' | 'language' | 'source' | 'top'> & {
    readonly source?: string;
    readonly top?: string;
  },
): Scaffold => ({ rule, language: 'go', source: 'r.FormValue("value")', top: '', ...rest });

/** One scaffold a class of flows in Go; `top` holds declarations. */
export const goScaffolds: readonly Scaffold[] = [
  go('sql-injection', {
    top: 'var db *sql.DB',
    sink: value => `db.Query("SELECT * FROM users WHERE name = '" + ${value} + "'")`,
    safe: value => `pq.QuoteLiteral(${value})`,
    imports: ['database/sql', 'github.com/lib/pq'],
  }),
  go('sql-injection', {
    top: 'var db *sql.DB',
    source: 'r.URL.Query().Get("value")',
    sink: value =>
      `db.QueryRowContext(r.Context(), fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", ${value}))`,
    safe: value => `pq.QuoteLiteral(${value})`,
    imports: ['database/sql', 'github.com/lib/pq'],
  }),
  go('nosql-injection', {
    top: 'var users *mongo.Collection',
    sink: value => `users.Find(r.Context(), bson.M{"$where": "this.name == '" + ${value} + "'"})`,
    safe: value => `regexp.QuoteMeta(escapeJs(${value}))`,
    imports: ['go.mongodb.org/mongo-driver/bson', 'go.mongodb.org/mongo-driver/mongo'],
  }),
  go('command-injection', {
    sink: value => `exec.Command("sh", "-c", "convert " + ${value}).Run()`,
    safe: value => `shellescape.Quote(${value})`,
    imports: ['os/exec', 'github.com/alessio/shellescape'],
  }),
  go('code-injection', {
    sink: value => `otto.New().Run(${value})`,
    safe: value => `strconv.Itoa(len(${value}))`,
    imports: ['github.com/robertkrimen/otto'],
  }),
  go('server-side-template-injection', {
    sink: value => `template.New("page").Parse("<p>" + ${value} + "</p>")`,
    safe: value => `strconv.Itoa(len(${value}))`,
    imports: ['text/template'],
  }),
  go('ldap-injection', {
    sink: value =>
      `ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", ${value}), nil, nil)`,
    safe: value => `ldap.EscapeFilter(${value})`,
    imports: ['github.com/go-ldap/ldap/v3'],
  }),
  go('xpath-injection', {
    top: 'var document *xmlquery.Node',
    sink: value => `xmlquery.Find(document, "//user[@name='" + ${value} + "']")`,
    safe: value => `strconv.Itoa(len(${value}))`,
    imports: ['github.com/antchfx/xmlquery'],
  }),
  go('log-injection', {
    sink: value => `log.Printf("login of %s", ${value})`,
    safe: value => `strings.ReplaceAll(${value}, "\\n", "")`,
    imports: ['log'],
  }),
  go('header-injection', {
    sink: value => `w.Header().Set("X-Name", ${value})`,
    safe: value => `url.QueryEscape(${value})`,
    imports: ['net/url'],
  }),
  go('regex-injection', {
    sink: value => `regexp.Compile(${value})`,
    safe: value => `regexp.QuoteMeta(${value})`,
  }),
  go('path-traversal', {
    sink: value => `os.ReadFile(filepath.Join("/srv/files", ${value}))`,
    safe: value => `filepath.Base(${value})`,
    imports: ['os', 'path/filepath'],
  }),
  go('ssrf', {
    sink: value => `http.Get(${value})`,
    safe: value => `url.QueryEscape(${value})`,
    imports: ['net/url'],
  }),
  go('xss', {
    sink: value => `fmt.Fprintf(w, "<p>%s</p>", ${value})`,
    safe: value => `html.EscapeString(${value})`,
    imports: ['html'],
  }),
  go('xss', {
    sink: value => `w.Write([]byte("<p>" + ${value} + "</p>"))`,
    safe: value => `html.EscapeString(${value})`,
    imports: ['html'],
  }),
  go('open-redirect', {
    sink: value => `http.Redirect(w, r, ${value}, http.StatusFound)`,
    safe: value => `url.PathEscape(${value})`,
    imports: ['net/url'],
  }),
  go('unsafe-deserialization', {
    sink: value => `gob.NewDecoder(strings.NewReader(${value})).Decode(&target)`,
    safe: value => `strconv.Itoa(len(${value}))`,
    imports: ['encoding/gob'],
  }),
  go('xxe', {
    sink: value => `parser.New(parser.XMLParseNoEnt).ParseString(${value})`,
    safe: value => `strconv.Itoa(len(${value}))`,
    imports: ['github.com/lestrrat-go/libxml2/parser'],
  }),
  go('permissive-cors', {
    source: 'r.Header.Get("Origin")',
    sink: value => `w.Header().Set("Access-Control-Allow-Origin", ${value})`,
    safe: value => `strconv.Itoa(len(${value}))`,
  }),
  go('zip-slip', {
    top: 'var archive *zip.ReadCloser',
    source: 'archive.File[0].Name',
    sink: value => `os.Create("/srv/unpacked/" + ${value})`,
    safe: value => `filepath.Base(${value})`,
    imports: ['archive/zip', 'os', 'path/filepath'],
  }),
];
