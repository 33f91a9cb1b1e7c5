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
        '{bug,bugs,bug?report,defect,regression,enhancement,feature,features,feature?request,improvement,proposal,question,questions,support,documentation,docs}',
        '{error,errore,erro,fallo,Fehler,Fehlerbericht,Verbesserung,Erweiterung,Funktionswunsch,Frage,Dokumentation,bogue,anomalie,amélioration,fonctionnalité,évolution,mejora,pregunta,documentación}',
        '{缺陷,错误,功能请求,新功能,功能,增强,改进,建议,疑问,提问,咨询,文档,バグ,不具合,機能要望,質問,ドキュメント,버그,기능,질문,문서}',
        '{type,kind,typ,art}{:,/,-}*',
        '{c,t}-{bug,defect,regression,enhancement,feature,feature-request,improvement,proposal,question,docs,documentation,task}',
      ],
      area: ['{area,component,comp,module,scope,package,pkg,bereich,komponente,modul}{:,/,-}*', 'a-*'],
      priority: [
        '{priority,prio,severity,priorität,priorité,prioridad}{:,/,-}*',
        'p[0-4]',
        '{p,s}-{critical,high,major,medium,minor,low}',
      ],
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
