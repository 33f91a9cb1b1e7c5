import { describe, expect, it } from 'vitest';
import { formatConfigProblem, mergeConfigs, parseConfig } from '../../src/config/index.ts';

const parse = (text: string) => parseConfig(text, { file: 'devops.yml', ruleIds: [] });
const written = (text: string) => parse(`guardrails:\n${text}`).written;

describe('guardrails of the configuration', () => {
  it('are read with their defaults', () => {
    const { config, errors } = parse(
      'guardrails:\n  no-production:\n    places: [tool-input]\n    patterns: ["prod-\\\\w+"]\n    message: Not production.\n',
    );
    expect(errors).toEqual([]);
    expect(config.guardrails).toEqual([
      {
        name: 'no-production',
        places: ['tool-input'],
        tools: undefined,
        always: true,
        action: 'stop',
        message: 'Not production.',
        check: { kind: 'pattern', patterns: ['prod-\\w+'], ignoreCase: true },
      },
    ]);
  });

  it.each([
    [
      'a pattern that may run away',
      '{ places: [input], message: x, patterns: ["(a)\\\\1"] }',
      'uses a backreference',
    ],
    ['no way to decide', '{ places: [input], message: x }', 'exactly one of patterns, rule and url'],
    [
      'two ways',
      '{ places: [input], message: x, rule: y, patterns: [z] }',
      'exactly one of patterns, rule and url',
    ],
    ['an unknown place', '{ places: [inptu], message: x, rule: y }', 'Did you mean "input"?'],
    [
      'an address that is no https',
      '{ places: [input], message: x, url: "http://a.example" }',
      'url must be',
    ],
  ])('with %s are refused', (_, guardrail, expected) => {
    const problems = parse(`guardrails:\n  mine: ${guardrail}\n`).errors.map(formatConfigProblem);
    expect(problems.join('\n')).toContain(expected);
  });

  it('of the organisation cannot be replaced by a repository, which adds its own', () => {
    const { config, warnings } = mergeConfigs({
      organisation: written('  a: { places: [input], message: theirs, rule: x }\n'),
      repository: written(
        '  a: { places: [output], message: ours, rule: y }\n  b: { places: [output], message: ours, rule: y }\n',
      ),
      severityOf: () => undefined,
    });
    expect(config.guardrails.map(({ name, message }) => `${name} ${message}`).toSorted()).toEqual([
      'a theirs',
      'b ours',
    ]);
    expect(warnings).toEqual([expect.stringContaining('guardrails.a')]);
  });
});
