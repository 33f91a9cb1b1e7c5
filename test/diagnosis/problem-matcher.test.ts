import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/contracts/diagnosis.ts';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { readProblemMatchers } from '../../src/diagnosis/problem-matcher.ts';

async function diagnosed(file: object, log: string): Promise<Failure | undefined> {
  const read = readProblemMatchers(JSON.stringify(file));
  if (read.kind === 'invalid') throw new Error(read.reason);
  const text = `##[group]Run acme\n##[endgroup]\n${log}\n##[error]Process completed with exit code 1.\n`;
  const { failures } = await analyseLog([text], { mask: one => one, matchers: read.recognitions });
  return failures[0];
}

/** ESLint's default format, as actions/setup-node describes it. */
const stylish = {
  problemMatcher: [
    {
      owner: 'acme-stylish',
      pattern: [
        { regexp: '^([^\\s].*)$', file: 1 },
        {
          regexp: '^\\s+(\\d+):(\\d+)\\s+(error|warning|info)\\s+(.*)\\s\\s+(.*)$',
          line: 1,
          column: 2,
          severity: 3,
          message: 4,
          code: 5,
          loop: true,
        },
      ],
    },
  ],
};

describe('a problem matcher', () => {
  it('reads problems of one line, with its own severity and place', async () => {
    const pattern = {
      regexp: '^(warn|bad) (\\S+) at (\\d+),(\\d+): (\\S+) (.+)$',
      severity: 1,
      file: 2,
      line: 3,
      column: 4,
      code: 5,
      message: 6,
    };
    const file = { problemMatcher: [{ owner: 'acme', pattern: [pattern] }] };
    const found = await diagnosed(
      file,
      'warning\nbad src/x.acme at 3,9: A12 one\nwarning src/y.acme at 1,1: A1 no',
    );
    expect(found).toMatchObject({
      category: 'compile',
      tool: 'acme',
      message: 'one',
      line: 4,
      problems: [{ place: { path: 'src/x.acme', line: 3, column: 9 }, code: 'A12', message: 'one' }],
    });
  });

  it('reads problems of several lines, of which the last may come again', async () => {
    const found = await diagnosed(
      stylish,
      [
        'src/one.acme',
        '  1:2  error  first problem  rule-a',
        '  3:4  warning  not this  rule-b',
        '  5:6  error  second problem  rule-c',
        'src/two.acme',
        '  7:8  error  third problem  rule-d',
        '',
      ].join('\n'),
    );
    expect(found?.problems.map(({ place, message }) => `${place.path}:${place.line} ${message}`)).toEqual([
      'src/one.acme:1 first problem',
      'src/one.acme:5 second problem',
      'src/two.acme:7 third problem',
    ]);
  });

  it('leaves a warning by severity of the matcher out', async () => {
    const pattern = { regexp: '^note (.+)$', message: 1 };
    const file = { problemMatcher: [{ owner: 'acme', severity: 'warning', pattern: [pattern] }] };
    expect(await diagnosed(file, 'note harmless')).toMatchObject({ tool: 'shell' });
  });

  it.each([
    ['{', /JSON/],
    ['{}', /problemMatcher/],
    [{ problemMatcher: [{ owner: 'a', pattern: [{ regexp: '(', message: 1 }] }] }, /regular expression/],
    [{ problemMatcher: [{ owner: 'a', pattern: [{ regexp: 'x', message: 1, loop: true }] }] }, /loop/],
    [{ problemMatcher: [{ owner: 'a', pattern: [{ regexp: 'x' }] }] }, /no message/],
  ])('is refused with the reason: %j', (file, reason) => {
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    expect(readProblemMatchers(text)).toMatchObject({
      kind: 'invalid',
      reason: expect.stringMatching(reason),
    });
  });
});
