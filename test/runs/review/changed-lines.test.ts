import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedLines, linesNotIn } from '../../../src/runs/review/changed-lines.ts';

describe('addedLines', () => {
  it.each([
    ['a new file', '@@ -0,0 +1,3 @@\n+a\n+b\n+c', [{ start: 1, end: 3 }], 3],
    ['one altered line', '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c', [{ start: 2, end: 2 }], 1],
    ['a removal only', '@@ -1,3 +1,2 @@\n a\n-b\n c', [], 0],
    [
      'two hunks',
      '@@ -1 +1,2 @@\n a\n+b\n@@ -10,1 +11,2 @@ function\n x\n+y',
      [
        { start: 2, end: 2 },
        { start: 12, end: 12 },
      ],
      2,
    ],
    ['no newline at the end', '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a', [{ start: 1, end: 1 }], 1],
    ['CRLF lines', '@@ -1,2 +1,3 @@\n a\r\n+b\r\n c\r', [{ start: 2, end: 2 }], 1],
    ['lines that look like headers', '@@ -1,1 +1,3 @@\n a\n+++ b\n+@@ -1 +9 @@', [{ start: 2, end: 3 }], 2],
    ['nothing', '', [], 0],
  ])('reads %s', (_name, patch, ranges, added) => {
    expect(addedLines(patch)).toEqual({ ranges, added });
  });
});

describe('linesNotIn', () => {
  it('marks what stands only in the head, each copy counted', () => {
    expect(linesNotIn('a\nb\nc', 'a\nx\nb\nb\nc')).toEqual([
      { start: 2, end: 2 },
      { start: 4, end: 4 },
    ]);
  });

  it('marks nothing when the head only lost lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), fc.array(fc.boolean()), (lines, keep) => {
        const head = lines.filter((_, index) => keep[index] ?? true);
        fc.pre(head.length > 0);
        // Joining splits strings with line breaks the same way on both sides.
        expect(linesNotIn(lines.join('\n'), head.join('\n'))).toEqual([]);
      }),
    );
  });
});
