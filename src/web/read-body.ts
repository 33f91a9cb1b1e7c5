import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/**
 * The request's body, or undefined when it is too large, as soon as that is known: from its declared length, else while
 * reading. GitHub caps webhook payloads at 25 MB.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
