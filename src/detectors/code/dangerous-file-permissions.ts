import { defineCodeRule } from './define-code-rule.ts';
import { goFilePermissions } from './go/files.ts';
import { javaFilePermissions } from './java/files.ts';

/** Whether the last digit lets everybody write. */
function judge(mode: unknown): string | undefined {
  const bits =
    typeof mode === 'number'
      ? mode
      : typeof mode === 'string' && /^0?o?[0-7]{3,4}$/.test(mode)
        ? Number.parseInt(mode.replace('o', ''), 8)
        : undefined;
  return bits !== undefined && (bits & 0o002) !== 0 ? 'Everybody on the machine may write it.' : undefined;
}

/** Setting the mask is how it is read; what it was is set again. */
const restored = /umask\(\s*[A-Za-z_]\w*\s*\)/;

/** CWE-732; man7.org chmod(2). */
export const dangerousFilePermissions = defineCodeRule({
  id: 'dangerous-file-permissions',
  title: 'File open to everybody',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-732'],
  owasp: ['A01'],
  what: 'Reports files and folders that everybody on the machine may write, and masks that make them so.',
  why: 'Other users and processes change what the program reads or runs.',
  fix: 'Give the owner only what is needed: 0o600 for secrets, 0o644 for files, 0o755 for folders.',
  references: [
    'https://cwe.mitre.org/data/definitions/732.html',
    'https://man7.org/linux/man-pages/man2/chmod.2.html',
  ],
  keywords: ['chmod', 'umask', 'mkdir', 'mode', 'open(', 'writefile'],
  withoutSource: /chmod|umask|mkdir|mode\s*[:=]\s*0o?[0-7]{3}|S_I[RW]|os\.open/,
  examples: {
    bad: [
      { path: 'src/save.ts', text: "import fs from 'node:fs';\nfs.chmodSync('/srv/data', 0o777);\n" },
      { path: 'app/save.py', text: "import os\nos.chmod('/srv/data', 0o777)\n" },
    ],
    good: [
      { path: 'src/save.ts', text: "import fs from 'node:fs';\nfs.chmodSync('/srv/data', 0o750);\n" },
      { path: 'app/save.py', text: "import os\nos.chmod('/srv/data', 0o750)\n" },
    ],
  },
  models: {
    go: goFilePermissions,
    java: javaFilePermissions,
    javascript: {
      checks: [
        {
          calls: ['fs.chmod', 'fs.chmodSync', 'fs.fchmod', 'fs.fchmodSync', 'fs.lchmod', '*.chmod'],
          check: call =>
            judge(call.arg(call.receiverName === 'handle' || call.count === 1 ? 0 : 1)?.constant),
        },
        {
          calls: [
            'fs.mkdir',
            'fs.mkdirSync',
            'fs.writeFile',
            'fs.writeFileSync',
            'fs.appendFile',
            'fs.createWriteStream',
            'fs.open',
            'fs.openSync',
          ],
          check: call =>
            judge(
              call.option(1, 'mode')?.constant ??
                call.option(2, 'mode')?.constant ??
                (/mkdir/.test(call.method)
                  ? call.arg(1)?.constant
                  : call.method.startsWith('open')
                    ? call.arg(2)?.constant
                    : undefined),
            ),
        },
        {
          calls: ['process.umask'],
          check: call =>
            call.arg(0)?.constant === 0 && !call.mentionsWithin(restored)
              ? 'With the mask 0 everybody may write new files.'
              : undefined,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: ['os.chmod', 'os.fchmod', 'os.lchmod', 'os.mkdir', 'os.makedirs', 'os.mkfifo'],
          check: call =>
            /S_IRWXO|S_IWOTH/.test(call.text(1)) ? judge(0o002) : judge(call.arg('1:mode')?.constant),
        },
        { calls: ['os.open'], check: call => judge(call.arg('2:mode')?.constant) },
        {
          calls: ['*.chmod', '*.mkdir', '*.touch'],
          check: call =>
            call.ref?.startsWith('os.') === true ? undefined : judge(call.arg('0:mode')?.constant),
        },
        {
          calls: ['os.umask'],
          check: call =>
            call.arg(0)?.constant === 0 && !call.mentionsWithin(restored)
              ? 'With the mask 0 everybody may write new files.'
              : undefined,
        },
      ],
    },
  },
});
