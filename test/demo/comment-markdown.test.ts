import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentMarkdown } from '../../demo/page/comment-markdown.ts';

const render = (markdown: string): string =>
  commentMarkdown(markdown, href => (href.startsWith('https://') ? href : undefined)).markup;

const tags =
  /^(?:p|br|hr|h[1-6]|ul|ol|li|code|pre|blockquote|table|thead|tbody|tr|th|td|strong|em|del|a|details|summary|sub|sup|b|i|div|span|input)$/;

/** Every tag a browser would see in the markup, with its attributes. */
function tagsOf(markup: string): readonly { readonly name: string; readonly attributes: string }[] {
  return [...markup.matchAll(/<\/?(?<name>[a-z!?][^\s/>]*)(?<attributes>[^>]*)>?/gi)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    attributes: groups?.['attributes'] ?? '',
  }));
}

describe('a comment’s Markdown on the page', () => {
  it.each([
    ['<script>alert(1)</script>', /<script/],
    ['<img src=x onerror=alert(1)>', /<img/],
    ['text <script>a & b < c</script>', /<script/],
    ['<pre>\n<svg onload=alert(1)>', /<svg/],
    ['<details ontoggle=alert(1) open>', /<details ontoggle/],
    ['<SCRIPT\n>alert(1)</SCRIPT>', /<script/i],
    ['<!--><script>alert(1)</script>', /<script/],
    ['[a](javascript:alert(1))', /<a/],
    ['[a](data:text/html,x)', /<a/],
    ['![a](https://example.com/tracking.png)', /<img|tracking/],
    ['```"><script>\nx\n```', /<script/],
  ])('renders %j inert', (markdown, forbidden) => {
    expect(render(markdown)).not.toMatch(forbidden);
  });

  it('keeps what GitHub keeps', () => {
    const markup = render(
      '<details>\n<summary><b>More</b></summary>\n\n- `a`\n\n</details>\n\n<sub>one<br>two</sub>',
    );
    expect(markup.replaceAll('\n', '')).toBe(
      '<details><summary><b>More</b></summary><ul><li><code>a</code></li></ul></details><p><sub>one<br>two</sub></p>',
    );
  });

  it('closes what a comment leaves open and ignores what it did not open', () => {
    expect(render('</details></div>\n\n<details>')).toMatch(/^(?!.*<\/details><).*<details>\s*<\/details>$/s);
  });

  it('shows an alert and a suggestion as GitHub does', () => {
    expect(render('> [!WARNING]\n> careful')).toContain('<div class="alert alert-warning">');
    expect(render('```suggestion\na < b\n```')).toContain('Suggested change');
  });

  it('makes no tag or attribute of its own from any text', () => {
    const alphabet =
      '<¦>¦</¦<!--¦-->¦"¦\'¦`¦```\n¦\n¦\n\n¦ ¦[¦](¦)¦!¦|¦|-|¦# ¦- [ ] ¦script¦img src=x onerror=y¦details¦sub¦javascript:¦https://a.b/"¦&lt;¦&¦\\¦pre¦style';
    const pieces = fc.constantFrom(...alphabet.split('¦'));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        for (const { name, attributes } of tagsOf(render(parts.join('')))) {
          expect(name).toMatch(tags);
          expect(attributes.replace(/"[^"]*"/g, '""')).toMatch(
            /^(?: (?:href|rel|class|tabindex|align|start|type|checked|disabled)(?:="")?)*$/,
          );
          expect(attributes).not.toMatch(/href="(?!https:)/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
