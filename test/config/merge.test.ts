import { describe, expect, it } from 'vitest';
import { mergeConfigs, parseConfig } from '../../src/config/index.ts';

const written = (text: string): ReturnType<typeof parseConfig>['written'] => {
  const { written: value, errors } = parseConfig(text, { file: 'x', ruleIds: ['a', 'b'] });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return value;
};
const merge = (organisation: string, repository: string): ReturnType<typeof mergeConfigs> =>
  mergeConfigs({
    organisation: written(organisation),
    repository: written(repository),
    severityOf: rule => (rule === 'a' ? 'medium' : undefined),
  });

describe('mergeConfigs', () => {
  it('lets the repository decide where the organisation has no policy', () => {
    const { config, warnings } = merge(
      'review: { comment: always }',
      'review: { fail-on: never, enabled: false, exclude: ["**"], rules: { a: off } }',
    );
    expect(config.review).toMatchObject({
      failOn: 'never',
      enabled: false,
      exclude: ['**'],
      rules: { a: 'off' },
      comment: 'always',
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    ['fail-on: medium', 'fail-on: high', { failOn: 'medium' }],
    ['fail-on: medium', 'fail-on: never', { failOn: 'medium' }],
    ['report-from: info', 'report-from: high', { reportFrom: 'info' }],
    ['enabled: true', 'enabled: false', { enabled: true }],
    ['drafts: true', 'drafts: false', { drafts: true }],
    ['bots: true', 'bots: [renovate]', { bots: true }],
    ['bots: [dependabot]', 'bots: [renovate]', { bots: ['dependabot'] }],
    ['bots: [dependabot]', 'bots: false', { bots: ['dependabot'] }],
    ['exclude: [vendor]', 'exclude: [vendor, src]', { exclude: ['vendor'] }],
    ['rules: { b: off }', 'rules: { a: off }', { rules: { b: 'off' } }],
    ['rules: { a: high }', 'rules: { a: medium }', { rules: { a: 'high' } }],
    ['forks: { model: off }', 'forks: { model: on-request }', { forks: { model: 'off' } }],
    ['drafts: true', 'fail-on: never', { failOn: 'high' }],
    ['drafts: true', 'exclude: ["**"]', { exclude: [] }],
    ['drafts: true', 'rules: { a: low }', { rules: {} }],
    ['drafts: true', 'rules: { unknown/rule: critical }', { rules: {} }],
  ])('organisation %j keeps repository %j from loosening it', (organisation, repository, expected) => {
    const { config, warnings } = merge(`review: { ${organisation} }`, `review: { ${repository} }`);
    expect(config.review).toMatchObject(expected);
    expect(config.review.rules).toEqual('rules' in expected ? expected.rules : {});
    expect(warnings).toHaveLength(1);
  });

  it.each([
    ['fail-on: high', 'fail-on: low', { failOn: 'low' }],
    ['fail-on: never', 'fail-on: critical', { failOn: 'critical' }],
    ['report-from: high', 'report-from: info', { reportFrom: 'info' }],
    ['enabled: false', 'enabled: true', { enabled: true }],
    ['bots: [dependabot]', 'bots: true', { bots: true }],
    ['bots: [dependabot]', 'bots: [renovate, dependabot]', { bots: ['renovate', 'dependabot'] }],
    ['exclude: [vendor, docs]', 'exclude: [docs]', { exclude: ['docs'] }],
    ['rules: { a: off }', 'rules: { a: critical }', { rules: { a: 'critical' } }],
    ['drafts: true', 'rules: { a: high }', { rules: { a: 'high' } }],
    ['forks: { model: on-request }', 'forks: { model: off }', { forks: { model: 'off' } }],
    ['fail-on: low', 'comment: never', { comment: 'never', failOn: 'low' }],
  ])('organisation %j lets repository %j tighten it', (organisation, repository, expected) => {
    const { config, warnings } = merge(`review: { ${organisation} }`, `review: { ${repository} }`);
    expect(config.review).toMatchObject(expected);
    expect(warnings).toEqual([]);
  });

  it('keeps the organisation’s model and caps, and lets a repository spend less', () => {
    const { config, warnings } = merge(
      'model: { name: m, budget: { per-run: 1, per-day: 3 } }',
      'model: { name: other, base-url: "https://x.example", budget: { per-run: 0.1, per-day: 9 } }',
    );
    expect(config.model).toMatchObject({
      name: 'm',
      baseUrl: undefined,
      budget: { perRunUsd: 0.1, perDayUsd: 3 },
    });
    expect(warnings).toHaveLength(2);
  });

  it('lets a repository allow fewer of the organisation’s bots only', () => {
    expect(merge('bots: { allow: [1, 2] }', 'bots: { allow: [2, 3] }').config.bots.allow).toEqual([2]);
  });
});
