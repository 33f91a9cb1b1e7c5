import { expect, it } from 'vitest';
import { mentionedPaths } from '../../src/triage/mentioned-paths.ts';

it.each([
  ['prose', 'It is in src/cart/total.ts, I think.', ['src/cart/total.ts']],
  ['code marks', 'See `app.ts` and `lib/a.py:12`', ['lib/a.py', 'app.ts']],
  ['a stack trace of node', '    at total (src/cart/total.ts:12:3)', ['src/cart/total.ts']],
  ['an absolute path', 'at f (/home/ada/shop/src/a.ts:1:2)', ['shop/src/a.ts', 'src/a.ts']],
  ['a dependency', 'at x (/app/node_modules/express/lib/router.js:1:2)', []],
  ['a stack trace of Python', 'File "src/shop/cart.py", line 3, in total', ['src/shop/cart.py']],
  ['a panic of Rust', 'thread panicked at src/main.rs:10:5', ['src/main.rs']],
  ['windows', 'in src\\cart\\total.ts(12,3)', ['src/cart/total.ts']],
  ['a link into the repository', 'https://github.com/octo/shop/blob/main/src/a.ts#L3', ['src/a.ts']],
  ['another link', 'https://example.com/a/b.html', []],
  ['going up', '../../etc/passwd.txt', ['etc/passwd.txt']],
  ['no path', 'and/or, 1/2, w/o, e.g. this', []],
])('paths in %s', (_name, text, expected) => {
  expect(mentionedPaths(text)).toEqual(expected);
});

it('takes at most twenty, from however long a text', () => {
  const text = Array.from({ length: 5_000 }, (_, index) => `src/f${index}.ts`).join(' ');
  expect(mentionedPaths(text)).toHaveLength(20);
  expect(mentionedPaths(`${'a/'.repeat(40_000)}`)).toEqual([]);
});
