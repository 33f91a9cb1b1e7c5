import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';

/** Where the build puts the chunks of the SDKs: one brotli-compressed JSON object of texts by name. */
export const packedFile = 'packed-chunks.br';

/**
 * Serves the modules that the build packed, which only jobs with a model or AWS need: four megabytes of SDKs are under
 * one this way. They are unpacked into memory when the first of them is imported; nothing is written.
 *
 * @param folder URL of the bundle's folder, with a slash at its end. Without the packed file nothing changes.
 */
export function servePackedChunks(folder: URL): void {
  const packed = fileURLToPath(new URL(packedFile, folder));
  if (!existsSync(packed)) return;
  let chunks: ReadonlyMap<string, string> | undefined;
  const sourceOf = (url: string): string | undefined => {
    chunks ??= readChunks(packed, folder);
    return chunks.get(url);
  };
  registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.startsWith('./') || context.parentURL?.startsWith(folder.href) !== true)
        return next(specifier, context);
      const { href: url } = new URL(specifier, context.parentURL);
      if (existsSync(fileURLToPath(url)) || sourceOf(url) === undefined) return next(specifier, context);
      return { url, format: 'module', shortCircuit: true };
    },
    load(url, context, next) {
      const source = chunks?.get(url);
      return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
    },
  });
}

function readChunks(packed: string, folder: URL): ReadonlyMap<string, string> {
  const texts = z
    .record(z.string(), z.string())
    .parse(JSON.parse(brotliDecompressSync(readFileSync(packed)).toString('utf8')));
  return new Map(Object.entries(texts).map(([name, text]) => [new URL(name, folder).href, text]));
}
