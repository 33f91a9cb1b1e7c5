import { describe, expect, it } from 'vitest';
import { largestFileBytes } from '../../src/analysis/largest-file.ts';

describe('the largest file that is looked at', () => {
  it.each([
    ['package-lock.json', 8_388_608],
    ['web/pnpm-lock.yaml', 8_388_608],
    ['Cargo.lock', 8_388_608],
    ['go.sum', 8_388_608],
    ['my-yarn.lock', 1_048_576],
    ['src/app.ts', 1_048_576],
    ['package.json', 1_048_576],
  ])('is for %s %d bytes', (path, bytes) => {
    expect(largestFileBytes(path)).toBe(bytes);
  });
});
