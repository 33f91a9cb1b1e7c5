import type { RunContext } from '../../contracts/engine.ts';
import type { DeployAdvice } from '../../results/deploy-view.ts';

/** The journal's names of what models said of a deployment. */
export const riskStep = 'advice-risk';
export const diagnosisStep = 'advice-diagnosis';

/** What models said so far. */
export function adviceOf(context: Pick<RunContext, 'recall'>): readonly DeployAdvice[] {
  return [riskStep, diagnosisStep].flatMap(step => context.recall<DeployAdvice | null>(step) ?? []);
}
