import type { Diagnosis, Failure, Place } from '../contracts/diagnosis.ts';
import { codeBlock, codeSpan, inlineText } from './untrusted-text.ts';

const maxTests = 10;
const maxProblems = 10;

/** Why CI failed, as Markdown: what failed, the lines that matter, why, what to do. Everything from the log is data. */
export function renderDiagnosis(diagnosis: Diagnosis): string {
  if (diagnosis.outcome === 'passed') return 'Nothing failed.\n';
  const parts = [...diagnosis.failures.map(failure => renderFailure(failure)), ...gapsOf(diagnosis)];
  return `${parts.join('\n\n')}\n`;
}

/** One failure; `remarks` are sentences of ours that come after its message. */
export function renderFailure(failure: Failure, remarks: readonly string[] = []): string {
  const { category, tool, message, why, next, excerpt, tests, problems, more, place } = failure;
  const where = [failure.job, failure.step].filter(part => part !== null).map(part => codeSpan(part, 120));
  return [
    `### ${headline(failure)}`,
    where.length === 0 ? [] : `In ${where.join(', step ')}${alsoIn(failure)}.`,
    `**${inlineText(message, 300)}**${onlyTest(tests)}${place === null ? '' : ` at ${codeSpan(placeText(place))}`}`,
    excerpt.length === 0
      ? []
      : codeBlock(excerpt.map(({ line, text }) => `${line} | ${text}`).join('\n'), 'text'),
    `${why} ${next}`,
    remarks.length === 0 ? [] : remarks.join(' '),
    list(
      `${tests.length} failed ${tests.length === 1 ? 'test' : 'tests'}`,
      tests
        .slice(0, maxTests)
        .map(
          test =>
            `${codeSpan(test.name, 200)}${test.place === null ? '' : ` (${codeSpan(placeText(test.place))})`}: ${inlineText(test.message, 200)}`,
        ),
      tests.length,
    ),
    list(
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
      problems
        .slice(0, maxProblems)
        .map(
          ({ place: at, message: text, code }) =>
            `${codeSpan(placeText(at))}: ${inlineText(text, 200)}${code === null ? '' : ` (${codeSpan(code, 60)})`}`,
        ),
      problems.length,
    ),
    more > 0 ? `${more} more are in the log.` : [],
    `<sub>${category}${tool === null ? '' : `, told by ${inlineText(tool, 40)}`}, line ${failure.line} of the log</sub>`,
  ]
    .flat()
    .join('\n\n');
}

/** One failed test is named with the message; several are listed. */
function onlyTest(tests: Failure['tests']): string {
  const [only, ...others] = tests;
  return only === undefined || others.length > 0 ? '' : ` in ${codeSpan(only.name, 200)}`;
}

function alsoIn({ alsoIn: jobs }: Failure): string {
  return jobs.length === 0 ? '' : `, and the same in ${jobs.map(job => codeSpan(job, 120)).join(', ')}`;
}

const titles: Readonly<Record<Failure['category'], string>> = {
  compile: 'Does not compile',
  type: 'Type error',
  lint: 'Lint error',
  test: 'Test failed',
  dependency: 'Dependency could not be resolved',
  network: 'Network failure',
  'out-of-memory': 'Out of memory',
  disk: 'Disk full',
  timeout: 'Timed out',
  permission: 'Permission denied',
  secret: 'Credential missing or not valid',
  'rate-limit': 'Rate limit reached',
  'runner-lost': 'Runner lost',
  flaky: 'Flaky',
  infrastructure: 'Infrastructure failure',
  cancelled: 'Cancelled',
  unknown: 'Failed',
};

function headline({ category, tests }: Failure): string {
  return category === 'test' && tests.length > 1 ? `${tests.length} tests failed` : titles[category];
}

function list(title: string, items: readonly string[], total: number): readonly string[] {
  if (total < 2) return [];
  const rest = total > items.length ? [`- and ${total - items.length} more`] : [];
  return [
    `<details><summary>${title}</summary>\n\n${[...items.map(item => `- ${item}`), ...rest].join('\n')}\n\n</details>`,
  ];
}

/** `path:line:column`, as far as it is known. */
export function placeText({ path, line, column }: Place): string {
  return [path, line, column].filter(part => part !== null).join(':');
}

function gapsOf({ gaps }: Diagnosis): readonly string[] {
  return gaps.length === 0 ? [] : [gaps.map(gap => `- ${inlineText(gap)}`).join('\n')];
}
