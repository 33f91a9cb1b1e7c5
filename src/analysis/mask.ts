import type { Span } from '../contracts/detector.ts';

/** Stands for a masked secret, whatever its length, so that the length is not told either. */
export const maskText = '«masked»';

/** Replaces every span that touches `[start, start + text.length)` by the mask. Spans may overlap. */
export function maskSpans(text: string, start: number, spans: readonly Span[]): string {
  const relevant = spans
    .map(span => ({ start: Math.max(span.start - start, 0), end: Math.min(span.end - start, text.length) }))
    .filter(span => span.start < span.end)
    .sort((a, b) => a.start - b.start);
  let masked = '';
  let position = 0;
  for (const span of relevant) {
    if (span.end <= position) continue;
    if (span.start >= position) masked += text.slice(position, span.start) + maskText;
    position = span.end;
  }
  return masked + text.slice(position);
}
