import { Buffer } from 'node:buffer';

/** The last `maxBytes` of a stream as text, from the first whole line on; memory stays within twice that. */
export async function readTail(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  let chunks: Uint8Array[] = [];
  let kept = 0;
  let cut = false;
  for await (const chunk of stream) {
    chunks.push(chunk);
    kept += chunk.byteLength;
    if (kept <= 2 * maxBytes) continue;
    const tail = Buffer.concat(chunks).subarray(-maxBytes);
    chunks = [tail];
    kept = tail.byteLength;
    cut = true;
  }
  const all = Buffer.concat(chunks);
  if (!cut && all.byteLength <= maxBytes) return all.toString('utf8');
  const tail = all.subarray(-maxBytes).toString('utf8');
  return tail.slice(tail.indexOf('\n') + 1);
}
