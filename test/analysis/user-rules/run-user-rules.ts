import { createFileAnalyser } from '../../../src/analysis/analyse-files.ts';
import { parseUserRules } from '../../../src/config/user-rules/parse-user-rules.ts';
import type { UserRule } from '../../../src/contracts/user-rule.ts';
import { trees } from '../../detectors/analyse-text.ts';

/** The rules of one file. @throws when it has problems. */
export function readRules(text: string): readonly UserRule[] {
  const { rules, problems } = parseUserRules([{ path: '.github/devops/rules/own.yml', text }]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return rules;
}

/** The lines that own rules report in a text. @throws when it was not analysed. */
export async function linesOf(
  rules: readonly UserRule[],
  file: { readonly path: string; readonly text: string },
): Promise<readonly number[]> {
  const analyse = createFileAnalyser([], trees);
  const options = { disabledRules: [], userRules: rules };
  const { findings, notAnalysed } = await analyse({ ...file, changedLines: 'all' }, options);
  if (notAnalysed !== undefined) throw new Error(notAnalysed.reason);
  return findings.map(({ line }) => line);
}
