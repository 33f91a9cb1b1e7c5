import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

const javac = recogniseLines(
  'javac',
  /\.(?:java|kt|kts|scala|groovy)\b.*(?:error|\[\d+,\d+\]|:\d+:\d+[: ])|^e: /,
  [
    {
      pattern:
        /^\[ERROR\] (?<path>(?:[A-Za-z]:)?[^\s:[]+\.(?:java|kt|scala|groovy)):\[?(?<line>\d+)[,:](?<column>\d+)\]?:? (?:error: )?(?!\(\w+\) \w+:)(?<message>.+)$/,
      category: 'compile',
    },
    {
      pattern:
        /^(?:\[javac\] )?\s*(?<path>(?:[A-Za-z]:)?[^\s:]+\.(?:java|groovy)):(?<line>\d+): error: (?<message>.+)$/,
      category: 'compile',
    },
    {
      pattern:
        /^e: (?:file:\/\/)?(?<path>[^\s:]+\.kts?):(?:\s?\()?(?<line>\d+)[:,]\s?(?<column>\d+)\)?:? (?<message>.+)$/,
      category: 'compile',
    },
    {
      pattern: /^\[error\] (?<path>\S+\.(?:scala|java)):(?<line>\d+):(?<column>\d+): (?<message>.+)$/,
      category: 'compile',
    },
  ],
);
const checkstyle = recogniseLines('checkstyle', /\[(?:ERROR|ant:checkstyle)\].*\.(?:java|kt|xml):\[?\d+/, [
  {
    pattern:
      /^\[ant:checkstyle\] \[ERROR\] (?<path>[^\s:]+):(?<line>\d+)(?::(?<column>\d+))?: (?<message>.+?) \[(?<code>\w+)\]$/,
    category: 'lint',
  },
  {
    pattern:
      /^\[ERROR\] (?<path>[^\s:]+\.java):\[(?<line>\d+)(?:,(?<column>\d+))?\] \((?<kind>\w+)\) (?<code>\w+): (?<message>.+)$/,
    category: 'lint',
  },
  {
    pattern: /^(?:Lint|ktlint).*?(?<path>[^\s:]+\.kt):(?<line>\d+):(?<column>\d+):? (?<message>.+)$/,
    category: 'lint',
  },
]);

/** Maven's Surefire and Failsafe: a line per failure, its message below, then a summary. */
const surefire = recogniseBlocks({
  tool: 'maven',
  start:
    /^(?:\[ERROR\] )?(?:[\w.$]+\.)?[\w$[\]{}(), ]+(?:\([\w.$]+\))?\s+(?:-- )?Time elapsed: [\d.]+ s(?:ec)?\s+<<< (?:FAILURE|ERROR)!/,
  maxLines: 60,
  end: /^(?:\[(?:ERROR|INFO|WARNING)\]|\s*$)/,
  read: lines => {
    const head = /^(?:\[ERROR\] )?(?<test>.+?)\s+(?:-- )?Time elapsed/.exec(lines[0]?.text ?? '')?.groups?.[
      'test'
    ];
    // A whole class is said first, with the same words; its tests follow.
    if (head === undefined || head.startsWith('Tests run:')) return [];
    const said = findLine(lines.slice(1), /^(?<message>[\w.$]+(?:Error|Exception|Failure|Failed)\b.*|.+)$/);
    const type = /(?<name>[\w$]+)\)?$/.exec(
      /\((?<name>[\w.$]+)\)$/.exec(head)?.groups?.['name'] ?? head.split('.').slice(0, -1).join('.'),
    )?.groups?.['name'];
    const frame = lines
      .map(
        ({ text }) =>
          /^\s+at (?<where>[\w.$]+)\((?<path>[\w$]+\.(?:java|kt|groovy|scala)):(?<line>\d+)\)/.exec(text)
            ?.groups,
      )
      .find(groups => groups !== undefined && (type === undefined || (groups['where'] ?? '').includes(type)));
    return [
      {
        tool: 'maven',
        category: 'test',
        line: said?.number ?? lines[0]?.number ?? 1,
        message: (said?.groups['message'] ?? head).trim(),
        weight: weights.cause,
        test: head.replace(/^(?<method>\S+)\((?<type>[\w.$]+)\)$/, '$<type>.$<method>'),
        ...(frame === undefined ? {} : { place: placeOf(frame['path'] ?? '', frame['line']) }),
      },
    ];
  },
});
const surefireSummary = recogniseLines(
  'maven',
  /^\[ERROR\]\s+(?:\w[\w.$]*[.:>]|Tests run:)|There are test failures/,
  [
    {
      pattern:
        /^\[ERROR\] {2,}(?<test>[A-Z][\w$]*(?:\.[\w$]+|>[\w$.]+)+):(?<line>\d+)(?:->[\w$.:]+)* (?<message>.+)$/,
      category: 'test',
      weight: weights.verdict + 1,
    },
    {
      pattern: /^\[ERROR\] (?<message>Tests run: \d+, Failures: (?!0, Errors: 0).+)$/,
      category: 'test',
      weight: weights.verdict,
    },
    { pattern: /(?<message>There are test failures\.)/, category: 'test', weight: weights.verdict },
  ],
);

const maven = recogniseLines('maven', /^\[(?:ERROR|FATAL)\] /, [
  {
    pattern:
      /^\[ERROR\] (?<message>.*(?:Could not transfer artifact|Failed to transfer|Connection (?:refused|reset|timed out)|Connect to .+ failed|Unknown host|No route to host|PKIX path).*)$/,
    category: 'network',
  },
  {
    pattern:
      /^\[ERROR\] (?<message>.*(?:Could not (?:find|resolve) (?:artifact|dependencies)|was not found in |Failed to collect dependencies|Non-resolvable (?:parent|import) POM|Plugin \S+ (?:or one of its dependencies could not be resolved|not found)|has not been downloaded from it before|dependency .* is missing).*)$/,
    category: 'dependency',
  },
  {
    pattern:
      /^\[(?:ERROR|FATAL)\] (?<message>(?:Non-parseable POM|Malformed POM|Non-readable POM|'[\w.]+' .* is missing\.).*)$/,
    category: 'compile',
  },
  {
    pattern: /^\[ERROR\] (?<message>Failed to execute goal .+)$/,
    category: ({ message = '' }) =>
      /surefire|failsafe/.test(message)
        ? 'test'
        : /checkstyle|pmd|spotbugs|spotless/.test(message)
          ? 'lint'
          : 'compile',
    weight: weights.verdict - 1,
  },
]);

/** Gradle says what went wrong at the end. */
const gradle = recogniseBlocks({
  tool: 'gradle',
  start: /^\* What went wrong:$/,
  end: /^\* (?:Try|Exception is|Get more help)/,
  maxLines: 30,
  read: lines => {
    const texts = lines.slice(1).map(({ text }) => text);
    const all = texts.join('\n');
    const cause =
      findLine(lines.slice(1), /^\s*> (?<message>.+)$/) ?? findLine(lines.slice(1), /^(?<message>\S.+)$/);
    const network =
      /Could not (?:GET|HEAD) |Connect(?:ion)? .*(?:refused|timed out|reset)|UnknownHost|Read timed out|No such host/.test(
        all,
      );
    const dependency = /Could not (?:resolve|find) |Plugin \[id: .*\] was not found/.test(all);
    const test = /There were failing tests/.test(all);
    const compile = /Compilation (?:failed|error)|Could not compile|compile(?:Java|Kotlin|Test)/.test(all);
    const lint = /checkstyle|detekt|ktlint|spotless|pmd|Lint found/i.test(all);
    const own = network || dependency;
    return [
      {
        tool: 'gradle',
        category: network
          ? 'network'
          : dependency
            ? 'dependency'
            : test
              ? 'test'
              : lint
                ? 'lint'
                : compile
                  ? 'compile'
                  : 'unknown',
        line: cause?.number ?? lines[0]?.number ?? 1,
        message: (cause?.groups['message'] ?? texts[0] ?? 'the build failed').trim(),
        weight: own ? weights.cause : weights.verdict,
      },
    ];
  },
});
/** Frames of the platform and of test libraries. */
const platformFrame =
  /^\s+at (?:[\w.-]+\/\/?)*(?:org\.(?:junit|opentest4j|assertj|hamcrest|testng|mockito|gradle|spockframework)|java|jdk|sun|kotlin|scala)\./;

const gradleTest = recogniseBlocks({
  tool: 'gradle',
  start: /^\S.* > .+ FAILED$/,
  maxLines: 30,
  read: lines => {
    const test = /^(?<test>.+) FAILED$/.exec(lines[0]?.text ?? '')?.groups?.['test'];
    if (test === undefined || test.startsWith('Task ')) return [];
    const said = findLine(lines.slice(1), /^\s+(?<message>\S.+?)(?: at \S+\.(?:java|kt|groovy|scala):\d+)?$/);
    const place = findLine(
      lines.slice(1).filter(({ text }) => !platformFrame.test(text)),
      /\bat (?:\S+\()?(?<path>[\w$]+\.(?:java|kt|groovy|scala)):(?<line>\d+)/,
    )?.groups;
    return [
      {
        tool: 'gradle',
        category: 'test',
        line: said?.number ?? lines[0]?.number ?? 1,
        message: said?.groups['message'] ?? `${test} failed`,
        weight: weights.cause,
        test,
        ...(place === undefined ? {} : { place: placeOf(place['path'] ?? '', place['line']) }),
      },
    ];
  },
});

const virtualMachine = recogniseLines('java', /OutOfMemoryError|^Exception in thread/, [
  {
    pattern: /(?<message>java\.lang\.OutOfMemoryError: .+)$/,
    category: 'out-of-memory',
    weight: weights.resource,
  },
  { pattern: /^(?<message>Exception in thread "[^"]*" .+)$/, category: 'unknown', weight: weights.general },
]);

export const jvm: readonly Recognition[] = [
  javac,
  checkstyle,
  surefire,
  surefireSummary,
  maven,
  gradle,
  gradleTest,
  virtualMachine,
];
