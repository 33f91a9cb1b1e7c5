import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templatesOf } from '../../../src/detectors/workflows/model/template.ts';
import { scalarsBelow } from '../../../src/detectors/workflows/model/yaml-access.ts';
import { parseYaml } from '../../../src/detectors/workflows/model/yaml-tree.ts';
import { UnparsableError } from '../../../src/errors.ts';
import { findAll } from './find-rule.ts';

/** What stands in the file at each template and at each part of its expression. */
const places = (text: string): readonly string[] =>
  scalarsBelow(parseYaml(text))
    .flatMap(scalar => templatesOf(scalar, text))
    .map(({ start, end }) => text.slice(start, end));

describe('templates in YAML scalars', () => {
  it.each([
    ['plain', 'a: x ${{ b }} y', ['${{ b }}']],
    ['plain over lines', 'a: x\n  y ${{ b }}\n  ${{ c }}', ['${{ b }}', '${{ c }}']],
    ['single quotes', "a: 'it''s ${{ b }}'", ['${{ b }}']],
    ['single quotes inside', "a: '${{ b == ''x'' }} ${{ c }}'", ["${{ b == ''x'' }}", '${{ c }}']],
    ['double quotes', 'a: "\\t\\u0041\\x41 ${{ b }}"', ['${{ b }}']],
    ['double quotes over lines', 'a: "x \\\n   y ${{ b }}\n\n   ${{ c }}"', ['${{ b }}', '${{ c }}']],
    ['literal', 'a: |\n  one\n    ${{ b }}\n\n  ${{ c }}\n', ['${{ b }}', '${{ c }}']],
    ['literal with indicator', 'a: |2-\n    one ${{ b }}\n', ['${{ b }}']],
    ['folded', 'a: >-\n  one\n  ${{ b }}\n\n  two ${{ c }}\n', ['${{ b }}', '${{ c }}']],
    ['over lines', 'a: |\n  ${{ b\n    && c }}\n', ['${{ b\n    && c }}']],
    ['Windows line ends', 'a: |\r\n  one\r\n  ${{ b }}\r\nc: ${{ d }}\r\n', ['${{ b }}', '${{ d }}']],
    ['braces in strings', "a: ${{ format('}}', b) }} ${{ c }}", ["${{ format('}}', b) }}", '${{ c }}']],
    ['not closed', 'a: ${{ b', []],
    ['comments', '# ${{ a }}\nb: c # ${{ d }}', []],
  ])('finds them in %s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('places every part of an expression exactly', () => {
    const text = 'a: |\n  echo "x"\n  echo ${{ github.actor || inputs.name }}\n';
    const [template] = scalarsBelow(parseYaml(text)).flatMap(scalar => templatesOf(scalar, text));
    const expression = template?.expression;
    if (template === undefined || expression?.kind !== 'binary') throw new Error('no expression');
    const { start, end } = template.place(expression.right);
    expect(text.slice(start, end)).toBe('inputs.name');
  });

  it('places templates exactly whatever surrounds them', () => {
    const piece = fc.constantFrom('x', ' ', "'", '"', '\\', 'é', '😀', ': ', '#', '\t', '{', '}');
    const style = fc.constantFrom('double', 'single', 'literal');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), style, (pieces, kind) => {
        const value = `a${pieces.join('')}\${{ b }}`;
        const text =
          kind === 'double'
            ? `k: ${JSON.stringify(value)}`
            : kind === 'single'
              ? `k: '${value.replaceAll("'", "''")}'`
              : `k: |\n  ${value}\n`;
        expect(places(text)).toEqual(['${{ b }}']);
      }),
    );
  });
});

describe('parseYaml', () => {
  it('shares what an alias refers to', () => {
    const root = parseYaml('a: &x {k: v}\nb: *x\n');
    if (root?.kind !== 'map') throw new Error('no map');
    expect(root.entries[1]?.value).toBe(root.entries[0]?.value);
  });

  it('honours merge keys without overriding', () => {
    const root = parseYaml('a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}\n');
    const merged = root?.kind === 'map' ? root.entries[1]?.value : undefined;
    const pairs =
      merged?.kind === 'map' ? merged.entries.map(e => `${e.key}=${(e.value as { text: string }).text}`) : [];
    expect(pairs).toEqual(['k=3', 'l=2']);
  });

  it('reads an alias inside its own anchor as null', () => {
    expect(scalarsBelow(parseYaml('a: &x [1, *x]')).map(scalar => scalar.value)).toEqual([1, null]);
  });

  it('keeps values as written', () => {
    expect(scalarsBelow(parseYaml('a: 1.10\nb: yes\nc: ~\non: x')).map(scalar => scalar.text)).toEqual([
      '1.10',
      'yes',
      '',
      'x',
    ]);
  });

  const bomb = Array.from({ length: 30 }, (_, i) =>
    i === 0 ? 'a0: &a0 [x, x, x, x]\n' : `a${i}: &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}, *a${i - 1}]\n`,
  ).join('');
  it.each([
    ['broken YAML', 'a: [b'],
    ['a tab for indentation', 'a:\n\tb: c'],
    ['several documents', 'a: b\n---\nc: d\n'],
    ['hostile nesting', '['.repeat(20_000)],
    ['deep nesting', `${'[ '.repeat(200)}${'] '.repeat(200)}`],
    ['an alias bomb', bomb],
  ])('refuses %s', (_, text) => {
    expect(() => parseYaml(text)).toThrow(UnparsableError);
  });

  it('has nothing to say about an empty file', () => {
    expect(parseYaml('# nothing\n')).toBeUndefined();
  });
});

describe('documents', () => {
  it('refuses more steps than anybody writes', () => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - &s {run: x}\n${'      - *s\n'.repeat(6000)}`;
    expect(() => findAll(text)).toThrow('more than 5000 jobs and steps');
  });

  it.each([
    ['a workflow', '.github/workflows/a.yml', 'on: push\njobs: {a: {uses: octo/a/b.yml@v1}}\n'],
    ['an action', 'tools/x/action.yaml', 'runs: {using: composite, steps: [{uses: octo/a@v1}]}\n'],
    [
      'a workflow named as an action',
      '.github/workflows/action.yml',
      'on: push\njobs: {a: {uses: octo/a/b.yml@v1}}\n',
    ],
  ])('reads %s', (_, path, text) => {
    expect(findAll(text, path).map(({ rule }) => rule)).toContain('unpinned-uses');
  });

  it.each([
    ['.github/workflows/empty.yml', '# nothing yet\n'],
    ['deploy/action.yml', 'tasks: []\n'],
    ['.github/dependabot.yml', 'version: 2\n'],
  ])('has nothing to say about %s', (path, text) => {
    expect(findAll(text, path)).toEqual([]);
  });
});
