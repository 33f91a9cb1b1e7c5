import type { Config } from '../contracts/config.ts';

/** What holds where no file says otherwise; the schema's documented defaults are these values. */
export const defaultConfig: Config = {
  review: {
    enabled: true,
    drafts: false,
    bots: false,
    failOn: 'high',
    reportFrom: 'low',
    exclude: [],
    rules: {},
    sarif: 'auto',
    comment: 'findings',
    forks: { model: 'on-request' },
    online: true,
  },
  dependencies: { osv: true, licences: { allow: [], deny: [] } },
  model: {
    name: undefined,
    fallback: undefined,
    baseUrl: undefined,
    apiKeyEnv: undefined,
    price: undefined,
    maxInputTokens: 60_000,
    budget: { perRunUsd: 0.5, perPullRequestUsd: 2, perDayUsd: 20, perActorPerDayUsd: 10 },
  },
  providers: {},
  tools: { hosted: { webSearch: false, vectorStores: [] }, http: {}, mcp: {} },
  bots: { allow: [] },
  deploy: { environments: [], freeze: [], on: [] },
  guardrails: [],
};
