import { stripVTControlCharacters } from 'node:util';
import { marked, type Token, type Tokens } from 'marked';
import { displayWidth, expandTabs } from '../../src/cli/display-width.ts';
import { escapeText } from '../../src/cli/escape-text.ts';
import type { Paint } from '../../src/cli/paint.ts';

/** How Markdown is shown on a terminal. */
export type TerminalStyle = {
  readonly paint: Paint /** Columns; prose is wrapped at it. */;
  readonly width: number;
};

/**
 * GitHub-flavoured Markdown as lines for a terminal, without control characters. Folded sections are shown open,
 * links by their text.
 */
export function markdownToLines(markdown: string, style: TerminalStyle): readonly string[] {
  const lines = blocks(marked.lexer(markdown), style);
  return lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
}

function blocks(tokens: readonly Token[], style: TerminalStyle): readonly string[] {
  const lines = tokens.flatMap(token => block(token, style));
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function block(token: Token, style: TerminalStyle): readonly string[] {
  const { paint, width } = style;
  switch (token.type) {
    case 'heading':
      return [...inlineLines(token, style).map(line => paint.bold(line)), ''];
    case 'paragraph':
    case 'text':
      return [...inlineLines(token, style), ''];
    case 'code': {
      const code = (token as Tokens.Code).text.split('\n');
      return [
        ...code.map(line => `${paint.faint('▏')} ${expandTabs(escapeText(line, { keepTabs: true }))}`),
        '',
      ];
    }
    case 'blockquote': {
      const inner = { paint, width: width - 2 };
      const text = (token as Tokens.Blockquote).tokens ?? [];
      return [...blocks(text, inner).map(line => `${paint.faint('│')} ${line}`), ''];
    }
    case 'list':
      return [...(token as Tokens.List).items.flatMap(item => listItem(item, style)), ''];
    case 'hr':
      return [paint.faint('─'.repeat(Math.min(width, 40)))];
    case 'html': {
      const text = plainHtml((token as Tokens.HTML).text);
      return text === ''
        ? []
        : text.split('\n').flatMap(line => (line.trim() === '' ? [] : wrap(line.trim(), width)));
    }
    case 'table':
      return [...tableLines(token as Tokens.Table, style), ''];
    default:
      return [];
  }
}

function listItem(item: Tokens.ListItem, { paint, width }: TerminalStyle): readonly string[] {
  const lines = blocks(item.tokens, { paint, width: width - 2 });
  return lines.map((line, index) => `${index === 0 ? '•' : ' '} ${line}`);
}

function tableLines({ header, rows }: Tokens.Table, { paint }: TerminalStyle): readonly string[] {
  const table = [header, ...rows].map(row => row.map(cell => inline(cell.tokens, paint).join(' ')));
  return table.map((row, index) => (index === 0 ? paint.bold(row.join('  ')) : row.join('  ')));
}

function inlineLines(token: Token, { paint, width }: TerminalStyle): readonly string[] {
  const tokens = 'tokens' in token ? (token.tokens ?? []) : [];
  return inline(tokens, paint).flatMap(line => wrap(line, width));
}

/** Inline tokens as lines: `<br>` breaks them. */
function inline(tokens: readonly Token[], paint: Paint): readonly string[] {
  return tokens
    .map(token => inlineText(token, paint))
    .join('')
    .split('\n');
}

function inlineText(token: Token, paint: Paint): string {
  const inner = (): string => ('tokens' in token ? inline(token.tokens ?? [], paint).join('\n') : '');
  switch (token.type) {
    case 'strong':
      return paint.bold(inner());
    case 'codespan':
      return paint.yellow(printable((token as Tokens.Codespan).text));
    case 'em':
    case 'del':
    case 'link':
      return inner();
    case 'br':
      return '\n';
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw) ? '\n' : plainHtml(token.raw);
    default:
      return printable('text' in token && typeof token.text === 'string' ? token.text : token.raw);
  }
}

/** Tags that GitHub keeps are shown by their effect, comments not at all; others stand as they are typed. */
function plainHtml(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:details|summary|sub|sup|b|i|em|strong|code)>/gi, '')
    .replace(/`([^`]+)`/g, '$1');
  return text.split('\n').map(printable).join('\n').trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#36': '$',
  '#39': "'",
};

function printable(text: string): string {
  const decoded = text
    .replaceAll('&#8203;', '')
    .replace(/&(\w+|#\d+);/g, (entity, name: string) => entities[name] ?? entity);
  return escapeText(decoded.replaceAll('\n', ' '));
}

/** Breaks a line at spaces. Colour sequences take no columns and may span lines. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(stripVTControlCharacters(longer)) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
