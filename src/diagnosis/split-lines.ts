/**
 * Splits a stream of bytes or text into lines without line feeds, a batch per chunk, holding one chunk and one line
 * at a time. A line beyond `maxLineLength` characters goes on in the next one, so that a log without line feeds cannot
 * exhaust the memory.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  maxLineLength = 1_000_000,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    const lines = text.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) {
      lines.push(rest);
      rest = '';
    }
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
