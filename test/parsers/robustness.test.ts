import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigNode } from '../../src/parsers/config-node.ts';
import { parseHcl } from '../../src/parsers/hcl.ts';
import { parseJson } from '../../src/parsers/json.ts';
import { SyntaxProblem } from '../../src/parsers/syntax-problem.ts';
import { parseYaml } from '../../src/parsers/yaml.ts';

const parsers = { json: parseJson, yaml: parseYaml, hcl: parseHcl };

function outcome(parse: (text: string) => unknown, text: string): string {
  try {
    parse(text);
    return 'read';
  } catch (error) {
    return error instanceof SyntaxProblem ? 'refused' : `threw ${String(error)}`;
  }
}

/** Fragments that make grammars stumble when they are put together. */
const fragments = fc.array(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '${',
    '}',
    ':',
    '=',
    ',',
    '\n',
    ' ',
    '<<EOF\n',
    'EOF\n',
    'a',
    '1',
    '-',
    '- ',
    '&a',
    '*a',
    '!Sub',
    '\\',
    '/*',
    '*/',
    '#',
    '|',
    '>',
    '?',
    'for ',
    '(',
    ')',
    '.',
    '%{',
    '\t',
  ),
  { maxLength: 60 },
);

describe.each(Object.entries(parsers))('the %s reader', (name, parse) => {
  it('reads or refuses whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fragments.map(parts => parts.join('')),
          fc.string(),
        ),
        text => {
          expect(outcome(parse, text)).toMatch(/^(?:read|refused)$/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['[', '{"a":', '- ', '(', '"${', 'a {\n', 'x = -', 'x = [', '? '])(
    'is not brought down by a long run of %j',
    opener => {
      expect(outcome(parse, opener.repeat(50_000))).toMatch(/^(?:read|refused)$/);
    },
  );

  it(`keeps ${name} values at their places`, () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 }), words => {
        const list = `[${words.map(word => `"${word}"`).join(', ')}]`;
        const text = name === 'hcl' ? `x = ${list}\n` : `{"x": ${list}}`;
        const parsed = parse(text);
        const root = (
          Array.isArray(parsed) ? parsed[0] : 'blocks' in parsed ? parsed.attributes : parsed
        ) as ConfigNode;
        const value = root.kind === 'map' ? root.entries[0]?.value : undefined;
        const items = value?.kind === 'list' ? value.items : [];
        expect(items.map(item => text.slice(item.start + 1, item.end - 1))).toEqual(words);
      }),
    );
  });
});

describe('YAML aliases', () => {
  it('refuses a bomb', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}, *l${n}, *l${n}]`);
    expect(outcome(parseYaml, `l0: &l0 [x]\n${levels.join('\n')}\n`)).toBe('refused');
  });

  it('refuses a value that holds itself', () => {
    expect(outcome(parseYaml, 'a: &a\n  b: *a\n')).toBe('refused');
  });

  it('lets own keys win over merged ones', () => {
    const [document] = parseYaml('base: &base { x: 1, y: 1 }\nown:\n  <<: *base\n  x: 2\n');
    const own = document?.kind === 'map' ? document.entries[1]?.value : undefined;
    const keys = own?.kind === 'map' ? own.entries.map(entry => entry.key) : [];
    expect(keys).toEqual(['x', 'y', 'x']);
  });
});
