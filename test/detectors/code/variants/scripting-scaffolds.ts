import type { Scaffold } from './scaffold.ts';

const javascript = (
  rule: string,
  rest: Omit<Scaffold, 'rule' | 'language' | 'source'> & { source?: string },
): Scaffold => ({
  rule,
  language: 'javascript',
  source: 'req.query.value',
  ...rest,
});
const python = (
  rule: string,
  rest: Omit<Scaffold, 'rule' | 'language' | 'source'> & { source?: string },
): Scaffold => ({
  rule,
  language: 'python',
  source: "request.args['value']",
  ...rest,
});

/** One scaffold a class and language, and where it matters a second. */
export const scriptingScaffolds: readonly Scaffold[] = [
  javascript('command-injection', {
    top: "import { exec } from 'node:child_process';\nimport { quote } from 'shell-quote';",
    sink: value => `exec('convert ' + ${value});`,
    safe: value => `quote([${value}])`,
  }),
  javascript('sql-injection', {
    top: "import mysql from 'mysql';",
    sink: value => `db.query(\`SELECT * FROM users WHERE name = \${${value}}\`);`,
    safe: value => `mysql.escape(${value})`,
  }),
  javascript('code-injection', {
    top: '',
    sink: value => `eval(${value});`,
    safe: value => `Number(${value})`,
  }),
  javascript('path-traversal', {
    top: "import fs from 'node:fs';\nimport path from 'node:path';",
    sink: value => `fs.readFileSync('/srv/' + ${value});`,
    safe: value => `path.basename(${value})`,
  }),
  javascript('xss', {
    top: "import escapeHtml from 'escape-html';",
    sink: value => `res.send('<p>' + ${value} + '</p>');`,
    safe: value => `escapeHtml(${value})`,
  }),
  javascript('ssrf', {
    top: "import axios from 'axios';",
    sink: value => `axios.get(${value});`,
    safe: value => `encodeURIComponent(${value})`,
  }),
  javascript('open-redirect', {
    top: '',
    sink: value => `res.redirect(${value});`,
    safe: value => `encodeURIComponent(${value})`,
  }),
  javascript('unsafe-deserialization', {
    top: "import serialize from 'node-serialize';",
    source: 'req.cookies.value',
    sink: value => `serialize.unserialize(${value});`,
    safe: value => `Number(${value})`,
  }),
  python('command-injection', {
    top: 'import os, shlex\nfrom flask import request',
    sink: value => `os.system('convert ' + ${value})`,
    safe: value => `shlex.quote(${value})`,
  }),
  python('sql-injection', {
    top: 'from flask import request',
    sink: value => `cursor.execute(f"SELECT * FROM users WHERE name = '{${value}}'")`,
    safe: value => `int(${value})`,
  }),
  python('code-injection', {
    top: 'import ast\nfrom flask import request',
    sink: value => `eval(${value})`,
    safe: value => `ast.literal_eval(${value})`,
  }),
  python('path-traversal', {
    top: 'import os\nfrom flask import request\nfrom werkzeug.utils import secure_filename',
    sink: value => `open(os.path.join('/srv', ${value}))`,
    safe: value => `secure_filename(${value})`,
  }),
  python('xss', {
    top: 'import html\nfrom flask import request, make_response',
    sink: value => `make_response('<p>' + ${value} + '</p>')`,
    safe: value => `html.escape(${value})`,
  }),
  python('ssrf', {
    top: 'import requests\nfrom urllib.parse import quote\nfrom flask import request',
    sink: value => `requests.get(${value})`,
    safe: value => `quote(${value})`,
  }),
  python('open-redirect', {
    top: 'from flask import request, redirect, url_for',
    sink: value => `redirect(${value})`,
    safe: value => `url_for('page', name=${value})`,
  }),
  python('unsafe-deserialization', {
    top: 'import pickle\nfrom flask import request',
    sink: value => `pickle.loads(${value})`,
    safe: value => `int(${value})`,
  }),
];
