import { defineCodeRule } from './define-code-rule.ts';
import { goPathTraversal } from './go/files.ts';
import { javaPathTraversal } from './java/files.ts';

const readers = [
  'readFile',
  'readFileSync',
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'createReadStream',
  'createWriteStream',
  'unlink',
  'unlinkSync',
  'rm',
  'rmSync',
  'rmdir',
  'rmdirSync',
  'readdir',
  'readdirSync',
  'open',
  'openSync',
  'mkdir',
  'mkdirSync',
  'stat',
  'statSync',
  'lstat',
  'chmod',
  'copyFile',
  'copyFileSync',
  'rename',
  'renameSync',
  'symlink',
  'remove',
  'removeSync',
  'readJson',
  'readJSON',
  'readJsonSync',
  'outputFile',
  'writeJson',
  'ensureDir',
  'move',
  'copy',
  'emptyDir',
  'access',
  'accessSync',
  'truncate',
];
const pathMethods = [
  'read_text',
  'read_bytes',
  'write_text',
  'write_bytes',
  'unlink',
  'open',
  'rmdir',
  'iterdir',
  'mkdir',
];

/** CWE-22; owasp.org/www-community/attacks/Path_Traversal. */
export const pathTraversal = defineCodeRule({
  id: 'path-traversal',
  title: 'Path traversal',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-22'],
  owasp: ['A01'],
  what: 'Reports untrusted data that becomes part of the path of a file that is read, written, sent or deleted.',
  why: 'With `..` or an absolute path one reaches files outside the folder meant: source code, keys, configuration.',
  fix: 'Take the last part only (`path.basename`, `secure_filename`), or resolve the path and check that it begins with the folder meant, including the separator.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://owasp.org/www-community/attacks/Path_Traversal',
  ],
  keywords: ['fs', 'os.', 'shutil', 'file', 'open', 'path', 'unlink', 'rmtree', 'download', 'remove'],
  examples: {
    bad: [
      {
        path: 'src/files.ts',
        text: "import fs from 'node:fs';\nimport path from 'node:path';\napp.get('/file', (req, res) => {\n  res.send(fs.readFileSync(path.join('/srv/files', req.query.name)));\n});\n",
      },
      {
        path: 'app/files.py',
        text: "import os\nfrom flask import request\n\ndef download():\n    with open(os.path.join('/srv/files', request.args['name'])) as file:\n        return file.read()\n",
      },
      {
        path: 'app/files.go',
        text: 'package app\n\nimport (\n\t"net/http"\n\t"path/filepath"\n)\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\thttp.ServeFile(w, r, filepath.Join("/srv/files", r.FormValue("name")))\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport java.io.*;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    new FileInputStream("/srv/files/" + request.getParameter("name"));\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'src/files.ts',
        text: "import fs from 'node:fs';\nimport path from 'node:path';\napp.get('/file', (req, res) => {\n  res.send(fs.readFileSync(path.join('/srv/files', path.basename(req.query.name))));\n});\n",
      },
      {
        path: 'app/files.py',
        text: "import os\nfrom flask import request\nfrom werkzeug.utils import secure_filename\n\ndef download():\n    with open(os.path.join('/srv/files', secure_filename(request.args['name']))) as file:\n        return file.read()\n",
      },
      {
        path: 'app/files.go',
        text: 'package app\n\nimport (\n\t"net/http"\n\t"path/filepath"\n)\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\thttp.ServeFile(w, r, filepath.Join("/srv/files", filepath.Base(r.FormValue("name"))))\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport java.io.*;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = new File(request.getParameter("name")).getName();\n    new FileInputStream("/srv/files/" + name);\n  }\n}\n',
      },
    ],
  },
  models: {
    go: goPathTraversal,
    java: javaPathTraversal,
    javascript: {
      sinks: [
        { what: 'the path of a file', calls: readers.map(name => `fs.${name}`), args: [0], deep: false },
        {
          what: 'the path of a file',
          calls: [
            'fs.copyFile',
            'fs.rename',
            'fs.renameSync',
            'fs.copyFileSync',
            'fs.symlink',
            'fs.move',
            'fs.copy',
          ],
          args: [1],
          deep: false,
        },
        {
          what: 'the path of a file that is sent',
          calls: ['*.sendFile', '*.download', '*.sendfile'],
          args: [0],
          receiver: /^(?:res|response|reply|ctx|status|type|header|set)$/,
          deep: false,
          when: call => call.option(1, 'root') === undefined,
        },
        {
          what: 'the path of an upload',
          calls: ['*.cb', '*.callback', '*.done', '*.next'],
          args: [1],
          deep: false,
          when: call => /^(?:filename|destination)$/.test(call.within) && call.imports('multer'),
        },
        {
          what: 'the path of a file',
          calls: [
            'Deno.readTextFile',
            'Deno.readFile',
            'Deno.writeTextFile',
            'Bun.file',
            'rimraf',
            'rimraf.rimraf',
            'del',
            'koa-send',
            'send',
            '*.mv',
          ],
          args: [0],
          deep: false,
          when: call => call.method !== 'mv' || /file/i.test(call.receiverName),
        },
      ],
      sanitizers: [
        {
          calls: ['path.basename', 'sanitize-filename', 'path.extname', '*.replace', '*.replaceAll'],
          when: call =>
            !call.method.startsWith('replace') ||
            removesDots(call.arg(0)?.constant, call.arg(0)?.ref === 'regex'),
        },
      ],
    },
    python: {
      sinks: [
        {
          what: 'the path of a file',
          calls: [
            'open',
            'os.open',
            'os.remove',
            'os.unlink',
            'os.rmdir',
            'os.listdir',
            'os.mkdir',
            'os.makedirs',
            'os.rename',
            'os.scandir',
            'os.chmod',
            'shutil.rmtree',
            'shutil.copy',
            'shutil.copyfile',
            'shutil.move',
            'shutil.copytree',
            'flask.send_file',
            'django.http.FileResponse',
            'fastapi.responses.FileResponse',
            'starlette.responses.FileResponse',
            'aiofiles.open',
            'tarfile.open',
            'zipfile.ZipFile',
            'linecache.getlines',
            'os.path.getsize_',
          ],
          args: ['0:file'],
          deep: false,
        },
        {
          what: 'the path of a file',
          calls: ['fastapi.responses.FileResponse', 'starlette.responses.FileResponse', 'flask.send_file'],
          args: ['path', 'path_or_file', 'filename_or_fp'],
          deep: false,
        },
        {
          what: 'the path of a file',
          calls: ['shutil.copy', 'shutil.copyfile', 'shutil.move', 'os.rename', 'shutil.copytree'],
          args: [1],
          deep: false,
        },
        {
          what: 'the path of a file',
          calls: pathMethods.map(name => `*.${name}`),
          args: ['receiver'],
          deep: false,
          when: call => call.method !== 'open' || call.receiver?.ref?.startsWith('pathlib') === true,
        },
        {
          what: 'the path of a saved upload',
          calls: ['*.save'],
          args: [0],
          deep: false,
          when: call =>
            /file|upload|image|photo|f$/i.test(call.receiverName) ||
            /\bfiles?\b/i.test(call.sourceKeys('receiver')),
        },
      ],
      sanitizers: [
        {
          calls: [
            'os.path.basename',
            'werkzeug.utils.secure_filename',
            'werkzeug.security.safe_join',
            'flask.safe_join',
            'werkzeug.utils.safe_join',
            'django.utils._os.safe_join',
            'django.utils.text.get_valid_filename',
            'os.path.splitext_',
            '*.replace',
            're.sub',
          ],
          when: call =>
            call.method === 'sub'
              ? /^\[\^[^\]/]*\]/.test(String(call.arg(0)?.constant ?? ''))
              : call.method !== 'replace' || call.arg(0)?.constant === '/',
        },
      ],
    },
  },
});

/** `replace(/\.\./g, '')` can be defeated by `....//`; only taking every separator or every odd character out cannot. */
function removesDots(pattern: unknown, isRegex: boolean): boolean {
  return (
    isRegex &&
    typeof pattern === 'string' &&
    /^\[\^[^\]/\\.]*(?:\\w|a-z)[^\]/]*\]\+?$|^(?:\[\\?\/\\\\\]|\\\/|\[\/\\\\\])\+?$/i.test(pattern)
  );
}
