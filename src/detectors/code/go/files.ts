import type { CallView, CheckResult, RuleModel } from '../engine/model.ts';

const first = [
  'Open',
  'OpenFile',
  'Create',
  'ReadFile',
  'WriteFile',
  'Remove',
  'RemoveAll',
  'Mkdir',
  'MkdirAll',
  'Rename',
  'Stat',
  'Lstat',
  'ReadDir',
  'Chmod',
  'Truncate',
  'Symlink',
  'Link',
  'DirFS',
  'Chdir',
];

/** `os`, `net/http` and the routers' senders of files (pkg.go.dev/os; go.dev/blog/osroot). */
export const goPathTraversal: RuleModel = {
  sinks: [
    { what: 'the path of a file', calls: first.map(name => `os.${name}`), deep: false },
    { what: 'the path of a file', calls: ['os.Rename', 'os.Symlink', 'os.Link'], args: [1], deep: false },
    {
      what: 'the path of a file',
      calls: [
        'io/ioutil.ReadFile',
        'io/ioutil.WriteFile',
        'io/ioutil.ReadDir',
        'archive/zip.OpenReader',
        'html/template.ParseFiles',
        'text/template.ParseFiles',
        'path/filepath.Walk',
        'path/filepath.WalkDir',
        'path/filepath.Glob',
      ],
      deep: false,
    },
    {
      what: 'the path of a file that is sent',
      calls: ['net/http.ServeFile'],
      args: [2],
      deep: false,
    },
    {
      what: 'the path of a file that is sent',
      calls: ['*.File', '*.FileAttachment', '*.Attachment', '*.Inline', '*.SendFile', '*.Download'],
      deep: false,
      when: call => /^(?:c|ctx|context)$/.test(call.receiverName),
    },
    {
      what: 'the path of a saved upload',
      calls: ['*.SaveUploadedFile', '*.SaveFile'],
      args: [1],
      deep: false,
    },
  ],
  sanitizers: [
    {
      calls: [
        'path/filepath.Base',
        'path.Base',
        'github.com/cyphar/filepath-securejoin.SecureJoin',
        'path/filepath.Ext',
      ],
    },
    { calls: ['path/filepath.Clean', 'path.Clean', 'path/filepath.Join_'], when: rooted },
    {
      calls: ['strings.ReplaceAll'],
      when: call => call.arg(1)?.constant === '/',
    },
    {
      calls: ['*.ReplaceAllString'],
      when: call => /^\[\^[^\]/.]*\]/.test(String(call.receiver?.constant ?? '')),
    },
  ],
};

/** `Clean("/" + name)` cannot climb above the root. */
function rooted(call: CallView): boolean {
  return /^(?:"\/"|`\/`|string\(os\.PathSeparator\)|string\(filepath\.Separator\)|filepath\.Join\("\/"|path\.Join\("\/")\s*[+,]/.test(
    call.text(0),
  );
}

/** Names in an archive may climb out of the folder it is unpacked to (snyk.io/research/zip-slip-vulnerability). */
export const goZipSlip: RuleModel = {
  ownSources: true,
  sinks: [
    {
      what: 'the path of a file that is unpacked',
      calls: [
        'os.Create',
        'os.OpenFile',
        'os.WriteFile',
        'os.MkdirAll',
        'os.Mkdir',
        'os.Symlink',
        'os.Link',
        'io/ioutil.WriteFile',
      ],
      args: [0, 1],
      deep: false,
    },
  ],
  sanitizers: [
    { calls: ['path/filepath.Base', 'path.Base', 'github.com/cyphar/filepath-securejoin.SecureJoin'] },
    { calls: ['path/filepath.Clean', 'path.Clean'], when: rooted },
  ],
};

const everybody = 'Everybody on the machine may write it.';

function judge(call: CallView, position: number): string | undefined {
  const mode = call.arg(position)?.constant;
  if (call.arg(position)?.ref === 'os.ModePerm') return everybody;
  return typeof mode === 'number' && (mode & 0o002) !== 0 ? everybody : undefined;
}

/** What is created is subject to the process' mask, which usually takes the right to write from others. */
function judgeCreated(call: CallView, position: number): CheckResult | undefined {
  const message = judge(call, position);
  return message === undefined ? undefined : { message, confidence: 'low', severity: 'low' };
}

/** Modes that let everybody write (pkg.go.dev/io/fs#FileMode). */
export const goFilePermissions: RuleModel = {
  withoutSource: /\bos\.|syscall|unix|ioutil/,
  checks: [
    {
      calls: ['os.Chmod', 'syscall.Chmod', 'golang.org/x/sys/unix.Chmod'],
      check: call => judge(call, 1),
    },
    { calls: ['os.Mkdir', 'os.MkdirAll', 'syscall.Mkdir'], check: call => judgeCreated(call, 1) },
    { calls: ['os.OpenFile', 'os.WriteFile', 'io/ioutil.WriteFile'], check: call => judgeCreated(call, 2) },
    {
      calls: ['*.Chmod'],
      check: call => (call.ref === 'os.Chmod' || call.count !== 1 ? undefined : judge(call, 0)),
    },
    {
      calls: ['syscall.Umask', 'golang.org/x/sys/unix.Umask'],
      check: call =>
        call.arg(0)?.constant === 0 ? 'With the mask 0 everybody may write new files.' : undefined,
    },
  ],
};
