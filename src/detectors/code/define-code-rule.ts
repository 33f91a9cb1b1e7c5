import type { Detector, RawFinding, RuleMetadata, SourceFile } from '../../contracts/detector.ts';
import { analyseProgram } from './engine/analyse.ts';
import type { Language } from './engine/ir.ts';
import type { Hit } from './engine/machine.ts';
import type { FrameworkModel, RuleModel } from './engine/model.ts';
import { createModelIndex, type ModelIndex } from './engine/model-index.ts';
import { languageOfPath, lowerFile } from './lowering/lower-file.ts';
import { isWorthAnalysing } from './worth-analysing.ts';

/** A rule of this family: what it is, and what it looks for in each language. The engine does the rest. */
export type CodeRule = {
  readonly meta: RuleMetadata;
  /** Lower-case strings one of which occurs in every file that can break the rule. */
  readonly keywords: readonly string[];
  /**
   * What stands in every file where the rule reports something without a source of untrusted data; without it
   * such files are not parsed. Default: anything.
   */
  readonly withoutSource?: RegExp;
  readonly models: Readonly<Partial<Record<Language, RuleModel>>>;
  /** What the rule looks for in files of settings. */
  readonly settings?: SettingsModel;
};

/** What a rule looks for outside of code. */
export type SettingsModel = Pick<Detector, 'appliesTo' | 'detect'> & {
  /** As those of the rule. */
  readonly keywords: readonly string[];
};

/** What a rule's author writes; the family is filled in. */
export type CodeRuleDefinition = Omit<RuleMetadata, 'family'> & Omit<CodeRule, 'meta'>;

/** Makes a rule from its definition. */
export function defineCodeRule({
  keywords,
  models,
  withoutSource,
  settings,
  ...meta
}: CodeRuleDefinition): CodeRule {
  return {
    meta: { ...meta, family: 'code' },
    keywords,
    models,
    ...(withoutSource === undefined ? {} : { withoutSource }),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** Turns rules into detectors that share one analysis of each file. */
export function createCodeDetectors(
  rules: readonly CodeRule[],
  frameworks: readonly FrameworkModel[],
  /** Under which a file remembers the analysis: one for each set of rules. */
  memory = 'code:hits',
): readonly Detector[] {
  const indexes = new Map<Language, ModelIndex>();
  const indexOf = (language: Language): ModelIndex => {
    const known = indexes.get(language);
    if (known !== undefined) return known;
    const models = rules.flatMap(rule => {
      const model = rule.models[language];
      return model === undefined ? [] : [{ id: rule.meta.id, model }];
    });
    const index = createModelIndex(language, models, frameworks);
    indexes.set(language, index);
    return index;
  };
  const analyse = (file: SourceFile): readonly Hit[] => {
    const program = lowerFile(file);
    return program === undefined ? [] : analyseProgram(program, file.text, indexOf(program.language));
  };
  return rules.map(rule => ({
    meta: rule.meta,
    needsTree: true,
    keywords: [
      ...new Set([...rule.keywords, ...keywordsOf(rule.models), ...(rule.settings?.keywords ?? [])]),
    ],
    appliesTo(path) {
      const language = languageOfPath(path);
      if (language === undefined) return rule.settings?.appliesTo(path) === true;
      return rule.models[language] !== undefined;
    },
    detect(file) {
      const language = languageOfPath(file.path);
      if (language === undefined) return rule.settings?.detect(file) ?? [];
      const model = rule.models[language];
      if (model === undefined) return [];
      const options = { language, model, without: model.withoutSource ?? rule.withoutSource };
      if (!isWorthAnalysing(file, options)) return [];
      return file
        .memo(memory, analyse)
        .filter(hit => hit.rule === rule.meta.id)
        .map(toFinding);
    },
  }));
}

/** Of Go and Java files: the last names of what a rule looks for, one of which must stand in the file. */
function keywordsOf(models: CodeRule['models']): readonly string[] {
  const parts = [models.go, models.java].flatMap(model => [
    ...(model?.sinks ?? []),
    ...(model?.checks ?? []),
  ]);
  const patterns = parts.flatMap(part => [...(part.calls ?? []), ...(part.writes ?? [])]);
  return patterns.map(pattern =>
    pattern
      .slice(pattern.lastIndexOf('.') + 1)
      .replace(/\(\)$/, '')
      .toLowerCase(),
  );
}

function toFinding(hit: Hit): RawFinding {
  return {
    start: hit.start,
    end: hit.end,
    message: hit.message,
    ...(hit.severity === undefined ? {} : { severity: hit.severity }),
    ...(hit.confidence === undefined ? {} : { confidence: hit.confidence }),
    ...(hit.related === undefined ? {} : { related: [hit.related] }),
  };
}
