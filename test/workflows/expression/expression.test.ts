import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, truth } from '../../../src/workflows/expression/evaluate.ts';
import { ExpressionError } from '../../../src/workflows/expression/expression.ts';
import { parseExpression } from '../../../src/workflows/expression/parse-expression.ts';

const scope = {
  inputs: { environment: 'staging', count: 3, dry: false, nothing: null },
  steps: {
    scan: {
      status: 'succeeded',
      reason: null,
      output: { findings: [{ id: 'a', severity: 'high' }], tags: ['web', 'api'], 'odd name': 1 },
    },
  },
};

function valueOf(source: string): unknown {
  return evaluate(parseExpression(source), scope);
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.at}: ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('an expression', () => {
  it.each<[string, unknown]>([
    ['1', 1],
    ['-2.5', -2.5],
    ["'it''s'", "it's"],
    ['"a b"', 'a b'],
    ['true', true],
    ['null', null],
    ['inputs.count', 3],
    ['inputs', scope.inputs],
    ['steps.scan.output.findings[0].severity', 'high'],
    ["steps.scan.output['odd name']", 1],
    ['steps.scan.output.missing.deeper', null],
    ['steps.scan.output.tags[7]', null],
    ['inputs.constructor', null],
    ['inputs.__proto__', null],
    ['inputs.count > 2', true],
    ['inputs.count >= 4', false],
    ['"b" > "a"', true],
    ['inputs.nothing == null', true],
    ['inputs.environment != null', true],
    ['inputs.environment == "production" || inputs.count == 3 && !inputs.dry', true],
    ['(inputs.environment == "production" || inputs.count == 3) && inputs.dry', false],
    ['length(steps.scan.output.findings)', 1],
    ['length("four")', 4],
    ['contains(steps.scan.output.tags, "web")', true],
    ['contains(steps.scan.output.tags, "we")', false],
    ['any(steps.scan.output.findings)', true],
    ['steps.scan.output.tags == steps.scan.output.tags', true],
  ])('%s is %j', (source, expected) => {
    expect(valueOf(source)).toEqual(expected);
  });

  it.each([
    ['inputs.count > "2"', /cannot order a number and a text/],
    ['inputs.count == "3"', /compares a number with a text/],
    ['!inputs.count', /is a number, not true or false/],
    ['inputs.environment && true', /is a text, not true or false/],
    ['contains("production", "prod")', /looks into a text/],
    ['any(inputs.count)', /asks whether a number has entries/],
    ['length(inputs.count)', /length of a number/],
  ])('%s does not guess', (source, message) => {
    expect(messageOf(() => truth(parseExpression(source), scope))).toMatch(message);
  });

  it.each([
    ['', '0: Expected a value, found "the end".'],
    ['inputs.x = 1', '9: Compare with "==".'],
    ['a & b', '2: Write "&&" for "and".'],
    ["'open", '0: The text that begins here is not closed.'],
    ['(a', '2: Expected ")", found "the end".'],
    ['a b', '2: Did not expect "b" here.'],
    ['1 < 2 < 3', '6: Compares twice in a row; join two comparisons with "&&".'],
    ['contain(a, b)', '0: There is no function "contain". Did you mean "contains"?'],
    ['length(a, b)', '0: length takes 1, not 2.'],
    ['a[b]', '2: Expected a position or a name in quotes after "[".'],
    ['a.', '2: Expected a name after ".".'],
    ['a ? b', '2: "?" has no meaning in an expression.'],
  ])('%j is refused at its place', (source, expected) => {
    expect(messageOf(() => parseExpression(source))).toBe(expected);
  });

  it('is read or refused, whatever is written, and never reaches outside its scope', () => {
    const words = fc.constantFrom(
      'inputs',
      '.',
      'count',
      '(',
      ')',
      '!',
      '==',
      '&&',
      '||',
      '<',
      '1',
      '"x"',
      '[',
      ']',
      ',',
      ' ',
      'length',
      'any',
      '$',
      '{',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), parts => {
        const source = parts.join('');
        expect(messageOf(() => evaluate(parseExpression(source), scope))).toMatch(/^no error$|^\d+: /);
      }),
    );
    for (const deep of ['('.repeat(5000), '!'.repeat(5000), `${'('.repeat(400)}1${')'.repeat(400)}`])
      expect(messageOf(() => parseExpression(deep))).toMatch(/longer than|nested too deeply/);
  });
});
