import type { SyntaxTrees } from '../../analysis/syntax-trees.ts';
import { createUserDetectors } from '../../analysis/user-rules/user-detectors.ts';
import { type ConfigProblem, formatConfigProblem } from '../../config/index.ts';
import { parseUserRules } from '../../config/user-rules/parse-user-rules.ts';
import type { UserRule } from '../../contracts/user-rule.ts';

/** Reads a repository's own rules; those that cannot be used are left out and told about. */
export type OwnRulesLoader = (
  files: readonly { readonly path: string; readonly text: string }[],
) => Promise<OwnRules>;

export type OwnRules = { readonly rules: readonly UserRule[]; readonly problems: readonly ConfigProblem[] };

/** @param trees Loads grammars when there are rules to be checked, and not before. */
export function createOwnRulesLoader(trees: SyntaxTrees): OwnRulesLoader {
  return async files => {
    const { rules, problems } = parseUserRules(files);
    if (rules.length === 0) return { rules, problems };
    const compiled = await createUserDetectors(rules, trees);
    const broken = compiled.problems.map(problem => ({ ...problem, setting: '' }));
    const isUsable = (rule: UserRule): boolean =>
      !broken.some(({ file, line }) => file === rule.file && line === rule.line);
    return { rules: rules.filter(isUsable), problems: [...problems, ...broken] };
  };
}

/** Sentences for the result: rules that are not used are no reason to trust it less in silence. */
export function ownRulesWarnings({ problems }: OwnRules): readonly string[] {
  return problems.map(problem => `An own rule is not used: ${formatConfigProblem(problem)}`);
}
