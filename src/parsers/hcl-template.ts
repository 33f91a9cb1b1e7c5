import { maxConfigDepth } from './config-node.ts';
import { SyntaxProblem } from './syntax-problem.ts';

/**
 * The offset after the closing quote of the template that opens at `start`; interpolations may hold quotes
 * themselves.
 *
 * @throws SyntaxProblem when it never closes or nests deeper than 200.
 */
export function skipTemplate(text: string, start: number): number {
  /** Open constructs: `"` for a string, `{` for a brace inside an interpolation. */
  const open: ('"' | '{')[] = ['"'];
  let position = start + 1;
  while (open.length > 0) {
    const character = text[position];
    if (character === undefined || open.length > maxConfigDepth)
      throw new SyntaxProblem('unclosed string', start);
    const inString = open.at(-1) === '"';
    if (inString && character === '\n') throw new SyntaxProblem('unclosed string', start);
    if (inString && character === '\\') position += 1;
    else if (inString && text.startsWith('$${', position)) position += 2;
    else if (inString && (character === '$' || character === '%') && text[position + 1] === '{') {
      open.push('{');
      position += 1;
    } else if (character === '"') {
      if (inString) open.pop();
      else open.push('"');
    } else if (!inString && character === '{') open.push('{');
    else if (!inString && character === '}') open.pop();
    position += 1;
  }
  return position;
}

/**
 * The parts of the heredoc (`<<EOF` or `<<-EOF`) that opens at `start`.
 *
 * @throws SyntaxProblem when the marker is malformed or never comes again.
 */
export function heredocAt(
  text: string,
  start: number,
): { readonly contentStart: number; readonly contentEnd: number; readonly end: number } {
  const opening = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t\r]*\n/uy;
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (match === null) throw new SyntaxProblem('malformed heredoc', start);
  const contentStart = opening.lastIndex;
  const marker = match[1] ?? '';
  for (let line = contentStart; line < text.length; ) {
    const newline = text.indexOf('\n', line);
    const lineEnd = newline === -1 ? text.length : newline;
    if (text.slice(line, lineEnd).trim() === marker) {
      return { contentStart, contentEnd: line, end: line + text.slice(line, lineEnd).trimEnd().length };
    }
    line = lineEnd + 1;
  }
  throw new SyntaxProblem('unclosed heredoc', start);
}
