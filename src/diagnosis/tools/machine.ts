import { type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

/** What GitHub's runner and service say themselves. */
const runner = recogniseLines(
  'github-actions',
  /operation was canceled|exceeded the maximum|has timed out after|shutdown signal|lost communication|hosted runner|higher priority waiting|Resource not accessible|Unable to resolve action|Unable to (?:find Node|locate executable)|The version '.*' with architecture|Could not find (?:a version that satisf|satisfied version)|[Ll]ock ?file is not found|No file in .* matched to|Input required and not supplied|Bad credentials|rate limit|internal error|Process completed|No space left|Missing download info|Unable to (?:find (?:any artifacts|an artifact)|download artifact)|cache service|Failed to (?:CreateArtifact|FinalizeArtifact|restore|download)|repository '.*' not found|could not read Username|was not found in this repository|Repository rule violations|error connecting to/i,
  [
    {
      pattern: /(?<message>The runner has received a shutdown signal.*)$/i,
      category: 'runner-lost',
      weight: weights.job + 3,
    },
    {
      pattern:
        /(?<message>The (?:self-hosted|hosted) runner.*lost communication.*|The hosted runner lost communication.*|The hosted runner encountered an error.*)$/i,
      category: 'runner-lost',
      weight: weights.job + 3,
    },
    {
      pattern:
        /(?<message>The (?:job|operation|action) .*exceeded the maximum execution time.*|.*has exceeded the maximum execution time of .*|.*(?:has timed out|timed out) after \d+ minutes\.?)$/i,
      category: 'timeout',
      weight: weights.job + 2,
    },
    {
      pattern: /(?<message>Canceling since a higher priority waiting request.*)$/i,
      category: 'cancelled',
      weight: weights.job + 1,
    },
    {
      pattern: /^(?<message>(?:Error: )?The operation was canceled\.)$/i,
      category: 'cancelled',
      weight: weights.job,
    },
    {
      pattern:
        /(?<message>(?:GitHub Actions has encountered an internal error|An internal error occurred).*)$/i,
      category: 'infrastructure',
      weight: weights.resource,
    },
    {
      pattern: /(?<message>Resource not accessible by (?:integration|personal access token).*)$/i,
      category: 'permission',
    },
    { pattern: /(?<message>Unable to resolve action .+)$/i, category: 'dependency' },
    {
      // The actions that set up languages.
      pattern:
        /(?<message>(?:Unable to (?:find Node version|locate executable file)|The version '.*' with architecture|Could not find (?:a version that satisf|satisfied version)|.*[Ll]ock ?file is not found in|No file in .* matched to).*)$/,
      category: 'dependency',
    },
    {
      pattern: /(?<message>.*Cache service responded with (?<status>\d+).*)$/i,
      category: ({ status }) => (status === '429' ? 'rate-limit' : 'infrastructure'),
    },
    { pattern: /(?<message>Missing download info for .+)$/i, category: 'infrastructure' },
    {
      pattern: /(?<message>Input required and not supplied: .+)$/i,
      category: ({ message = '' }) =>
        /token|key|secret|password|credential|auth/i.test(message) ? 'secret' : 'unknown',
    },
    { pattern: /(?<message>Bad credentials.*|.*could not read Username for .*)$/i, category: 'secret' },
    {
      pattern: /(?<message>.*(?:API rate limit exceeded|secondary rate limit|rate limit exceeded).*)$/i,
      category: 'rate-limit',
    },
    {
      pattern: /(?<message>remote: Repository not found\.|fatal: repository '.*' not found.*)$/i,
      category: 'permission',
    },
    {
      pattern:
        /(?<message>(?:Unable to (?:find (?:any artifacts|an artifact)|download artifact)|.*Failed to (?:CreateArtifact|FinalizeArtifact)).*)$/i,
      category: 'infrastructure',
    },
  ],
);

const memory = recogniseLines(
  'system',
  /heap out of memory|heap limit|out of memory|Out of memory|cannot allocate memory|Cannot allocate memory|MemoryError|OOMKilled|exit code 137|Killed|signal: killed|SIGKILL|bad_alloc|OutOfMemory/,
  [
    {
      pattern: /(?<message>FATAL ERROR: .*(?:heap out of memory|heap limit).*)$/,
      category: 'out-of-memory',
      weight: weights.resource,
    },
    {
      pattern: /(?<message>(?:JavaScript heap|Java heap) .*out of memory.*)$/,
      category: 'out-of-memory',
      weight: weights.resource,
    },
    {
      pattern:
        /(?<message>.*(?:Out of memory|out of memory|OutOfMemory(?:Exception)?|OOMKilled|std::bad_alloc).*)$/,
      category: 'out-of-memory',
      weight: weights.resource,
    },
    {
      pattern: /(?<message>.*[Cc]annot allocate memory.*)$/,
      category: 'out-of-memory',
      weight: weights.resource,
    },
    { pattern: /^(?<message>MemoryError(?:: .*)?)$/, category: 'out-of-memory', weight: weights.resource },
    {
      pattern: /^(?<message>.*(?:\bKilled\b(?:\s+\S.*)?|signal: killed.*|signal: 9, SIGKILL.*|SIGKILL.*))$/,
      category: 'out-of-memory',
      weight: weights.general + 5,
    },
    {
      pattern: /^(?<message>Process completed with exit code 137\.)$/,
      category: 'out-of-memory',
      weight: weights.general + 4,
    },
  ],
);

const disk = recogniseLines(
  'system',
  /No space left on device|no space left on device|ENOSPC|disk quota exceeded|not enough space|There is not enough space/i,
  [
    {
      pattern: /(?<message>.*ENOSPC: System limit for number of file watchers.*)$/,
      category: 'infrastructure',
    },
    {
      pattern:
        /(?<message>.*(?:[Nn]o space left on device|ENOSPC|[Dd]isk quota exceeded|not enough space).*)$/,
      category: 'disk',
      weight: weights.resource,
    },
  ],
);

const network = recogniseLines(
  'system',
  /ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|Could not resolve host|Temporary failure in name resolution|Connection (?:refused|reset|timed out)|Network is unreachable|TLS handshake timeout|no such host|i\/o timeout|Failed to connect to|unable to access|SSL certificate problem|Max retries exceeded|Operation timed out|socket hang up|502 Bad Gateway|503 Service Unavailable|504 Gateway|curl: \(\d+\)/i,
  [
    { pattern: /(?<message>fatal: unable to access '.+': .+)$/, category: 'network' },
    { pattern: /^(?<message>curl: \((?:22)\) .*429.*)$/, category: 'rate-limit' },
    { pattern: /^(?<message>curl: \((?:5|6|7|18|28|35|52|55|56|60)\) .+)$/, category: 'network' },
    { pattern: /^(?<message>curl: \(22\) .*50[234].*)$/, category: 'network' },
    { pattern: /^(?<message>curl: \(22\) .*40[13].*)$/, category: 'permission' },
    {
      pattern:
        /(?<message>.*(?:Could not resolve host|Temporary failure in name resolution|Network is unreachable|TLS handshake timeout|Max retries exceeded|SSL certificate problem).*)$/i,
      category: 'network',
      weight: weights.general,
    },
    {
      pattern:
        /(?<message>.*\b(?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN)\b.*|.*(?:no such host|i\/o timeout|socket hang up|Failed to connect to|Connection (?:refused|reset|timed out)).*)$/i,
      category: 'network',
      weight: weights.general - 1,
    },
    {
      pattern: /(?<message>.*(?:502 Bad Gateway|503 Service Unavailable|504 Gateway).*)$/i,
      category: 'network',
      weight: weights.general - 1,
    },
  ],
);

const access = recogniseLines(
  'system',
  /Permission denied|EACCES|EPERM|403 Forbidden|Access denied|Authentication failed|401 Unauthorized|Permission to .* denied|refusing to allow|protected branch|insufficient permissions|publickey/i,
  [
    {
      pattern:
        /(?<message>(?:remote: )?Permission to \S+ denied to .+|.*refusing to allow .+|.*(?:GH006: )?Protected branch update failed.*)$/,
      category: 'permission',
    },
    { pattern: /(?<message>.*Permission denied \(publickey.*)$/, category: 'secret' },
    {
      pattern:
        /(?<message>(?:remote: |fatal: )?(?:Invalid username or|Authentication failed|.*401 Unauthorized).*)$/i,
      category: 'secret',
      weight: weights.general,
    },
    {
      pattern: /^(?<message>(?:\S*(?:sh|bash|\.sh)(?:: line \d+)?: )?\S+: [Pp]ermission denied)$/,
      category: 'permission',
      weight: weights.general + 1,
    },
    {
      pattern:
        /(?<message>.*\b(?:EACCES|EPERM): .*|.*(?:403 Forbidden|[Aa]ccess denied|insufficient permissions).*|.*Permission denied.*)$/,
      category: 'permission',
      weight: weights.general - 1,
    },
  ],
);

const secrets = recogniseLines(
  'system',
  /environment variable .*(?:not set|required|missing|undefined)|(?:is not set|must be set|is required|unbound variable|parameter not set)|Missing (?:required )?(?:secret|token|api key|credentials|environment)|secret .* not found|No (?:API key|credentials|token) /i,
  [
    {
      pattern:
        /(?<message>.*\b[A-Z][A-Z0-9_]*(?:TOKEN|KEY|SECRET|PASSWORD|PASSPHRASE|CREDENTIALS?|AUTH)[A-Z0-9_]*\b.*(?:not set|must be set|is required|missing|undefined|unbound variable|parameter not set|is empty).*)$/,
      category: 'secret',
      weight: weights.general + 2,
    },
    {
      pattern:
        /(?<message>.*(?:[Mm]issing (?:required )?(?:secret|token|API key|credentials|environment variable)|[Ss]ecret \S+ not found|No (?:API key|credentials|token) (?:found|provided)).*)$/,
      category: 'secret',
      weight: weights.general + 1,
    },
    {
      pattern:
        /(?<message>.*(?:[Ee]nvironment variable .*(?:not set|required|missing|undefined)|\b[A-Z][A-Z0-9_]{2,}: unbound variable).*)$/,
      category: 'secret',
      weight: weights.general,
    },
  ],
);

const limits = recogniseLines('system', /429 Too Many|Too Many Requests|rate.?limit|toomanyrequests/i, [
  {
    pattern:
      /(?<message>.*(?:429 Too Many Requests|Too Many Requests|toomanyrequests|rate.?limit(?:ed| exceeded)).*)$/i,
    category: 'rate-limit',
    weight: weights.general + 1,
  },
]);

const time = recogniseLines('system', /timed? ?out|deadline exceeded|exit code 124/i, [
  {
    pattern: /^(?<message>Process completed with exit code 124\.)$/,
    category: 'timeout',
    weight: weights.general + 3,
  },
  {
    pattern:
      /(?<message>.*(?:context deadline exceeded|timeout: sending signal|Timeout expired|Command timed out|timed out waiting).*)$/i,
    category: 'timeout',
    weight: weights.general - 2,
  },
]);

/** What the machine, the network and the services around a job did to it, whatever ran. */
/** The words that most programs put before what went wrong. */
const anyError = recogniseLines(
  'shell',
  /^(?:[\w./-]+: )?(?:error|fatal error|ERROR|Error|FATAL)(?:\[\w+\])?: \S/,
  [
    {
      pattern:
        /^(?:[\w./-]+: )?(?:error|fatal error|ERROR|Error|FATAL)(?:\[\w+\])?: (?!usage:)(?<message>.+)$/,
      category: 'unknown',
      weight: weights.verdict + 1,
    },
  ],
);

const merge = recogniseLines('git', /^(?:CONFLICT \(|fatal: |error: (?:failed to push|Your local changes))/, [
  { pattern: /^(?<message>CONFLICT \([^)]+\): .+)$/, category: 'unknown', weight: weights.cause },
  {
    pattern: /^(?<message>error: (?:failed to push|Your local changes).+)$/,
    category: 'unknown',
    weight: weights.general,
  },
  { pattern: /^fatal: (?<message>.+)$/, category: 'unknown', weight: weights.verdict + 2 },
]);

export const machine: readonly Recognition[] = [
  runner,
  memory,
  disk,
  network,
  access,
  secrets,
  limits,
  time,
  merge,
  anyError,
];
