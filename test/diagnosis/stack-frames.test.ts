import { describe, expect, it } from 'vitest';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { frameIn } from '../../src/diagnosis/stack-frames.ts';

describe('a frame of a stack', () => {
  it.each([
    ['    at total (/home/runner/work/shop/shop/src/cart.ts:12:7)', 'src/cart.ts', 12],
    ['    at async file:///home/runner/work/shop/shop/src/cart.mjs:3:1', 'src/cart.mjs', 3],
    [' ❯ src/cart.ts:12:7', 'src/cart.ts', 12],
    ['  File "/home/runner/work/shop/shop/shop/cart.py", line 9, in total', 'shop/cart.py', 9],
    ['shop/cart.py:9: ValueError', 'shop/cart.py', 9],
    ['\tat org.shop.Cart.total(Cart.java:41)', 'Cart.java', 41],
    ['\t/home/runner/work/shop/shop/cart.go:17 +0x1d', 'cart.go', 17],
    ['             at ./src/cart.rs:5:9', './src/cart.rs'.slice(2), 5],
    ['   at Shop.Cart.Total() in /home/runner/work/shop/shop/Cart.cs:line 8', 'Cart.cs', 8],
    ["     # ./lib/cart.rb:6:in 'total'", 'lib/cart.rb', 6],
    ['#0 src/Cart.php(22): total()', 'src/Cart.php', 22],
  ])('%s', (text, path, line) => {
    expect(frameIn(text)).toMatchObject({ path, line });
  });

  it.each([
    '    at Module._compile (node:internal/modules/cjs/loader:1554:14)',
    '    at run (/home/runner/work/shop/shop/node_modules/vitest/dist/run.js:1:2)',
    '  File "/usr/lib/python3.12/unittest/case.py", line 58, in run',
    'we met at noon (see notes.txt:1:2 for more)',
    `at ${'x'.repeat(5_000)}`,
  ])('is not one of the repository: %s', text => {
    expect(frameIn(text)).toBeUndefined();
  });
});

describe('the stack of a failure', () => {
  it('is what stands around its first error, in the order of the log', async () => {
    const log = `##[group]Run node a.js
##[endgroup]
    at other (src/before.ts:1:1)
${'ordinary\n'.repeat(40)}TypeError: x is not a function
    at total (src/cart.ts:12:7)
    at main (src/main.ts:3:1)
    at node:internal/main/run_main_module:33:47
##[error]Process completed with exit code 1.
`;
    const { failures } = await analyseLog([log], { mask: text => text });
    expect(failures[0]?.frames.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'src/cart.ts:12',
      'src/main.ts:3',
    ]);
  });
});
