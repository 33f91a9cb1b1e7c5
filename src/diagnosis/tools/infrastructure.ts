import type { FailureCategory } from '../../contracts/diagnosis.ts';
import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

/** Category of an error that a service answered, by its words. */
function serviceCategory(text: string): FailureCategory {
  if (
    /AccessDenied|UnauthorizedOperation|not authorized|Forbidden|permission denied|PERMISSION_DENIED|AuthorizationFailed/i.test(
      text,
    )
  )
    return 'permission';
  if (
    /ExpiredToken|InvalidClientTokenId|NoCredentialProviders|No valid credential sources|Unable to locate credentials|could not find default credentials|InvalidAccessKeyId|SignatureDoesNotMatch|Unauthorized/i.test(
      text,
    )
  )
    return 'secret';
  if (/Throttling|RequestLimitExceeded|TooManyRequests|rate exceeded|toomanyrequests|429/i.test(text))
    return 'rate-limit';
  if (
    /no such host|connection refused|connection reset|i\/o timeout|dial tcp|TLS handshake|EOF$|could not connect to/i.test(
      text,
    )
  )
    return 'network';
  if (/timed out waiting|context deadline exceeded|timeout while waiting|timed out/i.test(text))
    return 'timeout';
  return 'infrastructure';
}

/** Terraform and OpenTofu: a box, or plain lines without colour. */
const terraform = recogniseBlocks({
  tool: 'terraform',
  start: /^(?:│ Error: \S|Error: (?=[A-Z"]))/,
  end: /^(?:╵|│ Error: )|^Error: /,
  maxLines: 40,
  read: lines => {
    const title = /Error: (?<title>.+)$/.exec(lines[0]?.text ?? '')?.groups?.['title'] ?? '';
    if (title.startsWith('Terraform encountered problems')) return [];
    const boxed = lines[0]?.text.startsWith('│') === true;
    const place = findLine(
      lines,
      /^(?:│)?\s+(?:on|with [^,]+,\s+on) (?<path>\S+\.(?:tf|tofu|tfvars|tf\.json|hcl)) line (?<line>\d+)/,
    )?.groups;
    const all = lines.map(({ text }) => text.replace(/^│ ?/, '')).join(' ');
    // Helm, kubectl plugins and others write `Error:` too; Terraform's plain form names a file or its own words.
    if (!boxed && place === undefined && !/provider|terraform|backend|state|module|registry/i.test(all))
      return [];
    const dependency =
      /Failed to (?:query available provider|install provider|download module)|Could not download module|Inconsistent dependency lock file|Unsupported Terraform Core version|no available releases match/.test(
        all,
      );
    const service = serviceCategory(all);
    const configuration =
      place !== undefined &&
      /Reference to|Unsupported|Missing required|Invalid|Unclosed|Argument|Unexpected|Duplicate|Undeclared|Incorrect|Missing|Function/.test(
        title,
      );
    return [
      {
        tool: 'terraform',
        category:
          service !== 'infrastructure'
            ? service
            : dependency
              ? 'dependency'
              : configuration
                ? 'compile'
                : 'infrastructure',
        line: lines[0]?.number ?? 1,
        message: title,
        weight: weights.cause,
        ...(place === undefined ? {} : { place: placeOf(place['path'] ?? '', place['line']) }),
      },
    ];
  },
});
const terraformLines = recogniseLines(
  'terraform',
  /^Terraform encountered problems|Error acquiring the state lock|Error: Terraform exited/,
  [{ pattern: /(?<message>Error acquiring the state lock)/, category: 'infrastructure' }],
);
const terraformFormat = recogniseLines('terraform', /^(?:--- old\/|\S+\.tf$)/, [
  {
    pattern: /^--- old\/(?<path>\S+\.tf)$/,
    category: 'lint',
    message: () => 'is not formatted by terraform fmt',
    weight: weights.general,
  },
]);

const dockerBuild = recogniseLines(
  'docker',
  /^(?:#\d+ )?ERROR: |failed to solve|^Error response from daemon|^error: failed to solve|^Dockerfile:\d+$|^Step \d+\/|returned a non-zero code|toomanyrequests|manifest unknown|pull access denied|denied: |Cannot connect to the Docker daemon/,
  [
    { pattern: /(?<message>toomanyrequests: .+)$/, category: 'rate-limit' },
    {
      pattern:
        /(?<message>(?:pull access denied|denied: requested access|denied: permission|insufficient_scope|unauthorized: ).*)$/,
      category: ({ message = '' }) => (message.startsWith('unauthorized') ? 'secret' : 'permission'),
    },
    { pattern: /(?<message>no space left on device.*)$/, category: 'disk', weight: weights.resource },
    {
      pattern:
        /^(?:#\d+ )?(?:ERROR|error): (?:failed to build: )?(?:failed to solve: )?(?<message>.*(?:dial tcp|i\/o timeout|TLS handshake timeout|connection (?:refused|reset)|failed to do request).*)$/,
      category: 'network',
    },
    {
      pattern:
        /(?<message>(?:manifest (?:unknown|for \S+ not found)|\S+: not found: not found|failed to resolve source metadata for \S+: .*not found).*)$/,
      category: 'dependency',
    },
    {
      pattern:
        /^(?:#\d+ )?(?:ERROR|error): (?:failed to build: )?(?:failed to solve: )?(?<message>(?:dockerfile parse error|failed to read dockerfile|unknown instruction|Dockerfile parse error).*)$/,
      category: 'compile',
    },
    {
      pattern:
        /^(?:#\d+ )?(?:ERROR|error): (?:failed to build: )?(?:failed to solve: )?(?<message>(?:failed to compute cache key|failed to calculate checksum).*)$/,
      category: 'compile',
    },
    {
      pattern:
        /^(?:#\d+ )?(?:ERROR|error): (?:failed to build: )?(?:failed to solve: )?(?<message>process ".*" did not complete successfully: exit code: \d+)$/,
      category: 'unknown',
      weight: weights.verdict,
    },
    {
      pattern: /^(?<message>The command '.*' returned a non-zero code: \d+)$/,
      category: 'unknown',
      weight: weights.verdict,
    },
    { pattern: /(?<message>Cannot connect to the Docker daemon.*)$/, category: 'infrastructure' },
    {
      pattern: /^(?:docker: )?Error response from daemon: (?<message>.+)$/,
      category: ({ message = '' }) => serviceCategory(message),
      weight: weights.general,
    },
  ],
);

const kubectl = recogniseLines(
  'kubectl',
  /^(?:Error from server|error: |The connection to the server|Unable to connect to the server|deployment ".*" exceeded|Warning: )/,
  [
    {
      pattern: /^(?<message>Error from server(?: \(\w+\))?: .+)$/,
      category: ({ message = '' }) => serviceCategory(message),
    },
    {
      pattern: /^(?:The connection to the server|Unable to connect to the server)(?<message>.+)$/,
      category: 'network',
    },
    {
      pattern: /^error: (?<message>.*(?:timed out waiting|exceeded its progress deadline).*)$/,
      category: 'timeout',
    },
    {
      pattern:
        /^error: (?<message>(?:error (?:validating|parsing|when)|unable to (?:recognize|decode)|no objects passed|the path|resource mapping not found|You must be logged in).*)$/,
      category: ({ message = '' }) =>
        serviceCategory(message) === 'network'
          ? 'network'
          : message.startsWith('You must')
            ? 'secret'
            : /validating|parsing|recognize|decode/.test(message)
              ? 'compile'
              : 'infrastructure',
    },
  ],
);
const helm = recogniseLines(
  'helm',
  /^(?:Error: (?:INSTALLATION FAILED|UPGRADE FAILED|template|parse error|YAML parse|failed (?:to|post)|chart|repo|release|looks like|Kubernetes cluster)|\[ERROR\] (?:templates|Chart\.yaml|values))/,
  [
    {
      pattern:
        /^Error: (?<message>(?:(?:INSTALLATION|UPGRADE) FAILED: )?(?:template: |execution error at \()[^\s:/]+\/(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+).+)$/,
      category: 'compile',
    },
    {
      pattern:
        /^Error: (?<message>(?:(?:INSTALLATION|UPGRADE) FAILED: )?(?:parse error at|template: |YAML parse error|execution error at|values don't meet).+)$/,
      category: 'compile',
    },
    {
      pattern:
        /^Error: (?<message>(?:chart ".*" .*not found|repo .* not found|looks like .*|failed to (?:download|fetch)).*)$/,
      category: ({ message = '' }) => (/looks like|failed to fetch/.test(message) ? 'network' : 'dependency'),
    },
    {
      pattern: /^\[ERROR\] (?<path>templates\/[^\s:]*|Chart\.yaml|values\.yaml):? (?<message>.+)$/,
      category: 'lint',
    },
    { pattern: /^Error: (?<message>.+)$/, category: ({ message = '' }) => serviceCategory(message) },
  ],
);
const aws = recogniseLines(
  'aws',
  /An error occurred \(\w+\)|Unable to locate credentials|could not be assumed|Not authorized to perform sts:AssumeRoleWithWebIdentity/,
  [
    {
      pattern: /(?<message>An error occurred \(\w+\) when calling the .+)$/,
      category: ({ message = '' }) => serviceCategory(message),
    },
    { pattern: /(?<message>Unable to locate credentials.*)$/, category: 'secret' },
    {
      pattern:
        /(?<message>(?:Could not assume role|Not authorized to perform sts:AssumeRoleWithWebIdentity).*)$/,
      category: 'permission',
    },
  ],
);
const ansible = recogniseLines('ansible', /^fatal: \[/, [
  {
    pattern: /^fatal: \[[^\]]+\]: (?<message>(?:UNREACHABLE|FAILED)!.+)$/,
    category: ({ message = '' }) =>
      message.startsWith('UNREACHABLE')
        ? 'network'
        : /UndefinedVariable|is undefined|[Ss]yntax/.test(message)
          ? 'compile'
          : /[Mm]issing sudo password/.test(message)
            ? 'secret'
            : 'infrastructure',
  },
]);

/** Command lines of Google's and Microsoft's clouds. */
const clouds = recogniseLines(
  'cloud',
  /^ERROR: (?:\((?:gcloud|bq)[\w.-]*\) |\(\w+\) |Please run 'az login')/,
  [
    {
      pattern:
        /^ERROR: (?<message>.*(?:active account|az login|reauthentication|credentials|[Ii]nvalidAuth|expired).*)$/,
      category: 'secret',
    },
    {
      pattern:
        /^ERROR: (?<message>.*(?:PERMISSION_DENIED|AuthorizationFailed|does not have permission|Forbidden).*)$/,
      category: 'permission',
    },
    { pattern: /^ERROR: (?<message>.+)$/, category: ({ message = '' }) => serviceCategory(message) },
  ],
);

export const infrastructure: readonly Recognition[] = [
  terraform,
  terraformLines,
  terraformFormat,
  dockerBuild,
  kubectl,
  helm,
  aws,
  ansible,
  clouds,
];
