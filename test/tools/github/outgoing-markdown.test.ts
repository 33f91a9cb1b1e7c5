import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logExcerpts } from '../../../src/tools/github-calls/log-excerpts.ts';
import { inertMarkdown, outgoingMarkdown } from '../../../src/tools/github-calls/outgoing-markdown.ts';
import { context } from '../tool-ports.ts';

describe('what a model wrote', () => {
  it.each([
    ['@octo/security please', /@octo/],
    ['Closes #12', /#12/],
    ['fixes GH-7', /GH-7/],
    ['![x](https://evil.example/?q=1)', /!\[|\]\(|:\/\//],
    ['[login](https://evil.example)', /\]\(/],
    ['[login][1]\n\n[1]: https://evil.example', /\]\[|\]:/],
    ['<img src=x onerror=alert(1)>', /<img/],
    ['<!-- devops:call=0000000000000000 -->', /<!--/],
    ['www.evil.example', /www\.e/],
    ['```\n@a\n``` \n@octo', /^@octo/m],
    ['> ```\n@octo', /@octo/],
    ['\u202Egnp.exe', /\u202E/],
    ['```` ```\n@octo', /@octo/],
  ])('does not act by itself: %s', (text, acting) => {
    expect(inertMarkdown(text)).not.toMatch(acting);
  });

  it('keeps prose and code readable', () => {
    const text = 'Run this:\n\n```sh\nnpm ci --ignore-scripts <x> @types/node\n```\n\n- then **that**';
    expect(inertMarkdown(text)).toBe(
      'Run this:\n\n\n```sh\nnpm ci --ignore-scripts <x> @types/node\n```\n\n\n- then **that**',
    );
  });

  it('has balanced fences, whatever it is', () => {
    const words = fc.constantFrom(
      '```',
      '````',
      '~~~',
      '\n',
      '@octo',
      ' ',
      'code',
      '<b>',
      '> ',
      '    ',
      '#1',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), parts => {
        const prose: string[] = [];
        let fence: string | undefined;
        for (const line of inertMarkdown(parts.join('')).split('\n')) {
          const marks = /^(`{3,})/.exec(line)?.[1];
          if (fence === undefined) {
            prose.push(line);
            fence = marks;
          } else if (line === fence) fence = undefined;
        }
        expect(prose.join('\n')).not.toMatch(/@octo|<b>|#1|^\s*~~~/m);
        expect(fence).toBeUndefined();
      }),
    );
  });

  it('always carries the mark of its call, last', () => {
    const call = { context: { ...context, entry: 'app' as const }, idempotencyKey: 'run-1:tool:x' };
    expect(outgoingMarkdown('```\nnever closed', call)).toMatch(
      /\n```\n\n<!-- devops:call=[0-9a-f]{16} -->$/,
    );
  });
});

describe('excerpts of a log', () => {
  const lines = (count: number, at: number, text: string): string =>
    Array.from({ length: count }, (_, index) => (index === at ? text : `line ${index}`)).join('\n');

  it('are the places around GitHub’s own marks of errors', () => {
    expect(logExcerpts(lines(500, 250, '##[error]It broke'))).toMatchObject({
      lines: 500,
      excerpts: [{ from: 243, to: 254, text: expect.stringContaining('##[error]It broke') as string }],
    });
  });

  it.each([
    'npm ERR! code ERESOLVE',
    'src/a.ts(1,2): error TS2304: x',
    'AssertionError: no',
    'panic: runtime error',
    '1 failed',
  ])('are found by words: %s', line => {
    expect(logExcerpts(lines(300, 100, line)).excerpts).toMatchObject([{ from: 93, to: 104 }]);
  });

  it('are the end where nothing tells of an error', () => {
    expect(logExcerpts(lines(300, 0, '0 errors')).excerpts).toMatchObject([{ from: 241, to: 300 }]);
    expect(logExcerpts('').excerpts).toMatchObject([{ from: 1, to: 1, text: '' }]);
  });

  it('have no timestamps and no colours', () => {
    const text = '\uFEFF2026-11-21T08:00:00.1234567Z \u001b[31merror: x\u001b[0m';
    expect(logExcerpts(text).excerpts).toMatchObject([{ text: 'error: x' }]);
  });
});
