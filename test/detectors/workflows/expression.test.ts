import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantOf } from '../../../src/detectors/workflows/model/constant.ts';
import { expandedContexts } from '../../../src/detectors/workflows/model/dataflow.ts';
import { pathOf, withDescendants } from '../../../src/detectors/workflows/model/expression.ts';
import { parseExpression } from '../../../src/detectors/workflows/model/parse-expression.ts';

const contexts = (text: string): readonly string[] => {
  const expression = parseExpression(text);
  return expression === undefined
    ? ['unparsable']
    : withDescendants(expression).flatMap(part => (part.kind === 'context' ? [pathOf(part)] : []));
};

describe('parseExpression', () => {
  it.each([
    ['github.actor', ['github.actor']],
    ["github['event'].issue.title", ['github.event.issue.title']],
    ['github . event . number', ['github.event.number']],
    ['github.event.commits[0].message', ['github.event.commits.*.message']],
    ['github.event.commits.*.message', ['github.event.commits.*.message']],
    ['matrix[ * ]', ['matrix.*']],
    ["fromJSON(steps.x.outputs.y).a['b'][0]", ['steps.x.outputs.y']],
    ['inputs[inputs.name]', ['inputs.*', 'inputs.name']],
    ['!(a && b) || c >= 0x1F', ['a', 'b', 'c']],
    ["contains('it''s', github.ref)", ['github.ref']],
    ['ENV.Foo-Bar_1', ['env.foo-bar_1']],
    ['true && null', []],
    ['-1.5e3 == a', ['a']],
  ])('reads %s', (text, expected) => {
    expect(contexts(text)).toEqual(expected);
  });

  it.each(['', 'a b', 'a.', '(a', 'a)', "'open", 'f(a', 'f(,)', 'a ==', '${{ a }}', 'a[', 'a["b"]'])(
    'refuses %s',
    text => {
      expect(parseExpression(text)).toBeUndefined();
    },
  );

  it('gives every part the span of its own text', () => {
    const text = " github.event_name == 'push' && f(a.b) ";
    const parts = withDescendants(parseExpression(text) ?? failed());
    expect(parts.map(part => text.slice(part.start, part.end))).toEqual([
      "github.event_name == 'push' && f(a.b)",
      "github.event_name == 'push'",
      'github.event_name',
      "'push'",
      'f(a.b)',
      'a.b',
    ]);
  });

  it('never throws and keeps spans inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      '.',
      '(',
      ')',
      '[',
      ']',
      '*',
      "'x'",
      '&&',
      '||',
      '!',
      '==',
      ',',
      ' ',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const expression = parseExpression(text);
        for (const part of expression === undefined ? [] : withDescendants(expression)) {
          expect(part.start).toBeGreaterThanOrEqual(0);
          expect(part.end).toBeLessThanOrEqual(text.length);
          expect(part.start).toBeLessThan(part.end);
        }
      }),
    );
  });

  it.each([
    `${'('.repeat(5000)}a`,
    `${'a||'.repeat(5000)}a`,
    `${'!'.repeat(5000)}a`,
    `a${'[a'.repeat(5000)}`,
  ])('gives up on hostile nesting', text => {
    expect(parseExpression(text)).toBeUndefined();
  });
});

describe('constantOf', () => {
  it.each([
    ["''", ''],
    ['1 > 2 || true', true],
    ["format('{0} {1}', 'a', 'b')", 'a b'],
    ["startsWith('abc', 'A')", true],
    ["ENDSWITH('abc', 'c')", true],
    ["'A' == 'a'", true],
    ["!''", true],
    ['null == 0', true],
    ["true && '' || 'x'", 'x'],
    ["format('{0}', github.actor)", undefined],
    ["fromJSON('[1]')", undefined],
    ['always()', undefined],
    ['a || true', undefined],
  ])('evaluates %s', (text, expected) => {
    expect(constantOf(parseExpression(text) ?? failed())).toBe(expected);
  });
});

describe('expandedContexts', () => {
  it.each([
    ["github.ref == 'x' && 'a' || 'b'", []],
    ["github.ref == 'x' && github.head_ref || github.sha", ['github.head_ref', 'github.sha']],
    ['contains(github.head_ref, inputs.x)', []],
    ["format('{0}', github.head_ref)", ['github.head_ref']],
    ['fromJSON(toJSON(github.event)).a', ['github.event']],
    ['!github.head_ref', []],
    ['hashFiles(inputs.x) || (inputs.y && inputs.z)', ['inputs.z']],
  ])('follows %s', (text, expected) => {
    expect(expandedContexts(parseExpression(text) ?? failed()).map(pathOf)).toEqual(expected);
  });
});

function failed(): never {
  throw new Error('the expression did not parse');
}
