import { Marked, type Tokens } from 'marked';
import { escapeHtml, type Html } from './html.ts';

/** Where a link of a comment leads on the page; undefined shows its text only. */
export type LinkResolver = (href: string) => string | undefined;

/** The raw HTML that GitHub's comments are known to use here; none takes attributes. */
const allowedTags = new Set(['details', 'summary', 'sub', 'sup', 'b', 'i', 'em', 'strong', 'br']);

/**
 * A comment's Markdown as GitHub would show it. The text is untrusted: raw HTML other than `allowedTags` stands as
 * text, images are named instead of loaded, and links go where `resolve` says.
 */
export function commentMarkdown(markdown: string, resolve: LinkResolver): Html {
  const raw = rawHtml();
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => raw.render(text),
      // The default leaves text inside raw tags such as `<script>` unescaped.
      text(token) {
        return 'tokens' in token && token.tokens !== undefined
          ? this.parser.parseInline(token.tokens)
          : escapeKeepingEntities(token.text);
      },
      code: ({ text, lang = '' }) => codeBlock(text, lang),
      image: ({ text }) => `<span class="image">image: ${escapeHtml(text)}</span>`,
      link(token) {
        const text = this.parser.parseInline(token.tokens);
        const target = resolve(token.href);
        if (target === undefined) return text;
        return `<a href="${escapeHtml(target)}" rel="nofollow noopener noreferrer">${text}</a>`;
      },
      blockquote(token) {
        return blockquote(token, tokens => this.parser.parse(tokens));
      },
    },
  });
  const markup = marked.parse(markdown, { async: false });
  return { markup: markup + raw.close() };
}

/** Passes allowed tags in balance, so that a comment cannot close what the page opened; drops comments. */
function rawHtml(): { render(text: string): string; close(): string } {
  const open: string[] = [];
  const render = (text: string): string =>
    text
      .replace(/<!--[\s\S]*?-->/g, '')
      .split(/(<\/?[a-z]+\s*\/?>)/i)
      .map((part, index) => (index % 2 === 0 ? escapeKeepingEntities(part) : tag(part)))
      .join('');
  const tag = (text: string): string => {
    const name = /[a-z]+/i.exec(text)?.[0].toLowerCase() ?? '';
    if (!allowedTags.has(name)) return escapeHtml(text);
    if (name === 'br') return '<br>';
    if (!text.startsWith('</')) {
      open.push(name);
      return `<${name}>`;
    }
    if (open.at(-1) !== name) return '';
    open.pop();
    return `</${name}>`;
  };
  const close = (): string =>
    open
      .splice(0)
      .toReversed()
      .map(name => `</${name}>`)
      .join('');
  return { render, close };
}

/** As Markdown means it: `&lt;` is an entity, a lone `&` is not. */
function escapeKeepingEntities(text: string): string {
  return text.replace(/&(?!#?\w{1,31};)|[<>"']/g, escapeHtml);
}

function codeBlock(text: string, language: string): string {
  const code = `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
  return language === 'suggestion'
    ? `<div class="suggestion"><div class="suggestion-title">Suggested change</div>${code}</div>`
    : code;
}

const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/;

/** GitHub's alerts are quotes that begin with `[!WARNING]`. */
function blockquote(
  token: Tokens.Blockquote,
  parse: (tokens: Tokens.Blockquote['tokens']) => string,
): string {
  const kind = alert.exec(token.text)?.[1]?.toLowerCase();
  const content = parse(token.tokens);
  if (kind === undefined) return `<blockquote>${content}</blockquote>`;
  const title = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const text = content.replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/, '');
  return `<div class="alert alert-${kind}"><p class="alert-title">${title}</p>${text}</div>`;
}
