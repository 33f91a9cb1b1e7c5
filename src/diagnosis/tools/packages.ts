import type { FailureCategory } from '../../contracts/diagnosis.ts';
import { type BlockLine, findLine, recogniseBlocks } from '../block.ts';
import { type Clue, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

const networkCodes =
  /^(?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ESOCKETTIMEDOUT|ERR_SOCKET_TIMEOUT|EPIPE|CERT_HAS_EXPIRED|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|SELF_SIGNED_CERT_IN_CHAIN|E5\d\d|ERR_STREAM_PREMATURE_CLOSE)$/;

function npmCategory(code: string): FailureCategory {
  if (networkCodes.test(code)) return 'network';
  if (code === 'E429') return 'rate-limit';
  if (code === 'E401' || code === 'ENEEDAUTH' || code === 'EOTP') return 'secret';
  if (code === 'E403' || code === 'EACCES' || code === 'EPERM') return 'permission';
  if (code === 'ENOSPC') return 'disk';
  return 'dependency';
}

/** npm's error report; `npm ERR!` until version 9, `npm error` since 10. */
const npm = recogniseBlocks({
  tool: 'npm',
  start:
    /^npm (?:ERR!|error) (?:code |Missing script:|Lifecycle script|Test failed|Cannot read|Exit handler)/,
  end: /^(?!npm (?:ERR!|error)|\s*$).+$/,
  maxLines: 60,
  read: lines => {
    const code = findLine(lines, /^npm (?:ERR!|error) code (?<code>\S+)$/)?.groups['code'];
    const script = findLine(
      lines,
      /^npm (?:ERR!|error) (?<message>(?:Missing script: .+|Lifecycle script .+ failed.*|Test failed\. .+))$/,
    );
    if (script !== undefined && (code === undefined || code === 'ELIFECYCLE' || /^\d+$/.test(code))) {
      const missing = script.groups['message']?.startsWith('Missing') === true;
      return [
        {
          tool: 'npm',
          category: 'unknown',
          line: script.number,
          message: script.groups['message'] ?? '',
          weight: missing ? weights.cause : weights.exit + 5,
        },
      ];
    }
    if (code === undefined || code === 'ELIFECYCLE' || /^\d+$/.test(code)) return installScript(lines);
    const said =
      findLine(
        lines,
        /^npm (?:ERR!|error) (?:404 {1,2}|notarget |network |ERESOLVE )(?<message>(?!This is|In most|If you).*\S.*)$/,
      ) ??
      findLine(
        lines,
        /^npm (?:ERR!|error) (?:404 )?(?<message>(?!code |errno |syscall |path |404$|A complete log).*\S.*)$/,
      );
    return [
      {
        tool: 'npm',
        category: npmCategory(code),
        line: lines.find(({ text }) => /(?:ERR!|error) code /.test(text))?.number ?? lines[0]?.number ?? 1,
        message: `${code}: ${said?.groups['message'] ?? 'npm failed'}`,
        weight: weights.cause,
        code,
      },
    ];
  },
});

/** A dependency's own install script failed: npm gives its command and exit code. */
function installScript(lines: readonly BlockLine[]): readonly Clue[] {
  const path = findLine(lines, /^npm (?:ERR!|error) path (?<path>.*node_modules.*)$/);
  const command = findLine(lines, /^npm (?:ERR!|error) command (?<message>.+)$/);
  if (path === undefined || command === undefined) return [];
  return [
    {
      tool: 'npm',
      category: 'dependency',
      line: command.number,
      message: `the install script of ${path.groups['path']?.split('node_modules/').at(-1) ?? 'a dependency'} failed`,
      weight: weights.cause,
    },
  ];
}
const npmLines = recogniseLines('npm', /^npm (?:ERR!|error) (?:`npm ci`|Invalid: lock file|The `npm ci`)/, [
  {
    pattern: /^npm (?:ERR!|error) (?<message>(?:`npm ci` can only|The `npm ci` command can only).+)$/,
    category: 'dependency',
    weight: weights.cause - 1,
  },
]);

const pnpm = recogniseLines('pnpm', /ERR_PNPM_|^\s*ELIFECYCLE|^ ?WARN .*GET .* error/, [
  {
    pattern:
      /(?<code>ERR_PNPM_(?:META_FETCH_FAIL|FETCH_(?:5\d\d|408)|REQUEST_TIMEOUT|TARBALL_FETCH\w*|NO_OFFLINE\w*))\s+(?<message>.+)$/,
    category: 'network',
  },
  {
    pattern: /(?<code>ERR_PNPM_FETCH_(?:401|403))\s+(?<message>.+)$/,
    category: ({ code }) => (code?.endsWith('401') === true ? 'secret' : 'permission'),
  },
  { pattern: /(?<code>ERR_PNPM_FETCH_429)\s+(?<message>.+)$/, category: 'rate-limit' },
  {
    pattern: /(?<code>ERR_PNPM_(?:RECURSIVE_(?:RUN|EXEC)_FIRST_FAIL|RECURSIVE_FAIL))\s+(?<message>.+)$/,
    category: 'unknown',
    weight: weights.exit + 5,
  },
  {
    pattern: /(?<code>ERR_PNPM_(?:NO_SCRIPT|RECURSIVE_EXEC_NO_PACKAGE|NO_IMPORTER\w*)\w*)\s+(?<message>.+)$/,
    category: 'unknown',
  },
  { pattern: /(?<code>ERR_PNPM_\w+)\s+(?<message>.+)$/, category: 'dependency' },
  { pattern: /^\s*ELIFECYCLE\s+(?<message>.+)$/, category: 'unknown', weight: weights.exit + 5 },
]);

const yarn = recogniseLines('yarn', /^error |^(?:➤|\[\d+m➤)? ?YN\d{4}:|^Usage Error: |^Internal Error: /, [
  {
    pattern:
      /^error (?<message>(?:An unexpected error occurred: ".*(?:ETIMEDOUT|ECONNRE|ENOTFOUND|ESOCKETTIMEDOUT|tunneling socket|connect ).*))$/,
    category: 'network',
  },
  {
    pattern:
      /^error (?<message>(?:Couldn't find (?:package|any versions)|An unexpected error occurred: ".*Not found|Your lockfile needs to be updated|Found incompatible module|.*: The engine ".*" is incompatible|Integrity check failed|Package ".*" refers to).*)$/,
    category: 'dependency',
  },
  { pattern: /^error (?<message>Command ".*" not found\.)$/, category: 'unknown' },
  {
    pattern: /^error (?<message>Command failed with exit code \d+\.)$/,
    category: 'unknown',
    weight: weights.exit + 5,
  },
  // Berry: https://yarnpkg.com/advanced/error-codes
  {
    pattern:
      /^➤ (?<code>YN0001): │? ?(?<message>.*(?:RequestError|ETIMEDOUT|ECONNRE|ENOTFOUND|socket hang up).*)$/,
    category: 'network',
  },
  {
    pattern:
      /^➤ (?<code>YN00(?:28|82|35|27|16|02|09|18|80|86)): [│┌└]? ?(?<message>(?!.*(?:Completed|Step)).+)$/,
    category: 'dependency',
  },
  { pattern: /^➤ (?<code>YN0041): │? ?(?<message>.+)$/, category: 'secret' },
  {
    pattern: /^(?:Usage|Internal) Error: (?<message>.+)$/,
    category: ({ message = '' }) =>
      /lockfile|not part of|doesn't seem to be/.test(message) ? 'dependency' : 'unknown',
  },
]);

const pip = recogniseLines(
  'pip',
  /^\s*ERROR: |^\s*error: subprocess-exited|ResolutionImpossible|No matching distribution/,
  [
    {
      pattern:
        /^\s*ERROR: (?<message>Could not install packages due to an OSError: .*(?:Max retries|Connection|timed out).*)$/,
      category: 'network',
    },
    {
      pattern:
        /^\s*ERROR: (?<message>Could not install packages due to an OSError: .*(?:Permission denied).*)$/,
      category: 'permission',
    },
    {
      pattern: /^\s*ERROR: (?<message>Could not install packages due to an OSError: .*No space left.*)$/,
      category: 'disk',
      weight: weights.resource,
    },
    {
      pattern: /^\s*ERROR: (?<message>THESE PACKAGES DO NOT MATCH THE HASHES.+|Hashes are required.+)$/,
      category: 'dependency',
    },
    {
      pattern:
        /^\s*ERROR: (?<message>(?:Could not find a version|No matching distribution|Cannot install|ResolutionImpossible|Could not open requirements file|Invalid requirement|Package '.*' requires a different Python|Failed building wheel|Could not build wheels|Failed to build|HTTP error 404|.* is not a supported wheel).*)$/,
      category: 'dependency',
    },
    {
      pattern:
        /^\s*(?:× |error: )(?<message>(?:subprocess-exited-with-error|Getting requirements to build wheel did not run|Building wheel for .+ did not run).*)$/,
      category: 'dependency',
      weight: weights.general,
    },
  ],
);
const poetry = recogniseLines(
  'poetry',
  /version solving failed|pyproject\.toml changed significantly|^Because .* depends on|No solution found when resolving|^Unable to find installation candidates/,
  [
    { pattern: /^(?<message>Because .+)$/, category: 'dependency' },
    {
      pattern:
        /(?<message>(?:version solving failed|pyproject\.toml changed significantly|Unable to find installation candidates).*)$/,
      category: 'dependency',
    },
    { pattern: /(?<message>No solution found when resolving.*)$/, category: 'dependency' },
  ],
);
const bundler = recogniseLines(
  'bundler',
  /^(?:Could not find (?:gem|compatible|\S+-\d)|Bundler could not find|Your Ruby version is|Gem::|An error occurred while installing|The bundle currently has)/,
  [
    { pattern: /^(?<message>Gem::RemoteFetcher::FetchError.*)$/, category: 'network' },
    {
      pattern:
        /^(?<message>(?:Could not find |Bundler could not find|Your Ruby version is|Gem::|An error occurred while installing).+)$/,
      category: 'dependency',
    },
  ],
);
const apt = recogniseLines('apt', /^(?:E|Err): ?|^E: /, [
  {
    pattern: /^E: (?<message>(?:Failed to fetch|Some index files failed|Unable to fetch).+)$/,
    category: 'network',
  },
  {
    pattern:
      /^E: (?<message>(?:Unable to locate package|Package '.*' has no installation candidate|Version '.*' for '.*' was not found|Unable to correct problems|Couldn't find any package).*)$/,
    category: 'dependency',
  },
  {
    pattern: /^E: (?<message>(?:Could not get lock|Unable to acquire the dpkg).+)$/,
    category: 'infrastructure',
  },
  { pattern: /^E: (?<message>(?:Could not open lock file|.*are you root\?).*)$/, category: 'permission' },
  {
    pattern: /^E: (?<message>(?:You don't have enough free space|.*No space left).*)$/,
    category: 'disk',
    weight: weights.resource,
  },
]);
const composer = recogniseLines(
  'composer',
  /Your requirements could not be resolved|Your lock file does not contain|Could not find package/,
  [
    {
      pattern:
        /(?<message>(?:Your requirements could not be resolved|Your lock file does not contain|Could not find package).+)$/,
      category: 'dependency',
    },
  ],
);
const nuget = recogniseLines('nuget', /Unable to (?:find package|load the service index)/, [
  { pattern: /(?<message>Unable to load the service index .+)$/, category: 'network' },
  { pattern: /(?<message>Unable to find package .+)$/, category: 'dependency' },
]);
const conda = recogniseLines(
  'conda',
  /^(?:PackagesNotFoundError|ResolvePackageNotFound|LibMambaUnsatisfiableError|CondaHTTPError|UnsatisfiableError)/,
  [
    { pattern: /^(?<message>CondaHTTPError.*)$/, category: 'network' },
    { pattern: /^(?<message>\w+Error.*|ResolvePackageNotFound.*)$/, category: 'dependency' },
  ],
);

/** A program that is not installed. */
const missingCommand = recogniseLines('shell', /(?:command )?not found\b|is not recognized as/, [
  {
    pattern:
      /^(?:\S*(?:sh|bash|\.sh)(?:: line \d+|: \d+)?: |\S+: line \d+: )(?<message>[^:\s]+: (?:command )?not found)$/,
    category: 'dependency',
    weight: weights.general + 1,
  },
  {
    pattern: /^(?<message>(?:zsh: )?command not found: \S+)$/,
    category: 'dependency',
    weight: weights.general + 1,
  },
  {
    pattern:
      /(?<message>'\S+' is not recognized as an internal or external command.*|The term '\S+' is not recognized as .*)$/,
    category: 'dependency',
    weight: weights.general + 1,
  },
]);

export const packages: readonly Recognition[] = [
  npm,
  npmLines,
  pnpm,
  yarn,
  pip,
  poetry,
  bundler,
  apt,
  composer,
  nuget,
  conda,
  missingCommand,
];
