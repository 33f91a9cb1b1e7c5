import type { Config, ModelPrice, ProviderConfig, RuleSetting } from '../contracts/config.ts';
import { type Severity, severities } from '../contracts/severity.ts';
import { mergeAws } from './aws-schema.ts';
import { mergeCi } from './ci-schema.ts';
import { defaultConfig } from './default-config.ts';
import { mergeDeploy } from './deploy/merge-deploy.ts';
import { mergeGuardrails } from './guardrails-schema.ts';
import { mergeCodeReview, severitiesOf } from './merge-code-review.ts';
import { mergeDependencies } from './merge-dependencies.ts';
import { mergeSchedule } from './schedule-schema.ts';
import type { WrittenConfig } from './schema.ts';
import { mergeTools } from './tools-schema.ts';
import { mergeTriage } from './triage-schema.ts';

/** What a merge needs to know about rules: the severity a rule has by itself. */
export type RuleSeverities = (rule: string) => Severity | undefined;

/** The effective configuration and a sentence for each repository setting that the organisation overruled. */
export type MergedConfig = { readonly config: Config; readonly warnings: readonly string[] };

type Review = Config['review'];
type Model = Config['model'];
type Refuse = (setting: string, kept: string) => void;

/** Settings that make up the security policy; the others are matters of presentation. */
const policySettings = [
  'enabled',
  'drafts',
  'bots',
  'fail-on',
  'report-from',
  'exclude',
  'rules',
  'forks',
  'online',
] as const;

/**
 * Puts the organisation's and the repository's file over the defaults. The repository wins, with these bounds:
 *
 * - As soon as the organisation sets one of the policy settings of `review` (all but `sarif` and `comment`), its
 *   effective policy, defaults included, is the least strict one: a repository may review more (drafts, bots),
 *   fail or report from a lower severity, exclude fewer paths, turn rules on and raise their severity, and
 *   keep the model away from forks. It cannot do the opposite.
 * - As soon as the organisation has a `model` section, name, endpoint, key and price are the organisation's; a
 *   repository may only lower `budget` and `max-input-tokens`.
 * - As soon as the organisation has a `providers` section, there are no others.
 * - As soon as the organisation has a `tools` section, there are no others.
 * - As soon as the organisation has a `bots` section, a repository may only allow fewer of its apps.
 * - `review.rules` in plain language, `ignore`, `kinds`: see `mergeCodeReview`.
 * - `dependencies`: see `mergeDependencies`.
 * - `triage` and `schedule`: the repository's section as a whole, else the organisation's.
 * - `ci`: an organisation's `rerun-failed` and `model` are the most that a repository may do.
 * - `deploy`: see `mergeDeploy`; `aws`: see `mergeAws`.
 */
export function mergeConfigs(options: {
  readonly organisation?: WrittenConfig | undefined;
  readonly repository?: WrittenConfig | undefined;
  readonly severityOf: RuleSeverities;
}): MergedConfig {
  const warnings: string[] = [];
  const refuse: Refuse = (setting, kept) => {
    warnings.push(
      `The organisation's policy keeps ${setting} at ${kept}; this repository can tighten it, not loosen it.`,
    );
  };
  const { organisation = {}, repository = {} } = options;
  const base = over(defaultConfig, organisation);
  const wanted = over(base, repository);
  const bindsReview = policySettings.some(name =>
    name === 'rules'
      ? Object.keys(severitiesOf(organisation.review?.rules)).length > 0
      : organisation.review?.[name] !== undefined,
  );
  const review = bindsReview
    ? tightenReview(base.review, wanted.review, options.severityOf, refuse)
    : wanted.review;
  const code = mergeCodeReview({
    standard: defaultConfig.review.code,
    organisation: organisation.review,
    repository: repository.review,
    refuse,
  });
  const config: Config = {
    review: { ...review, code },
    model: organisation.model === undefined ? wanted.model : tightenModel(base.model, wanted.model, refuse),
    providers: organisation.providers === undefined ? wanted.providers : keptProviders(base, wanted, refuse),
    tools: organisation.tools === undefined ? wanted.tools : keptTools(base, wanted, refuse),
    bots:
      organisation.bots === undefined
        ? wanted.bots
        : { allow: fewer('bots.allow', base.bots.allow, wanted.bots.allow, refuse) },
    dependencies: mergeDependencies({
      standard: defaultConfig.dependencies,
      organisation: organisation.dependencies,
      repository: repository.dependencies,
      refuse,
    }),
    deploy: mergeDeploy(organisation.deploy, repository.deploy, refuse),
    guardrails: mergeGuardrails(organisation.guardrails, repository.guardrails, refuse),
    ci: mergeCi(organisation.ci, repository.ci, refuse),
    triage: mergeTriage(organisation.triage, repository.triage),
    schedule: mergeSchedule(organisation.schedule, repository.schedule),
    aws: mergeAws(organisation.aws, repository.aws, refuse),
  };
  return { config, warnings };
}

