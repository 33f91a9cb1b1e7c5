import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';

/** An object as `git cat-file --batch` gives it. */
export type GitObject = { readonly oid: string; readonly type: string; readonly content: Buffer };

/**
 * Reads objects by expression. What is asked for in the same turn of the event loop is read by one process:
 * a GraphQL query names fifty objects, a large change thousands.
 */
export class ObjectReader {
  readonly #folder: string;
  #waiting: { readonly expression: string; readonly resolve: (object: GitObject | undefined) => void }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(expression: string): Promise<GitObject | undefined> {
    // One expression is one line of the process's input.
    if (/[\n\r]/.test(expression) || expression === '') return Promise.resolve(undefined);
    return new Promise(resolve => {
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      this.#waiting.push({ expression, resolve });
    });
  }

  #flush(): void {
    const asked = this.#waiting;
    this.#waiting = [];
    const chunks: Buffer[] = [];
    const git = spawn('git', ['--git-dir', this.#folder, 'cat-file', '--batch'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    git.on('close', () => {
      const objects = parseBatch(Buffer.concat(chunks));
      for (const [index, { resolve }] of asked.entries()) resolve(objects[index]);
    });
    git.stdin.end(asked.map(({ expression }) => `${expression}\n`).join(''));
  }
}

/** `<oid> <type> <size>\n<content>\n` per object; another first line means that there is none. */
function parseBatch(output: Buffer): readonly (GitObject | undefined)[] {
  const objects: (GitObject | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(output.subarray(at, end).toString('utf8'));
    at = end + 1;
    if (match === null) {
      objects.push(undefined);
      continue;
    }
    const [, oid = '', type = '', size = '0'] = match;
    objects.push({ oid, type, content: output.subarray(at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return objects;
}
