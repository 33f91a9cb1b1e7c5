import { defineCodeRule } from './define-code-rule.ts';
import { goZipSlip } from './go/files.ts';
import { javaZipSlip } from './java/files.ts';

/** CWE-22; docs.python.org/3/library/tarfile.html#extraction-filters. */
export const zipSlip = defineCodeRule({
  id: 'zip-slip',
  title: 'Archive entry written outside its folder',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-22'],
  owasp: ['A01'],
  what: 'Reports archive entries written under the name they carry.',
  why: 'An entry named `../../\u2026` overwrites files outside the folder meant, such as programs and keys.',
  fix: 'Resolve the path of each entry and check that it lies in the folder, or use `tarfile` with `filter="data"`.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://docs.python.org/3/library/tarfile.html#extraction-filters',
  ],
  keywords: ['zip', 'tar', 'extract', 'entry', 'unpack'],
  withoutSource: /tarfile|unpack_archive/,
  examples: {
    bad: [
      {
        path: 'src/unpack.ts',
        text: "import fs from 'node:fs';\nimport path from 'node:path';\nimport AdmZip from 'adm-zip';\nfor (const entry of new AdmZip(file).getEntries()) {\n  fs.writeFileSync(path.join(folder, entry.entryName), entry.getData());\n}\n",
      },
      {
        path: 'app/unpack.py',
        text: 'import tarfile\n\ndef unpack(name, folder):\n    with tarfile.open(name) as archive:\n        archive.extractall(folder)\n',
      },
    ],
    good: [
      {
        path: 'src/unpack.ts',
        text: "import fs from 'node:fs';\nimport path from 'node:path';\nimport AdmZip from 'adm-zip';\nfor (const entry of new AdmZip(file).getEntries()) {\n  const target = path.join(folder, entry.entryName);\n  if (!target.startsWith(folder + path.sep)) continue;\n  fs.writeFileSync(target, entry.getData());\n}\n",
      },
      {
        path: 'app/unpack.py',
        text: "import tarfile\n\ndef unpack(name, folder):\n    with tarfile.open(name) as archive:\n        archive.extractall(folder, filter='data')\n",
      },
    ],
  },
  models: {
    go: goZipSlip,
    java: javaZipSlip,
    javascript: {
      ownSources: true,
      sinks: [
        {
          what: 'the path of a file',
          calls: [
            'writeFile',
            'writeFileSync',
            'createWriteStream',
            'mkdir',
            'mkdirSync',
            'outputFile',
            'ensureDir',
            'outputFileSync',
            'ensureDirSync',
            'open',
            'openSync',
          ].map(name => `fs.${name}`),
          deep: false,
        },
      ],
      sanitizers: [{ calls: ['path.basename', 'sanitize-filename'] }],
    },
    python: {
      ownSources: true,
      sinks: [
        {
          what: 'the path of a file',
          calls: ['open', 'os.makedirs', 'os.mkdir', 'shutil.copyfileobj_', 'os.open'],
          deep: false,
        },
        {
          what: 'the path of a file',
          calls: ['*.write_bytes', '*.write_text'],
          args: ['receiver'],
          deep: false,
        },
      ],
      sanitizers: [
        { calls: ['os.path.basename', 'werkzeug.utils.secure_filename', 'werkzeug.utils.safe_join'] },
      ],
      checks: [
        {
          calls: [
            'tarfile.open().extractall',
            'tarfile.open().extract',
            'tarfile.TarFile().extractall',
            'tarfile.TarFile.open().extractall',
            'tarfile.TarFile().extract',
          ],
          check: call => {
            const filter = call.arg('filter');
            const safe = filter !== undefined && filter.constant !== 'fully_trusted';
            return safe || call.arg('members') !== undefined
              ? undefined
              : 'Entries of the archive are written where their names say, also outside the folder.';
          },
        },
        {
          calls: ['shutil.unpack_archive'],
          check: call =>
            call.arg('filter') === undefined
              ? {
                  message:
                    'Entries of a tar archive are written where their names say, also outside the folder.',
                  confidence: 'low',
                }
              : undefined,
        },
      ],
    },
  },
});
