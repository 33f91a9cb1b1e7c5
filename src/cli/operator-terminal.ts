import { closeSync, openAsBlob, openSync, writeSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ToolTerminal } from '../contracts/tool.ts';
import { escapeText } from './escape-text.ts';

/**
 * The person's own terminal: what is revealed goes to the device itself, past standard output and standard error, which
 * may be files, logs of a job or another program.
 */
export function createOperatorTerminal(folder: string, device = '/dev/tty'): ToolTerminal {
  return {
    reveal: canWrite(device) ? (label, credential) => write(device, label, credential) : undefined,
    async openFile(path) {
      const file = resolve(folder, path);
      const found = await stat(file).catch(() => undefined);
      return found?.isFile() === true ? await openAsBlob(file) : undefined;
    },
  };
}

function canWrite(device: string): boolean {
  try {
    closeSync(openSync(device, 'w'));
    return true;
  } catch {
    return false;
  }
}

function write(device: string, label: string, credential: string): void {
  const descriptor = openSync(device, 'w');
  try {
    writeSync(descriptor, `${escapeText(label)}, shown this once:\n${escapeText(credential)}\n`);
  } finally {
    closeSync(descriptor);
  }
}