function over(base: Config, written: WrittenConfig): Config {
  const { review = {}, model = {}, providers = {}, tools = {}, bots = {} } = written;
  return {
    review: {
      enabled: review.enabled ?? base.review.enabled,
      drafts: review.drafts ?? base.review.drafts,
      bots: review.bots ?? base.review.bots,
      failOn: review['fail-on'] ?? base.review.failOn,
      reportFrom: review['report-from'] ?? base.review.reportFrom,
      exclude: review.exclude ?? base.review.exclude,
      rules: { ...base.review.rules, ...severitiesOf(review.rules) },
      sarif: review.sarif ?? base.review.sarif,
      comment: review.comment ?? base.review.comment,
      forks: { model: review.forks?.model ?? base.review.forks.model },
      online: review.online ?? base.review.online,
      // Merged by itself, from what is written.
      code: base.review.code,
    },
    // Merged by itself, from what is written.
    dependencies: base.dependencies,
    model: {
      name: model.name ?? base.model.name,
      fallback: model.fallback ?? base.model.fallback,
      baseUrl: model['base-url'] ?? base.model.baseUrl,
      apiKeyEnv: model['api-key-env'] ?? base.model.apiKeyEnv,
      price: model.price === undefined ? base.model.price : priceOf(model.price),
      maxInputTokens: model['max-input-tokens'] ?? base.model.maxInputTokens,
      budget: {
        perRunUsd: model.budget?.['per-run'] ?? base.model.budget.perRunUsd,
        perPullRequestUsd: model.budget?.['per-pull-request'] ?? base.model.budget.perPullRequestUsd,
        perDayUsd: model.budget?.['per-day'] ?? base.model.budget.perDayUsd,
        perActorPerDayUsd: model.budget?.['per-actor-per-day'] ?? base.model.budget.perActorPerDayUsd,
      },
    },
    providers: {
      ...base.providers,
      ...Object.fromEntries(Object.entries(providers).map(([name, entry]) => [name, providerOf(entry)])),
    },
    tools: mergeTools(base.tools, tools),
    bots: { allow: bots.allow ?? base.bots.allow },
    // Merged by itself, from what is written.
    deploy: base.deploy,
    guardrails: base.guardrails,
    ci: base.ci,
    triage: base.triage,
    schedule: base.schedule,
    aws: base.aws,
  };
}

function providerOf(written: NonNullable<WrittenConfig['providers']>[string]): ProviderConfig {
  const { models = {} } = written;
  return {
    kind: written.kind,
    baseUrl: written['base-url'],
    apiKeyEnv: written['api-key-env'],
    apiKeyStored: written['api-key-stored'],
    models: Object.fromEntries(
      Object.entries(models).map(([name, model]) => [
        name,
        {
          price: model.price && priceOf(model.price),
          maxInputTokens: model['max-input-tokens'],
        },
      ]),
    ),
  };
}

function priceOf({ input, output }: { readonly input: number; readonly output: number }): ModelPrice {
  return { inputUsdPerMillion: input, outputUsdPerMillion: output };
}

/** The organisation's tools only: where they reach is its decision. */
function keptTools(base: Config, wanted: Config, refuse: Refuse): Config['tools'] {
  if (JSON.stringify(base.tools) !== JSON.stringify(wanted.tools)) refuse('tools', 'its own');
  return base.tools;
}

/** The organisation's providers only: keys, addresses and prices are what budgets and secrets hang on. */
function keptProviders(base: Config, wanted: Config, refuse: Refuse): Config['providers'] {
  if (JSON.stringify(base.providers) !== JSON.stringify(wanted.providers)) refuse('providers', 'its own');
  return base.providers;
}

