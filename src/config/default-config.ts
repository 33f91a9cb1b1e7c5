import type { Config } from '../contracts/config.ts';
import { defaultAws } from './aws-schema.ts';
import { defaultCi } from './ci-schema.ts';

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
    code: { rules: [], ignore: [], maxComments: 10, tests: [], kinds: {} },
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
  ci: defaultCi,
  triage: {
    enabled: false,
    confidence: 0.8,
    model: true,
    labels: {
      type: [
        '{bug,bugs,defect,regression,enhancement,feature,feature?request,improvement,proposal,question,support,documentation,docs}',
        '{type,kind}{:,/,-}*',
      ],
      area: ['{area,component,module,scope,package}{:,/,-}*'],
      priority: ['{priority,prio,severity}{:,/,-}*', 'p[0-4]'],
    },
    rules: [],
    missing: { enabled: true, sections: [], labels: [] },
    duplicates: { enabled: true, issues: 300, similarity: 0.5 },
    embeddings: undefined,
    owners: 'name',
    security: { enabled: true, contact: undefined },
    stale: undefined,
  },
  schedule: [],
  aws: defaultAws,
};
