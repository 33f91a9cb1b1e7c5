import type { Scaffold } from './scaffold.ts';

type Rest = Omit<Scaffold, 'rule' | 'language' | 'source' | 'top'> & {
  readonly source?: string;
  readonly top?: string;
};

const javascript = (rule: string, rest: Rest): Scaffold => ({
  rule,
  language: 'javascript',
  source: 'req.body.value',
  top: '',
  ...rest,
});
const python = (rule: string, rest: Rest): Scaffold => ({
  rule,
  language: 'python',
  source: "request.form['value']",
  top: '',
  ...rest,
});

/** The classes whose first scaffolds stand in `scripting-scaffolds.ts` not, in JavaScript and Python. */
export const moreScaffolds: readonly Scaffold[] = [
  javascript('nosql-injection', {
    top: "import { MongoClient } from 'mongodb';",
    sink: value => `db.collection('users').find({ $where: 'this.name == "' + ${value} + '"' });`,
    safe: value => `Number(${value})`,
  }),
  javascript('ldap-injection', {
    top: "import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });",
    sink: value => `client.search('dc=example', { filter: '(uid=' + ${value} + ')' }, done);`,
    safe: value => `escapeLdapFilter(${value})`,
  }),
  javascript('xpath-injection', {
    top: "import xpath from 'xpath';",
    sink: value => `xpath.select("//user[@name='" + ${value} + "']", document);`,
    safe: value => `Number(${value})`,
  }),
  javascript('log-injection', {
    top: "import winston from 'winston';\nconst logger = winston.createLogger();",
    sink: value => `logger.info('login of ' + ${value});`,
    safe: value => `${value}.replace(/[\\r\\n]/g, '')`,
  }),
  javascript('header-injection', {
    sink: value => `res.setHeader('X-Name', ${value});`,
    safe: value => `encodeURIComponent(${value})`,
  }),
  javascript('regex-injection', {
    top: "import escapeRegExp from 'lodash/escapeRegExp';",
    sink: value => `new RegExp(${value}).test(text);`,
    safe: value => `escapeRegExp(${value})`,
  }),
  javascript('redos', {
    sink: value => `/^(a+)+$/.test(${value});`,
    safe: value => `Number(${value})`,
  }),
  javascript('server-side-template-injection', {
    top: "import ejs from 'ejs';",
    sink: value => `res.send(ejs.render('<p>' + ${value} + '</p>'));`,
    safe: value => `Number(${value})`,
  }),
  javascript('xxe', {
    top: "import libxmljs from 'libxmljs';",
    sink: value => `libxmljs.parseXml(${value}, { noent: true });`,
    safe: value => `Number(${value})`,
  }),
  javascript('prototype-pollution', {
    sink: value => `target[${value}][req.body.name] = req.body.data;`,
    safe: value => `Number(${value})`,
    except: ['equal to a constant'],
  }),
  javascript('zip-slip', {
    top: "import AdmZip from 'adm-zip';\nimport fs from 'node:fs';\nimport path from 'node:path';\nconst zip = new AdmZip('a.zip');",
    source: 'zip.getEntries()[0].entryName',
    sink: value => `fs.writeFileSync('/srv/unpacked/' + ${value}, data);`,
    safe: value => `path.basename(${value})`,
  }),
  javascript('permissive-cors', {
    source: 'req.headers.origin',
    sink: value => `res.setHeader('Access-Control-Allow-Origin', ${value});`,
    safe: value => `Number(${value})`,
  }),
  javascript('command-injection', {
    top: "import { execSync, spawn } from 'node:child_process';\nimport { quote } from 'shell-quote';",
    source: 'req.params.value',
    sink: value => `spawn('sh', ['-c', \`ls \${${value}}\`]);`,
    safe: value => `quote([${value}])`,
  }),
  python('nosql-injection', {
    top: 'from flask import request\nfrom pymongo import MongoClient\n\ndb = MongoClient().shop',
    sink: value => `db.users.find({'$where': "this.name == '" + ${value} + "'"})`,
    safe: value => `int(${value})`,
  }),
  python('ldap-injection', {
    top: 'import ldap\nfrom ldap.filter import escape_filter_chars\nfrom flask import request\n\nconnection = ldap.initialize("ldap://localhost")',
    sink: value => `connection.search_s('dc=example', ldap.SCOPE_SUBTREE, f'(uid={${value}})')`,
    safe: value => `escape_filter_chars(${value})`,
  }),
  python('xpath-injection', {
    top: 'from lxml import etree\nfrom flask import request\n\ntree = etree.parse("users.xml")',
    sink: value => `tree.xpath("//user[@name='" + ${value} + "']")`,
    safe: value => `int(${value})`,
  }),
  python('log-injection', {
    top: 'import logging\nfrom flask import request\n\nlogger = logging.getLogger(__name__)',
    sink: value => `logger.info('login of ' + ${value})`,
    safe: value => `${value}.replace('\\n', '')`,
  }),
  python('header-injection', {
    top: 'from urllib.parse import quote\nfrom flask import request, make_response\n\nresponse = make_response()',
    sink: value => `response.headers['X-Name'] = ${value}`,
    safe: value => `quote(${value})`,
  }),
  python('regex-injection', {
    top: 'import re\nfrom flask import request',
    sink: value => `re.search(${value}, text)`,
    safe: value => `re.escape(${value})`,
  }),
  python('redos', {
    top: 'import re\nfrom flask import request',
    sink: value => `re.match(r'^(a+)+$', ${value})`,
    safe: value => `int(${value})`,
  }),
  python('server-side-template-injection', {
    top: 'from flask import request, render_template_string',
    sink: value => `render_template_string('<p>' + ${value} + '</p>')`,
    safe: value => `int(${value})`,
  }),
  python('zip-slip', {
    top: 'import os\nimport zipfile\n\narchive = zipfile.ZipFile("a.zip")',
    source: 'archive.namelist()[0]',
    sink: value => `open('/srv/unpacked/' + ${value}, 'wb')`,
    safe: value => `os.path.basename(${value})`,
  }),
  python('permissive-cors', {
    top: 'from flask import request, make_response\n\nresponse = make_response()',
    source: "request.headers['Origin']",
    sink: value => `response.headers['Access-Control-Allow-Origin'] = ${value}`,
    safe: value => `int(${value})`,
  }),
  python('command-injection', {
    top: 'import shlex\nimport subprocess\nfrom flask import request',
    sink: value => `subprocess.run(f'convert {${value}}', shell=True)`,
    safe: value => `shlex.quote(${value})`,
  }),
];