function tightenReview(base: Review, wanted: Review, severityOf: RuleSeverities, refuse: Refuse): Review {
  const bound = <T>(setting: string, allowed: boolean, floor: T, value: T): T => {
    if (allowed) return value;
    refuse(`review.${setting}`, JSON.stringify(floor));
    return floor;
  };
  return {
    ...wanted,
    enabled: bound('enabled', wanted.enabled || !base.enabled, base.enabled, wanted.enabled),
    drafts: bound('drafts', wanted.drafts || !base.drafts, base.drafts, wanted.drafts),
    bots: bound('bots', coversBots(wanted.bots, base.bots), base.bots, wanted.bots),
    failOn: bound(
      'fail-on',
      strictness(wanted.failOn) >= strictness(base.failOn),
      base.failOn,
      wanted.failOn,
    ),
    reportFrom: bound(
      'report-from',
      strictness(wanted.reportFrom) >= strictness(base.reportFrom),
      base.reportFrom,
      wanted.reportFrom,
    ),
    exclude: fewer('review.exclude', base.exclude, wanted.exclude, refuse),
    rules: tightenRules(base.rules, wanted.rules, severityOf, refuse),
    online: bound('online', wanted.online || !base.online, base.online, wanted.online),
    forks: {
      model: bound(
        'forks.model',
        wanted.forks.model === 'off' || base.forks.model === 'on-request',
        base.forks.model,
        wanted.forks.model,
      ),
    },
  };
}

function tightenRules(
  base: Review['rules'],
  wanted: Review['rules'],
  severityOf: RuleSeverities,
  refuse: Refuse,
): Review['rules'] {
  const rules: Record<string, RuleSetting> = { ...base };
  for (const [rule, value] of Object.entries(wanted)) {
    const floor = base[rule] ?? severityOf(rule);
    if (floor !== undefined && ruleStrictness(value) >= ruleStrictness(floor)) rules[rule] = value;
    else refuse(`review.rules.${rule}`, floor ?? 'its own severity');
  }
  return rules;
}

function tightenModel(base: Model, wanted: Model, refuse: Refuse): Model {
  const least = (setting: string, cap: number, value: number): number => {
    if (value > cap) refuse(`model.${setting}`, `at most ${cap}`);
    return Math.min(cap, value);
  };
  const identity = ({ name, fallback, baseUrl, apiKeyEnv, price }: Model): string =>
    JSON.stringify([name, fallback, baseUrl, apiKeyEnv, price]);
  if (identity(base) !== identity(wanted))
    refuse('model (name, fallback, base-url, api-key-env, price)', 'its own');
  return {
    ...base,
    maxInputTokens: least('max-input-tokens', base.maxInputTokens, wanted.maxInputTokens),
    budget: {
      perRunUsd: least('budget.per-run', base.budget.perRunUsd, wanted.budget.perRunUsd),
      perPullRequestUsd: least(
        'budget.per-pull-request',
        base.budget.perPullRequestUsd,
        wanted.budget.perPullRequestUsd,
      ),
      perDayUsd: least('budget.per-day', base.budget.perDayUsd, wanted.budget.perDayUsd),
      perActorPerDayUsd: least(
        'budget.per-actor-per-day',
        base.budget.perActorPerDayUsd,
        wanted.budget.perActorPerDayUsd,
      ),
    },
  };
}

/** The wanted entries that the organisation lists too. */
function fewer<T>(setting: string, base: readonly T[], wanted: readonly T[], refuse: Refuse): readonly T[] {
  const kept = wanted.filter(entry => base.includes(entry));
  if (kept.length < wanted.length) refuse(setting, `entries of ${JSON.stringify(base)}`);
  return kept;
}

/** True when everything that `base` reviews is reviewed by `wanted` as well. */
function coversBots(wanted: Review['bots'], base: Review['bots']): boolean {
  if (wanted === true || base === false) return true;
  if (wanted === false) return base !== true && base.length === 0;
  return base !== true && base.every(slug => wanted.includes(slug));
}

/** Higher means that more findings count: `never` is -1, `critical` 0, `info` 4. */
function strictness(threshold: Severity | 'never'): number {
  return threshold === 'never' ? -1 : severities.indexOf(threshold);
}

/** Higher means that a finding counts for more: `off` is -1, `info` 0, `critical` 4. */
function ruleStrictness(setting: RuleSetting): number {
  return setting === 'off' ? -1 : severities.length - 1 - severities.indexOf(setting);
}
