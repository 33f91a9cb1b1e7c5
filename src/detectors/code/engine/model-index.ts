import type { Language } from './ir.ts';
import type {
  CallView,
  CheckModel,
  FillModel,
  FrameworkModel,
  Pattern,
  RuleModel,
  SanitizerModel,
  SinkModel,
  SourceModel,
} from './model.ts';

export type RuleSink = {
  readonly rule: string;
  readonly bit: number;
  readonly local: boolean;
  readonly sink: SinkModel;
};
export type RuleCheck = { readonly rule: string; readonly check: CheckModel };
export type RuleSanitizer = { readonly bit: number; readonly sanitizer: SanitizerModel };

/** The models of one language, found by the last name of what is called, read or written. */
export type ModelIndex = {
  readonly sinks: Lookup<RuleSink>;
  readonly checks: Lookup<RuleCheck>;
  readonly writeSinks: Lookup<RuleSink>;
  readonly writeChecks: Lookup<RuleCheck>;
  readonly sanitizers: Lookup<RuleSanitizer>;
  readonly harmless: Lookup<true>;
  readonly passThrough: Lookup<true>;
  readonly fills: Lookup<FillModel>;
  readonly isHarmlessType: (name: string) => boolean;
  readonly isTextType: (name: string) => boolean;
  /** Whether a model says something of what stands under a name that ends in a call. */
  readonly knows: (ref: string) => boolean;
  readonly sources: ReadonlyMap<string, SourceModel>;
  readonly frameworks: readonly FrameworkModel[];
  readonly aliases: ReadonlyMap<string, string>;
  /** The bits of the rules to which ordinary sources do not matter. */
  readonly ordinarySafe: number;
  /** The bit of a rule, to mark values as safe for it; 0 for a rule without taint. */
  readonly bitOf: (rule: string) => number;
};

/** Finds models by qualified name and last name. */
export type Lookup<T> = (ref: string | undefined, name: string) => readonly T[];

/** The bit that says a path has been resolved, so that a check of its beginning holds. */
export const normalisedBit = 1;

/** What a fresh source is safe for: everything it does not matter to. */
export function initiallySafe(index: ModelIndex, source: SourceModel | undefined): number {
  if (source?.only === undefined) return index.ordinarySafe;
  return ~source.only.reduce((bits, rule) => bits | index.bitOf(rule), normalisedBit);
}

/** The bits that say a text begins with `/`, and that it does not begin with `//`: together a path of this site. */
export const rootedBit = 1 << 29;
export const singleSlashBit = 1 << 30;

/** Builds the index of a language once. */
export function createModelIndex(
  language: Language,
  rules: readonly { readonly id: string; readonly model: RuleModel }[],
  frameworks: readonly FrameworkModel[],
): ModelIndex {
  const own = frameworks.filter(framework => framework.language === language);
  const tainted = rules.filter(rule => (rule.model.sinks ?? []).length > 0).map(rule => rule.id);
  const bitOf = (rule: string): number => (tainted.includes(rule) ? 1 << (tainted.indexOf(rule) + 1) : 0);
  const sinksOf = (pick: (sink: SinkModel) => readonly Pattern[] | undefined) =>
    rules.flatMap(({ id, model }) =>
      (model.sinks ?? []).flatMap(sink =>
        (pick(sink) ?? []).map(pattern => ({
          pattern,
          value: { rule: id, bit: bitOf(id), local: model.local ?? false, sink },
        })),
      ),
    );
  const checksOf = (pick: (check: CheckModel) => readonly Pattern[] | undefined) =>
    rules.flatMap(({ id, model }) =>
      (model.checks ?? []).flatMap(check =>
        (pick(check) ?? []).map(pattern => ({ pattern, value: { rule: id, check } })),
      ),
    );
  const sanitizers = rules.flatMap(({ id, model }) =>
    (model.sanitizers ?? []).flatMap(sanitizer =>
      sanitizer.calls.map(pattern => ({ pattern, value: { bit: bitOf(id), sanitizer } })),
    ),
  );
  const flags = (pick: (framework: FrameworkModel) => readonly Pattern[] | undefined) =>
    own.flatMap(framework => (pick(framework) ?? []).map(pattern => ({ pattern, value: true as const })));
  const fills = own.flatMap(framework =>
    (framework.fills ?? []).flatMap(fill => fill.calls.map(pattern => ({ pattern, value: fill }))),
  );
  const known = new Set<string>();
  const tell = (pattern: string): void => {
    for (let at = pattern.indexOf('()'); at !== -1; at = pattern.indexOf('()', at + 2))
      known.add(pattern.slice(0, at + 2));
  };
  for (const { model } of rules)
    for (const part of [...(model.sinks ?? []), ...(model.checks ?? []), ...(model.sanitizers ?? [])])
      for (const pattern of part.calls ?? []) tell(pattern);
  for (const framework of own) for (const source of framework.sources ?? []) source.refs.forEach(tell);
  const harmlessTypes = new Set(own.flatMap(framework => framework.harmlessTypes ?? []));
  const textTypes = new Set(own.flatMap(framework => framework.textTypes ?? []));
  return {
    fills: createLookup(fills),
    isHarmlessType: name => harmlessTypes.has(name),
    isTextType: name => textTypes.has(name),
    knows: ref => known.has(ref),
    sinks: createLookup(sinksOf(sink => sink.calls)),
    writeSinks: createLookup(sinksOf(sink => sink.writes)),
    checks: createLookup(checksOf(check => check.calls)),
    writeChecks: createLookup(checksOf(check => check.writes)),
    sanitizers: createLookup(sanitizers),
    harmless: createLookup(flags(framework => framework.harmless)),
    passThrough: createLookup(flags(framework => framework.passThrough)),
    sources: new Map(
      own.flatMap(framework =>
        (framework.sources ?? []).flatMap(source => source.refs.map(ref => [ref, source] as const)),
      ),
    ),
    frameworks: own,
    aliases: new Map(own.flatMap(framework => Object.entries(framework.aliases ?? {}))),
    ordinarySafe: rules
      .filter(rule => rule.model.ownSources === true)
      .reduce((bits, rule) => bits | bitOf(rule.id), 0),
    bitOf,
  };
}

function createLookup<T>(entries: readonly { readonly pattern: Pattern; readonly value: T }[]): Lookup<T> {
  const exact = new Map<string, T[]>();
  const methods = new Map<string, T[]>();
  for (const { pattern, value } of entries) {
    const [map, key] = pattern.startsWith('*.') ? [methods, pattern.slice(2)] : [exact, pattern];
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  }
  const none: readonly T[] = [];
  return (ref, name) => {
    const byRef = ref === undefined ? undefined : exact.get(ref);
    const byName = methods.get(name);
    if (byRef === undefined) return byName ?? none;
    return byName === undefined ? byRef : [...byRef, ...byName.filter(value => !byRef.includes(value))];
  };
}

/** Whether a view fits a model's further conditions. */
export function fits(sink: Pick<SinkModel, 'receiver' | 'when'>, view: CallView): boolean {
  if (sink.receiver !== undefined && view.receiverName !== '' && !sink.receiver.test(view.receiverName))
    return false;
  return sink.when?.(view) ?? true;
}
