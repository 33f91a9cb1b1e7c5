import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { largestFileBytes } from '../analysis/largest-file.ts';
import type { NotAnalysed } from '../contracts/finding.ts';
import { errorCode } from './error-code.ts';
import { decodeFile, type FileContent, probeBytes } from './file-content.ts';

/** A file's content, `absent` when there is nothing to read (a link, a deleted file), or why it is a gap. */
export type FileReading =
  | FileContent
  | { readonly kind: 'absent' }
  | { readonly kind: 'gap'; readonly gap: NotAnalysed };

/** Reads one file of a work tree; does not follow a symbolic link at its end. Never throws. */
export function readWorkTreeFile(root: string, path: string): FileReading {
  let descriptor: number | undefined;
  try {
    // Not blocking: a named pipe would wait for a writer for ever.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    descriptor = openSync(join(root, path), flags);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { kind: 'absent' };
    if (stats.size <= largestFileBytes(path)) return decodeFile(path, readFileSync(descriptor));
    const probe = Buffer.alloc(probeBytes);
    readSync(descriptor, probe, 0, probeBytes, 0);
    return decodeFile(path, probe).kind === 'binary' ? { kind: 'binary' } : tooLarge(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ELOOP') return { kind: 'absent' };
    return { kind: 'gap', gap: { path, reason: `the file could not be read (${code})` } };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The reading of a text that is larger than what detectors look at. */
export function tooLarge(path: string): FileReading {
  return { kind: 'gap', gap: { path, reason: `larger than ${largestFileBytes(path)} bytes` } };
}
