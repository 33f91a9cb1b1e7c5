import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig, formatConfigProblem, parseConfig } from '../../src/config/index.ts';

const ruleIds = ['github-token', 'command-injection'];
const parse = (text: string): ReturnType<typeof parseConfig> =>
  parseConfig(text, { file: '.github/devops.yml', ruleIds });

const complete = `version: 1
review:
  enabled: true
  drafts: true
  bots: [dependabot, renovate]
  fail-on: medium
  report-from: info
  exclude: ["vendor/**", "**/*.snap"]
  rules:
    github-token: off
    command-injection: critical
    semgrep/some.rule: low
  sarif: off
  comment: always
  forks: { model: off }
model:
  name: gpt-5-mini
  base-url: http://localhost:8080/v1
  api-key-env: LLAMA_API_KEY
  price: { input: 0.25, output: 2 }
  max-input-tokens: 8000
  budget: { per-run: 0.1, per-pull-request: 1, per-day: 5 }
deploy:
  environments:
    staging: { runner: { type: event } }
bots:
  allow: [12345]
`;

describe('parseConfig', () => {
  it('reads every setting', () => {
    const { config, errors } = parse(complete);
    expect(errors).toEqual([]);
    expect(config).toMatchObject({
      deploy: { environments: [{ name: 'staging', runner: { type: 'event' } }], freeze: [], on: [] },
      review: {
        enabled: true,
        drafts: true,
        bots: ['dependabot', 'renovate'],
        failOn: 'medium',
        reportFrom: 'info',
        exclude: ['vendor/**', '**/*.snap'],
        rules: { 'github-token': 'off', 'command-injection': 'critical', 'semgrep/some.rule': 'low' },
        sarif: 'off',
        comment: 'always',
        forks: { model: 'off' },
      },
      model: {
        name: 'gpt-5-mini',
        baseUrl: 'http://localhost:8080/v1',
        apiKeyEnv: 'LLAMA_API_KEY',
        price: { inputUsdPerMillion: 0.25, outputUsdPerMillion: 2 },
        maxInputTokens: 8000,
        budget: { perRunUsd: 0.1, perPullRequestUsd: 1, perDayUsd: 5 },
      },
      bots: { allow: [12345] },
    });
  });

  it.each(['', '\n', '# only a comment\n', 'version: 1\n', '---\n', '{}'])(
    'takes %j as the defaults',
    text => {
      expect(parse(text)).toEqual({
        config: defaultConfig,
        written: expect.anything(),
        errors: [],
        warnings: [],
      });
    },
  );

  it.each([
    [
      'unknown key',
      'reveiw:\n  drafts: true\n',
      '1:1: Unknown setting "reveiw". Known here: version, review, dependencies, model, aws, deploy, providers, tools, guardrails, ci, triage, schedule, bots. Did you mean "review"?',
    ],
    [
      'unknown nested key',
      'review:\n  failon: high\n',
      '2:3: Unknown setting "failon". Known here: enabled, drafts, bots, fail-on, report-from, exclude, rules, sarif, comment, forks, online, ignore, max-comments, tests, kinds. Did you mean "fail-on"?',
    ],
    [
      'unknown value',
      'review:\n  fail-on: hihg\n',
      '2:12: review.fail-on must be one of critical, high, medium, low, info, never, not "hihg". Did you mean "high"?',
    ],
    ['wrong type', 'review:\n  drafts: "yes"\n', '2:11: review.drafts must be true or false, not "yes".'],
    [
      'wrong type in a list',
      'review:\n  exclude:\n    - vendor/**\n    - 3\n',
      '4:7: review.exclude.1 must be text, not "3".',
    ],
    [
      'neither of two types',
      'review:\n  bots: 3\n',
      '2:9: review.bots must be true or false or a list, not "3".',
    ],
    ['list where a block belongs', 'review: []\n', '1:9: review must be a block of settings, not "[]".'],
    ['scalar file', 'hello\n', '1:1: the file must be a block of settings, not "hello".'],
    [
      'empty section',
      'review:\nversion: 1\n',
      '1:1: review is empty; give it a value (a block of settings) or remove the line.',
    ],
    [
      'unknown rule',
      'review:\n  rules:\n    github-tokn: off\n',
      '3:5: There is no rule "github-tokn"; `devops rules` lists them. Did you mean "github-token"?',
    ],
    [
      'bad rule setting',
      'review:\n  rules:\n    github-token: on\n',
      '3:19: review.rules.github-token must be one of off, critical, high, medium, low, info, not "on".',
    ],
    [
      'open bracket',
      'review:\n  exclude: ["vendor/[ab"]\n',
      '2:13: review.exclude.0: the glob has a bracket that is not closed.',
    ],
    [
      'absolute glob',
      'review:\n  exclude: [/vendor]\n',
      '2:13: review.exclude.0: the glob starts with "/"; paths are relative to the repository, without a leading slash.',
    ],
    [
      'negated glob',
      'review:\n  exclude: ["!src"]\n',
      '2:13: review.exclude.0: the glob starts with "!"; list what is excluded, negation is not supported.',
    ],
    [
      'duplicate key',
      'version: 1\nreview: {}\nreview: {}\n',
      '3:1: This setting stands in the file twice; keep one of them.',
    ],
    ['other version', 'version: 2\n', '1:10: version must be 1, not "2".'],
    [
      'negative budget',
      'model:\n  budget: { per-run: -1 }\n',
      '2:22: model.budget.per-run must be at least 0, not "-1".',
    ],
    ['incomplete price', 'model:\n  price: { input: 1 }\n', '2:3: model.price.output is missing.'],
    [
      'another secret as the key',
      'model:\n  api-key-env: WEBHOOK_SECRET\n',
      '2:16: model.api-key-env must be of the form /^[A-Z][A-Z0-9_]*_API_KEY$/, not "WEBHOOK_SECRET".',
    ],
    [
      'key sent in clear',
      'model:\n  base-url: http://models.example\n',
      '2:13: model.base-url: must use https; plain http is accepted for this machine (localhost) only.',
    ],
    ['key that is an object', '? {a: 1}\n: 2\n', '1:3: This key cannot be the name of a setting.'],
    [
      'prototype',
      'review:\n  rules:\n    __proto__: off\n',
      '3:5: "__proto__" cannot be the name of a setting.',
    ],
  ])('%s: says where and what', (_, text, message) => {
    const { errors, config } = parse(text);
    expect(errors.map(formatConfigProblem)).toEqual([`.github/devops.yml:${message}`]);
    expect(config).toEqual(defaultConfig);
  });

  it('reports every unknown key of a block', () => {
    expect(parse('review: { a1: 1, b1: 2 }\nx: 1\n').errors.map(error => error.setting)).toEqual(
      expect.arrayContaining(['review.a1', 'review.b1', 'x']),
    );
  });

  it('points at the line in files with CRLF endings', () => {
    expect(parse('version: 1\r\nreview:\r\n  drafts: 3\r\n').errors).toMatchObject([{ line: 3, column: 11 }]);
  });

  it('points at the line of a syntax error', () => {
    expect(parse('review:\n  drafts: [true\nmodel: {}\n').errors[0]).toMatchObject({ line: 3 });
  });

  it('refuses a second document', () => {
    expect(parse('version: 1\n---\nversion: 1\n').errors).toHaveLength(1);
  });

  it('follows aliases', () => {
    const { config, errors } = parse('review: &r\n  exclude: &e [vendor]\nbots: {}\n');
    expect(errors).toEqual([]);
    expect(config.review.exclude).toEqual(['vendor']);
  });

  it('refuses alias bombs', () => {
    const levels = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x, x]'
        : `a${index}: &a${index} [${Array(9)
            .fill(`*a${index - 1}`)
            .join(', ')}]`,
    );
    expect(parse(levels.join('\n')).errors).toMatchObject([{ message: 'The file uses too many aliases.' }]);
  });

  it('refuses text nested too deeply', () => {
    expect(parse('['.repeat(60_000)).errors).not.toEqual([]);
  });

  it('refuses files that are too large', () => {
    expect(parse(`# ${'x'.repeat(70_000)}`).errors).toMatchObject([{ line: 1, column: 1 }]);
  });

  it('lists at most 50 errors', () => {
    const keys = Array.from({ length: 80 }, (_, index) => `k${index}: 1`).join('\n');
    expect(parse(keys).errors).toHaveLength(50);
  });

  it('returns for any text, with places inside it', () => {
    const fragment = fc.constantFrom(
      'review',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      "'",
      '!!x ',
      '<<',
      '? ',
      'off',
      '1',
      '\t',
      '|',
      '>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment).map(parts => parts.join('')),
        ),
        text => {
          const { errors } = parse(text);
          const lines = text.split('\n').length;
          for (const error of errors) {
            expect(error.line).toBeGreaterThan(0);
            expect(error.line).toBeLessThanOrEqual(lines);
            expect(error.column).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
