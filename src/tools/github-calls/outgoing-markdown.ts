import type { ToolCall } from '../../contracts/tool.ts';
import { codeBlock, visibleText } from '../../results/untrusted-text.ts';
import { callMarker } from './call-marker.ts';

/** Breaks what GitHub would act on; nobody sees it, and no rendering takes it away. */
const joint = '\u200B';

/**
 * A text on its way to GitHub, with the marker of its call. What a person typed at a terminal goes out as it is; what
 * a model wrote keeps its prose and code blocks and loses what acts by itself: mentions, issue references, closing
 * keywords, images, links, HTML.
 */
export function outgoingMarkdown(text: string, call: Pick<ToolCall, 'context' | 'idempotencyKey'>): string {
  const shown = call.context.entry === 'cli' ? text : inertMarkdown(text);
  return `${shown}\n\n${callMarker(call)}`;
}

/** One line, such as a title: no Markdown is rendered there, but mentions and references are. */
export function outgoingLine(text: string, call: Pick<ToolCall, 'context'>): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return call.context.entry === 'cli' ? line : inertProse(visibleText(line));
}

/** Prose line by line, fenced blocks written anew: the fences are ours, so that both sides agree what is code. */
export function inertMarkdown(text: string): string {
  const parts: string[] = [];
  let prose: string[] = [];
  const lines = visibleText(text).split('\n');
  for (let index = 0; index < lines.length; index++) {
    const fence = /^ {0,3}(?<marks>`{3,}|~{3,})(?<language>[\w+-]*)[ \t]*$/.exec(lines[index] ?? '')?.groups;
    if (fence === undefined) {
      prose.push(inertProse(lines[index] ?? ''));
      continue;
    }
    const marks = fence['marks'] ?? '';
    const isEnd = (line: string): boolean =>
      line.trim().length >= marks.length && line.trim() === marks.charAt(0).repeat(line.trim().length);
    const length = lines.slice(index + 1).findIndex(isEnd);
    const end = length === -1 ? lines.length : index + 1 + length;
    const code = lines.slice(index + 1, end).join('\n');
    parts.push(prose.join('\n'), codeBlock(code, fence['language'] ?? '', 60_000));
    prose = [];
    index = end;
  }
  return [...parts, prose.join('\n')].filter(part => part !== '').join('\n\n');
}

function inertProse(line: string): string {
  return (
    line
      .replaceAll('<', `<${joint}`)
      .replaceAll('@', `@${joint}`)
      .replace(/!(?=\[)/g, `!${joint}`)
      .replace(/\](?=[([:])/g, `]${joint}`)
      .replace(/:(?=\/\/)/g, `:${joint}`)
      .replace(/www(?=\.)/gi, `$&${joint}`)
      .replace(/#(?=\d)/g, `#${joint}`)
      .replace(/gh-(?=\d)/gi, `$&${joint}`)
      // No fence and no indented code of the text's own: they would hide the marks above from the eye.
      .replace(/^(\s*)(```|~~~)/, `$1${joint}$2`)
  );
}
