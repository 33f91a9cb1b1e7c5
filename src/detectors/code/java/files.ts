import type { CallView, RuleModel } from '../engine/model.ts';

const constructors = [
  'FileInputStream',
  'FileOutputStream',
  'FileReader',
  'FileWriter',
  'RandomAccessFile',
  'PrintWriter',
  'ZipFile',
  'JarFile',
  'FileSystemResource',
  'PathResource',
  'UrlResource_',
  'Scanner_',
];
const fileMethods = [
  'exists',
  'delete',
  'deleteOnExit',
  'mkdir',
  'mkdirs',
  'createNewFile',
  'list',
  'listFiles',
  'isFile',
  'isDirectory',
  'length',
  'canRead',
  'renameTo',
  'lastModified',
  'toURI_',
];
const ofFiles = [
  'newInputStream',
  'newOutputStream',
  'newBufferedReader',
  'newBufferedWriter',
  'readAllBytes',
  'readAllLines',
  'readString',
  'lines',
  'write',
  'writeString',
  'copy',
  'move',
  'delete',
  'deleteIfExists',
  'createFile',
  'createDirectory',
  'createDirectories',
  'walk',
  'list',
  'newByteChannel',
  'size_',
];

/** `java.io`, `java.nio.file` and resource loaders (owasp.org/www-community/attacks/Path_Traversal). */
export const javaPathTraversal: RuleModel = {
  sinks: [
    {
      what: 'the path of a file',
      calls: constructors,
      args: [0],
      deep: false,
      when: call => call.isNew && !isStream(call),
    },
    // A `File` is a name; what asks the system for it is the sink.
    {
      what: 'the path of a file',
      calls: fileMethods.map(name => `File().${name}`),
      args: ['receiver'],
      deep: false,
    },
    {
      what: 'the path of a file',
      calls: ofFiles.map(name => `Files.${name}`),
      deep: false,
      when: call =>
        call.method !== 'copy' ||
        (!/^(?:in|input|is|stream)$|Stream\(/i.test(call.text(0)) && !/Stream\(\)/.test(call.sourceKeys(0))),
    },
    // What is written comes second in the others.
    { what: 'the path of a file', calls: ['Files.copy', 'Files.move'], args: [1], deep: false },
    {
      what: 'the path of a file',
      calls: [
        'FileUtils.readFileToString',
        'FileUtils.writeStringToFile',
        'FileUtils.openInputStream',
        'FileUtils.deleteQuietly',
        'FileUtils.getFile',
        'FileUtils.copyInputStreamToFile',
        'FileCopyUtils.copy_',
      ],
      deep: false,
    },
    { what: 'the path of a file', calls: ['FileUtils.copyInputStreamToFile'], args: [1], deep: false },
    {
      what: 'the path of a resource',
      calls: ['*.getResourceAsStream', '*.getResource', '*.getRealPath', '*.getRequestDispatcher'],
      deep: false,
    },
    { what: 'the path of a saved upload', calls: ['*.transferTo'], deep: false },
    {
      what: 'the path of a saved upload',
      calls: ['*.write'],
      deep: false,
      when: call => /part|item|fileItem/i.test(call.receiverName),
    },
  ],
  sanitizers: [
    {
      calls: [
        'FilenameUtils.getName',
        'FilenameUtils.getBaseName',
        '*.getFileName',
        'FilenameUtils.getExtension',
      ],
    },
    // `new File(name).getName()`
    { calls: ['File().getName'] },
    {
      calls: ['*.replaceAll', '*.replace'],
      when: call =>
        /^\[\^[^\]/.]*\]\+?$|^\[?(?:\/|\\\\|[/\\]+)\]?$/.test(String(call.arg(0)?.constant ?? '')),
    },
    { calls: ['*.getCanonicalName_', '*.getValidFileName'] },
  ],
};

/** A writer or reader of something other than a path. */
function isStream(call: CallView): boolean {
  return (
    call.ref === 'PrintWriter' && /getOutputStream|getWriter|stream|System\.|sw\b|writer/i.test(call.text(0))
  );
}

/** Names in an archive may climb out of the folder it is unpacked to (snyk.io/research/zip-slip-vulnerability). */
export const javaZipSlip: RuleModel = {
  ownSources: true,
  sinks: [
    {
      what: 'the path of a file that is unpacked',
      calls: ['FileOutputStream', 'FileWriter', 'RandomAccessFile'],
      args: [0],
      deep: false,
      when: call => call.isNew,
    },
    {
      what: 'the path of a file that is unpacked',
      calls: [
        'copy',
        'newOutputStream',
        'createDirectories',
        'createDirectory',
        'createFile',
        'write',
        'newBufferedWriter',
        'move',
      ].map(name => `Files.${name}`),
      args: [0, 1],
      deep: false,
    },
    {
      what: 'the path of a file that is unpacked',
      calls: ['*.mkdirs', '*.mkdir', '*.createNewFile'],
      args: ['receiver'],
      deep: false,
    },
    {
      what: 'the path of a file that is unpacked',
      calls: ['FileUtils.copyInputStreamToFile', 'IOUtils.copy_', 'FileUtils.openOutputStream'],
      args: [0, 1],
      deep: false,
    },
  ],
  sanitizers: [{ calls: ['FilenameUtils.getName', '*.getFileName', 'File().getName'] }],
};

const everybody = 'Everybody on the machine may write it.';

/** `File.set…`, POSIX permissions (docs.oracle.com, java.nio.file.attribute). */
export const javaFilePermissions: RuleModel = {
  withoutSource: /setWritable|setReadable|setExecutable|PosixFilePermission|chmod/,
  checks: [
    {
      calls: ['*.setWritable', '*.setExecutable', '*.setReadable'],
      check: call =>
        call.count === 2 && call.arg(0)?.constant === true && call.arg(1)?.constant === false
          ? call.method === 'setWritable'
            ? everybody
            : { message: 'Everybody on the machine may read or run it.', severity: 'low' }
          : undefined,
    },
    {
      calls: ['PosixFilePermissions.fromString'],
      check: call => (/^.{7}w/.test(String(call.arg(0)?.constant ?? '')) ? everybody : undefined),
    },
    {
      calls: [
        'Files.setPosixFilePermissions',
        'PosixFilePermissions.asFileAttribute',
        'EnumSet.of',
        'Set.of',
        '*.add',
        'Arrays.asList',
        'List.of',
        'EnumSet.allOf',
      ],
      check: call =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8].some(at => /(?:^|\.)OTHERS_WRITE$/.test(call.arg(at)?.ref ?? '')) ||
        (call.ref === 'EnumSet.allOf' && call.text(0).startsWith('PosixFilePermission'))
          ? everybody
          : undefined,
    },
    {
      calls: ['*.exec'],
      check: call =>
        /chmod\s+(?:-R\s+)?(?:0?777|[ao]\+\w*w)/.test(String(call.arg(0)?.constant ?? ''))
          ? everybody
          : undefined,
    },
  ],
};
