import { codeBlock, inlineText, truncate } from './untrusted-text.ts';

/** Longest text of a model that is shown, UTF-16 code units; GitHub takes 65,536 in all. */
const maxText = 20_000;

/**
 * A model's Markdown with its paragraphs, lists, headings and code kept and everything else neutralised: no HTML,
 * links, images, mentions, references or tables.
 */
export function untrustedMarkdown(text: string, maxLength = maxText): string {
  const blocks: string[] = [];
  let code: string[] | undefined;
  for (const line of truncate(text.replace(/\r\n?/g, '\n').trim(), maxLength).split('\n')) {
    const isFence = /^\s{0,3}(?:`{3,}|~{3,})/.test(line);
    if (code !== undefined) {
      if (isFence) {
        blocks.push(codeBlock(code.join('\n'), ''));
        code = undefined;
      } else code.push(line);
    } else if (isFence) code = [];
    else blocks.push(untrustedLine(line));
  }
  if (code !== undefined) blocks.push(codeBlock(code.join('\n'), ''));
  return blocks.join('\n');
}

function untrustedLine(line: string): string {
  const match = /^(?<indent> {0,6})(?<mark>[-*+]|\d{1,3}[.)]|#{1,6})\s+(?<text>.*)$/.exec(line);
  if (match?.groups === undefined) return inlineText(line, maxText);
  const { indent = '', mark = '', text = '' } = match.groups;
  // Headings would be larger than those of the comment they stand in.
  if (mark.startsWith('#')) return `**${inlineText(text, maxText).replaceAll('**', '')}**`;
  return `${indent}${/\d/.test(mark) ? mark : '-'} ${inlineText(text, maxText)}`;
}

/** A JSON value that came from a model or a tool, as nested lists. */
export function untrustedValue(value: unknown, maxLength = maxText): string {
  return truncate(lines(value, 0).join('\n'), maxLength);
}

function lines(value: unknown, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value))
    return value.length === 0 ? [`${indent}- none`] : value.flatMap(entry => item('', entry, depth));
  if (typeof value === 'object' && value !== null && depth < 6)
    return Object.entries(value).flatMap(([name, entry]) => item(`**${inlineText(name)}**: `, entry, depth));
  return [`${indent}${scalar(value)}`];
}

function item(label: string, value: unknown, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const isNested = typeof value === 'object' && value !== null;
  if (!isNested) return [`${indent}- ${label}${scalar(value)}`];
  const inner = lines(value, depth + 1);
  if (label !== '') return [`${indent}- ${label.trimEnd()}`, ...inner];
  const [first = '', ...rest] = inner;
  // An entry of a list begins where its first field stands.
  return [`${indent}- ${first.trimStart().replace(/^- /, '')}`, ...rest];
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return inlineText(typeof value === 'string' ? value : JSON.stringify(value), maxText) || '–';
}
