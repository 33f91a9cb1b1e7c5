/**
 * Splits a stream of bytes or text into lines without line feeds, a batch per chunk, holding one chunk and one line
 * at a time. Of a line beyond `maxLineLength` characters the rest is left out, so that a log without line feeds cannot
 * exhaust the memory.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  maxLineLength = 65_536,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    let text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (rest.length >= maxLineLength) {
      const end = text.indexOf('\n');
      if (end === -1) continue;
      text = text.slice(end);
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) rest = rest.slice(0, maxLineLength);
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
