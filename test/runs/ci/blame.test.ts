import { describe, expect, it } from 'vitest';
import type { ChangedFile } from '../../../src/clients/github/repository-client.ts';
import { type Failure, failureSchema } from '../../../src/contracts/diagnosis.ts';
import { blame } from '../../../src/runs/ci/blame.ts';

const at = (path: string, line: number | null) => ({ path, line, column: null });

function failure(change: Partial<Failure>): Failure {
  return failureSchema.parse({
    category: 'test',
    tool: 'vitest',
    message: 'expected 1 to be 2',
    line: 3,
    job: null,
    step: null,
    alsoIn: [],
    exitCode: 1,
    place: null,
    tests: [],
    problems: [],
    more: 0,
    excerpt: [],
    why: '',
    next: '',
    fingerprint: '0123456789abcdef',
    ...change,
  });
}

/** Adds lines 10 and 11. */
const cart: ChangedFile = {
  path: 'src/cart.ts',
  previousPath: undefined,
  status: 'modified',
  blobSha: 'b'.repeat(40),
  additions: 2,
  deletions: 0,
  patch: '@@ -9,2 +9,4 @@\n one\n+two\n+three\n four',
};

async function touched(change: Partial<Failure>, old: readonly string[] = []) {
  const client = { listChangedFiles: async () => [cart] };
  const open = [{ workflow: 'ci', runId: 1, failures: [failure(change)] }];
  const [blamed] = await blame(client, { open, pullRequest: 1, old: new Set(old) });
  return blamed;
}

describe('the change that most likely did it', () => {
  it.each([
    [
      'a frame on a changed line, before a place beside one',
      { place: at('src/cart.ts', 13), frames: [at('src/main.ts', 1), at('src/cart.ts', 11)] },
      11,
    ],
    ['a place within three lines', { place: at('src/cart.ts', 7) }, 7],
    ['a frame that names the file only', { frames: [at('cart.ts', 10)] }, 10],
  ])('is %s', async (_name, change, line) => {
    expect((await touched(change))?.touched?.line).toBe(line);
  });

  it.each([
    ['a place further away', { place: at('src/cart.ts', 40) }],
    ['another file', { frames: [at('src/other.ts', 10)] }],
    ['a file whose name ends alike', { place: at('t.ts', 10) }],
  ])('is not %s', async (_name, change) => {
    expect((await touched(change))?.touched).toBeUndefined();
  });

  it('is not looked for as the reason where the base branch fails so too', async () => {
    expect((await touched({}, ['0123456789abcdef']))?.old).toBe(true);
  });
});
