import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { codeBlock, codeSpan, inlineText, truncate, visibleText } from '../../src/results/untrusted-text.ts';

/** What attackers and accidents are made of. */
const piece = fc.constantFrom(
  '@octocat',
  '@acme/security',
  'fixes #1',
  'closes acme/shop#12',
  'GH-7',
  'https://evil.example/x',
  'www.evil.example',
  'a@evil.example',
  '![x](https://evil.example/p.png)',
  '[x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '<!-- devops:review:v1 -->',
  '</details>',
  '```',
  '~~~',
  '``',
  '`',
  '\n',
  '\n\n',
  '\n# ',
  '| a | b |',
  '|---|',
  '\\',
  '&lt;',
  '&#60;b>',
  '\u202e',
  '\u200b',
  '**',
  '__',
  '_',
  '*',
  '[^1]',
  '[x]: https://evil.example',
  '- [ ] x',
  '1. ',
  '> ',
  '---',
  '\r\n',
  '\t',
  ':shipit:',
  '$$x$$',
  '\ud83d',
  '😀',
  'src/a.ts',
  ' ',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const render = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true });
/** Rendered HTML without the code, in which GitHub looks for nothing. */
const outsideCode = (html: string): string => html.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '');

describe('inline text', () => {
  it.each([
    ['a mention', 'ask @octocat', 'ask @&#8203;octocat'],
    ['a team', '@acme/ops', '@&#8203;acme/ops'],
    ['a closing keyword', 'fixes #12', 'fixes #&#8203;12'],
    ['a link', '[x](https://e.example)', '\\[x\\](https:&#8203;//e.example)'],
    ['HTML', '<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['a heading', '# x', '\\# x'],
    ['an ordered list', '1. x', '1\\. x'],
    ['code between backticks, which stays', 'use `a<b>` now', 'use `a<b>` now'],
    ['a lone backtick', 'a ` b', 'a \\` b'],
    ['hidden characters', 'a\u202eb', 'a⟨U+202E⟩b'],
  ])('neutralises %s', (_, input, output) => {
    expect(inlineText(input)).toBe(output);
  });

  it('never makes a link, an image, an element, a mention or a reference, nor a second block', () => {
    fc.assert(
      fc.property(text, input => {
        const output = inlineText(input);
        expect(output).not.toContain('\n');
        const html = outsideCode(render(`x ${output}`));
        expect(html.replace(/^<p>|<\/p>\n$/g, '')).not.toMatch(/</);
        expect(html).not.toMatch(/@\w|#\d|https?:\/\/|\bwww\.\w|gh-\d/i);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('code', () => {
  it('is one code element that the text cannot leave', () => {
    fc.assert(
      fc.property(text, input => {
        expect(render(`x ${codeSpan(input)} y`)).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>\n$/);
        expect(render(`${codeBlock(input, 'ts')}\n\nend`)).toMatch(
          /^<pre><code class="language-ts">[^<]*<\/code><\/pre>\n<p>end<\/p>\n$/,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('visible text', () => {
  it('leaves no character that hides or reorders', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), input => {
        expect(visibleText(input)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2060\ufeff]/);
      }),
    );
  });
});

describe('truncate', () => {
  it('keeps the limit and whole characters', () => {
    expect(truncate('abcdef', 4)).toBe('abc…');
    expect(truncate('ab😀cd', 4)).toBe('ab…');
    expect(truncate('abc', 3)).toBe('abc');
  });
});
