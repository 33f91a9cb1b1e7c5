import { describe, expect, it } from 'vitest';
import { checkTexts, told } from './check-texts.ts';

/** Path, text before, text after, and what is told without its place; empty for what breaks nobody. */
const cases: readonly (readonly [
  what: string,
  path: string,
  base: string,
  head: string,
  expected: readonly string[],
])[] = [
  [
    'removed function',
    'src/a.ts',
    'export function total(): void {}\nexport const b = 1;\n',
    'export const b = 1;\n',
    ['1 The exported function `total` was removed (it stood in line 1).'],
  ],
  [
    'new required parameter',
    'src/a.ts',
    'export function total(a: number) {}\n',
    'export function total(a: number, b: string) {}\n',
    ['1 The exported function `total` now needs the parameter `b`.'],
  ],
  [
    'new optional parameter',
    'src/a.ts',
    'export function total(a: number) {}\n',
    'export function total(a: number, b = 1, c?: string) {}\n',
    [],
  ],
  [
    'rest parameter',
    'src/a.ts',
    'export function f(a: number) {}\n',
    'export function f(a: number, ...more: number[]) {}\n',
    [],
  ],
  [
    'removed parameter',
    'src/a.ts',
    'export const f = (a: number, b: number) => a;\n',
    'export const f = (a: number) => a;\n',
    ['1 The exported function `f` no longer takes `b`.'],
  ],
  [
    'other parameter type',
    'src/a.ts',
    'export function f(a: number) {}\n',
    'export function f(a: string) {}\n',
    ['1 The exported function `f` takes `string` instead of `number` as `a`.'],
  ],
  [
    'wider parameter type',
    'src/a.ts',
    'export function f(a: number) {}\n',
    'export function f(a: number | string) {}\n',
    [],
  ],
  [
    'renamed parameter',
    'src/a.ts',
    'export function f(a: number) {}\n',
    'export function f(b: number) {}\n',
    [],
  ],
  [
    'other return type',
    'src/a.ts',
    'export function f(): number { return 1; }\n',
    'export function f(): Promise<number> { return x; }\n',
    ['1 The exported function `f` gives `Promise<number>` instead of `number`.'],
  ],
  [
    'only the body',
    'src/a.ts',
    'export function f(): number { return 1; }\n',
    'export function f(): number { return 2; }\n',
    [],
  ],
  ['not exported', 'src/a.ts', 'function f() {}\nexport const a = 1;\n', 'export const a = 1;\n', []],
  [
    'export clause',
    'src/a.ts',
    'function f() {}\nfunction g() {}\nexport { f, g as h };\n',
    'function f() {}\nfunction g() {}\nexport { f };\n',
    ['3 The exported function `h` was removed (it stood in line 3).'],
  ],
  [
    'default export',
    'src/a.ts',
    'export default function f(a: number) {}\n',
    'export default function f() {}\n',
    ['1 The exported function `default` no longer takes `a`.'],
  ],
  [
    'star re-export',
    'src/index.ts',
    "export * from './a';\nexport * from './b';\n",
    "export * from './a';\n",
    ["1 The exported re-export `* from './b'` was removed (it stood in line 2)."],
  ],
  [
    'class member',
    'src/a.ts',
    'export class Cart {\n  add(a: number) {}\n  private b() {}\n}\n',
    'export class Cart {\n  add(a: number, b: number) {}\n}\n',
    ['2 The exported method `Cart.add` now needs the parameter `b`.'],
  ],
  [
    'member of what is only read',
    'src/a.ts',
    'export interface Order {\n  a: string;\n}\n',
    'export interface Order {\n  a: string;\n  c: string;\n}\n',
    [],
  ],
  [
    'interface member',
    'src/a.ts',
    'export interface AOptions {\n  a: string;\n  b?: string;\n}\n',
    'export interface AOptions {\n  a: string;\n  c: string;\n}\n',
    [
      '3 The exported property `AOptions.b` was removed (it stood in line 3).',
      '3 The exported interface `AOptions.c` is new and not optional: values made so far lack it.',
    ],
  ],
  [
    'enum member',
    'src/a.ts',
    'export enum E { A, B }\n',
    'export enum E { A }\n',
    ['1 The exported member `E.B` was removed (it stood in line 1).'],
  ],
  [
    'type alias',
    'src/a.ts',
    "export type T = 'a' | 'b';\n",
    "export type T = 'a';\n",
    ["1 The exported type `T` is `'a'` instead of `'a' | 'b'`."],
  ],
  [
    'overloads',
    'src/a.ts',
    'export function f(a: string): void;\nexport function f(a: number): void;\n',
    'export function f(a: string): void;\nexport function f(a: boolean): void;\n',
    [],
  ],
  [
    'CommonJS',
    'lib/a.js',
    'function f(a) {}\nmodule.exports = { f, g: 1 };\n',
    'function f(a) {}\nmodule.exports = { f };\n',
    ['2 The exported value `g` was removed (it stood in line 2).'],
  ],
  [
    'JavaScript function',
    'src/a.js',
    'export function f(a) {}\n',
    'export function f(a, b) {}\n',
    ['1 The exported function `f` now needs the parameter `b`.'],
  ],
  ['syntax error', 'src/a.ts', 'export function f() {}\n', 'export function (\n', []],
  ['internal code', 'src/internal/a.ts', 'export function f() {}\n', 'export {};\n', []],
  ['test code', 'test/a.test.ts', 'export function f() {}\n', 'export {};\n', []],

  [
    'Python: removed',
    'shop/cart.py',
    'def total(a):\n    pass\n\ndef _b():\n    pass\n',
    'x = 1\n',
    ['1 The exported function `total` was removed (it stood in line 1).'],
  ],
  [
    'Python: required parameter',
    'shop/cart.py',
    'def total(a):\n    pass\n',
    'def total(a, b):\n    pass\n',
    ['1 The exported function `total` now needs the parameter `b`.'],
  ],
  [
    'Python: default parameter',
    'shop/cart.py',
    'def total(a):\n    pass\n',
    'def total(a, b=1, *args, **more):\n    pass\n',
    [],
  ],
  [
    'Python: renamed keyword',
    'shop/cart.py',
    'def total(a):\n    pass\n',
    'def total(b):\n    pass\n',
    ['1 The exported function `total` calls its parameter `a` `b` now.'],
  ],
  [
    'Python: positional only',
    'shop/cart.py',
    'def total(a, /):\n    pass\n',
    'def total(b, /):\n    pass\n',
    [],
  ],
  [
    'Python: method',
    'shop/cart.py',
    'class Cart:\n    def add(self, a):\n        pass\n',
    'class Cart:\n    def add(self):\n        pass\n',
    ['2 The exported method `Cart.add` no longer takes `a`.'],
  ],
  [
    'Python: __all__',
    'shop/cart.py',
    "__all__ = ['a']\ndef a():\n    pass\ndef b():\n    pass\n",
    "__all__ = ['a']\ndef a():\n    pass\n",
    [],
  ],

  [
    'Go: removed',
    'cart/cart.go',
    'package cart\n\nfunc Total() int { return 1 }\n\nfunc b() {}\n',
    'package cart\n',
    ['1 The exported function `Total` was removed (it stood in line 3).'],
  ],
  [
    'Go: parameter',
    'cart/cart.go',
    'package cart\n\nfunc Total(a, b int) int { return 1 }\n',
    'package cart\n\nfunc Total(a int, b string) int { return 1 }\n',
    ['3 The exported function `Total` takes `string` instead of `int` as `b`.'],
  ],
  [
    'Go: method and field',
    'cart/cart.go',
    'package cart\n\ntype Cart struct {\n\tID int\n\tname string\n}\n\nfunc (c *Cart) Add() {}\n',
    'package cart\n\ntype Cart struct {\n\tID string\n}\n',
    [
      '4 The exported field `Cart.ID` is `string` instead of `int`.',
      '5 The exported method `Cart.Add` was removed (it stood in line 8).',
    ],
  ],

  [
    'Java: method',
    'src/main/java/Cart.java',
    'public class Cart {\n  public int total(int a) { return a; }\n  private void b() {}\n}\n',
    'public class Cart {\n  public int total(long a) { return 1; }\n}\n',
    ['2 The exported method `Cart.total(int)` was removed (it stood in line 2).'],
  ],
  [
    'Java: return type',
    'src/main/java/Cart.java',
    'public class Cart {\n  public int total() { return 1; }\n}\n',
    'public class Cart {\n  public long total() { return 1; }\n}\n',
    ['2 The exported method `Cart.total()` is `long` instead of `int`.'],
  ],
];

