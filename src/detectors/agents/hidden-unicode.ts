import type { RawFinding } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import {
  isAgentSettings,
  isDocumentation,
  isInstructionFile,
  isMcpConfiguration,
} from './surface/agent-paths.ts';

const openers = '\u202A\u202B\u202D\u202E\u2066\u2067\u2068';
const closers = '\u202C\u2069';
/** Tag characters spell ASCII invisibly; the one legitimate use follows a black flag (regional flags of emoji). */
const tags =
  /(?<![\u{1F3F4}\u{E0000}-\u{E007F}])[\u{E0000}-\u{E007F}]+|(?<=\u{1F3F4})[\u{E0000}-\u{E007F}]{8,}/gu;
/** A single variation selector belongs to the character before it; a run of them carries data. */
const selectors = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]{4,}/gu;
const zeroWidthRun = /[\u200B-\u200D\u2060-\u2064\uFEFF\u00AD\u180E]{4,}/g;
const zeroWidthInWord = /(?<=[A-Za-z0-9_])[\u200B-\u200D\u2060-\u2064\uFEFF\u00AD\u180E](?=[A-Za-z0-9_])/g;
/** Letters that no font draws: names that nobody sees. */
const blankLetters = /[\u115F\u1160\u3164\uFFA0]+/g;
const suspicious =
  /[\u115F\u1160\u3164\uFFA0]|[\u00AD\u180E\u200B-\u200D\u202A-\u202E\u2060-\u2069\uFEFF]|[\uFE00-\uFE0F]{4}|\uDB40/;
const bidirectional = /[\u202A-\u202E\u2066-\u2069][^\n]*/g;

const zeroWidth = String.fromCodePoint(0x200b);
const override = String.fromCodePoint(0x202e);

export const hiddenUnicode = defineAgentRule({
  id: 'hidden-unicode',
  title: 'Invisible or reordering Unicode',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-1007', 'CWE-451'],
  owasp: ['A08'],
  what: 'Reports bidirectional controls that stay open at the end of their line (in prose: overrides), invisible tag characters, runs of zero-width characters or variation selectors, and zero-width characters inside words of code.',
  why: 'What a reviewer sees differs from what a compiler or a model reads (Trojan Source, ASCII smuggling).',
  fix: 'Remove the characters, or write them as escapes where the text needs them.',
  references: [
    'https://www.unicode.org/reports/tr36/',
    'https://trojansource.codes/',
    'https://docs.github.com/en/get-started/learning-about-github/warning-about-bidirectional-unicode-text',
  ],
  appliesTo: path =>
    !/\.(?:po|pot|xlf|xliff|strings|arb|resx|svg|snap|min\.js|map)$|(?:^|\/)(?:locales?|i18n|translations|lang)\//i.test(
      path,
    ),
  check: ({ path, text }) => {
    // All of it is outside ASCII: most files are done here.
    if (!suspicious.test(text)) return [];
    const steers = isInstructionFile(path) || isMcpConfiguration(path) || isAgentSettings(path);
    return [
      ...all(text, tags, 'Invisible tag characters spell hidden text.', 'high'),
      ...all(text, selectors, 'A run of variation selectors carries hidden data.', 'high'),
      ...all(text, zeroWidthRun, 'A run of zero-width characters carries hidden data.', 'medium'),
      ...openBidirectional(text, isDocumentation(path) && !steers),
      ...(isDocumentation(path) && !steers
        ? []
        : all(text, blankLetters, 'A letter that is not drawn.', steers ? 'medium' : 'low')),
      ...(isDocumentation(path) && !steers
        ? []
        : all(text, zeroWidthInWord, 'A zero-width character inside a word.', steers ? 'medium' : 'low')),
    ];
  },
  bad: [
    ['src/auth.js', `const isAdmin = false; /*${override} } if (isAdmin) { begin admins only */\n`],
    ['AGENTS.md', `Build with ma${zeroWidth}ke.\n`],
    ['CLAUDE.md', `Be kind.${String.fromCodePoint(0xe0068, 0xe0069, 0xe0064, 0xe0065)}\n`],
  ],
  good: [
    ['src/greeting.js', "const text = 'Grüße 👩\u200d💻 und שלום';\n"],
    ['README.md', '\uFEFF# Title\n'],
  ],
});

function all(text: string, pattern: RegExp, message: string, severity: Severity): readonly RawFinding[] {
  return [...text.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    message,
    severity,
  }));
}

/** Controls that are not closed on their line: they reorder what follows. In prose only the overrides count. */
function openBidirectional(text: string, prose: boolean): readonly RawFinding[] {
  return [...text.matchAll(bidirectional)].flatMap(match => {
    let depth = 0;
    let overrides = false;
    for (const character of match[0]) {
      if (openers.includes(character)) depth += 1;
      if (closers.includes(character)) depth -= 1;
      overrides ||= character === '\u202D' || character === '\u202E';
    }
    // Prose of right-to-left languages has marks and isolates; only an override turns letters around.
    if (prose ? !overrides : depth <= 0) return [];
    const message = 'Bidirectional control characters reorder this line.';
    return [{ start: match.index, end: match.index + 1, message }];
  });
}
