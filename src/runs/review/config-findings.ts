import { createFingerprints } from '../../analysis/fingerprint.ts';
import { type ConfigProblem, configPath, parseConfig } from '../../config/index.ts';
import type { FileToAnalyse } from '../../contracts/analysis.ts';
import type { Finding } from '../../contracts/finding.ts';

/** Id under which errors of `.github/devops.yml` are reported. */
export const configRule = 'devops-config';

/** Errors of the configuration that a change brings, at their place: told before it reaches the default branch. */
export function configFindings(
  files: readonly FileToAnalyse[],
  ruleIds: readonly string[],
): readonly Finding[] {
  const file = files.find(({ path }) => path === configPath);
  if (file === undefined) return [];
  return problemFindings(file, parseConfig(file.text, { file: configPath, ruleIds }).errors);
}

/** Problems of one file of the configuration as findings. */
export function problemFindings(file: FileToAnalyse, problems: readonly ConfigProblem[]): readonly Finding[] {
  const fingerprintOf = createFingerprints();
  return problems.map(problem => {
    const evidence = (file.text.split(/\r?\n/)[problem.line - 1] ?? '').slice(0, 200);
    const message =
      problem.suggestion === undefined
        ? problem.message
        : `${problem.message} Did you mean "${problem.suggestion}"?`;
    return {
      rule: configRule,
      path: file.path,
      line: problem.line,
      column: problem.column,
      endLine: problem.line,
      endColumn: Math.max(problem.column + 1, evidence.length + 1),
      severity: 'high',
      confidence: 'high',
      cwe: [],
      message,
      fix: 'Correct the line; until then the default branch’s file would not be used. `devops config check` checks it locally.',
      evidence,
      fingerprint: fingerprintOf({
        rule: configRule,
        path: file.path,
        evidence: `${evidence}\0${problem.message}`,
      }),
      source: 'detector',
      tool: 'devops',
    };
  });
}
