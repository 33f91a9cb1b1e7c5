import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.ts';
import { actorPermission, modelUse, reviewEligible } from '../../src/policies/index.ts';

const codeOf = (decision: { readonly kind: string; readonly code?: string }): string =>
  decision.code ?? decision.kind;

describe('actorPermission', () => {
  it.each([
    ['admin', 'write', 'allow'],
    ['write', 'write', 'allow'],
    ['triage', 'write', 'actor-permission'],
    ['none', 'read', 'actor-permission'],
  ] as const)('%s asking for what needs %s: %s', (role, needed, code) => {
    expect(codeOf(actorPermission({ role, needed }))).toBe(code);
  });
});

describe('reviewEligible', () => {
  const person = { login: 'mona', bot: false };
  const dependabot = { login: 'dependabot', bot: true };
  const { review } = defaultConfig;
  it.each([
    ['an open pull request', { open: true, draft: false, author: person, requested: false }, review, 'allow'],
    [
      'a closed one, even when asked',
      { open: false, draft: false, author: person, requested: true },
      review,
      'pull-request-closed',
    ],
    ['a draft', { open: true, draft: true, author: person, requested: false }, review, 'draft'],
    [
      'a draft somebody asked for',
      { open: true, draft: true, author: person, requested: true },
      review,
      'allow',
    ],
    [
      'a draft where drafts are on',
      { open: true, draft: true, author: person, requested: false },
      { ...review, drafts: true },
      'allow',
    ],
    ['a bot', { open: true, draft: false, author: dependabot, requested: false }, review, 'bot-author'],
    [
      'a listed bot',
      { open: true, draft: false, author: dependabot, requested: false },
      { ...review, bots: ['dependabot'] },
      'allow',
    ],
    [
      'reviews switched off',
      { open: true, draft: false, author: person, requested: false },
      { ...review, enabled: false },
      'review-disabled',
    ],
  ] as const)('%s', (_name, facts, settings, code) => {
    expect(codeOf(reviewEligible(facts, settings))).toBe(code);
  });
});

describe('modelUse', () => {
  it.each([
    [{ configured: false, fork: false, requested: true }, 'on-request', 'model-not-configured'],
    [{ configured: true, fork: false, requested: false }, 'on-request', 'allow'],
    [{ configured: true, fork: true, requested: false }, 'on-request', 'fork-needs-request'],
    [{ configured: true, fork: true, requested: true }, 'on-request', 'allow'],
    [{ configured: true, fork: true, requested: true }, 'off', 'model-off-for-forks'],
  ] as const)('%j with forks %s: %s', (facts, model, code) => {
    expect(codeOf(modelUse(facts, { model }))).toBe(code);
  });
});