describe('breaking changes of exports', () => {
  it.each(cases)('%s', async (_, path, base, head, expected) => {
    const findings = await checkTexts({ [path]: [base, head] });
    const sentences = told(findings, 'breaking-export').map(line => line.slice(path.length + 1));
    expect(sentences.toSorted()).toEqual([...expected].toSorted());
  });

  it('tells where an export was moved, less severely', async () => {
    const findings = await checkTexts({
      'src/a.ts': ['export function total() {}\n', 'export {};\n'],
      'src/b.ts': [null, 'export function total() {}\n'],
    });
    expect(findings.filter(({ rule }) => rule === 'breaking-export')).toMatchObject([
      { severity: 'low', message: expect.stringContaining('was moved to `src/b.ts`') },
    ]);
  });

  it('takes a Go package as one', async () => {
    const findings = await checkTexts({
      'cart/a.go': ['package cart\n\nfunc Total() {}\n', 'package cart\n'],
      'cart/b.go': ['package cart\n', 'package cart\n\nfunc Total() {}\n'],
    });
    expect(told(findings, 'breaking-export')).toEqual([]);
  });

  it('names the line of the base for a removed file, and says so', async () => {
    const findings = await checkTexts({ 'src/a.ts': ['// one\nexport function total() {}\n', null] });
    expect(findings.filter(({ rule }) => rule === 'breaking-export')).toMatchObject([
      { path: 'src/a.ts', line: 2, onBase: true, evidence: 'function total() {}' },
    ]);
  });
});
