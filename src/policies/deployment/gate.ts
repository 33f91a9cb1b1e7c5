import type { EnvironmentConfig, FreezeWindow } from '../../contracts/deploy.ts';
import type { DeploymentFacts, GateVerdict } from '../../contracts/gate.ts';

/** What the gates of one deployment are decided by. */
export type GateSettings = {
  readonly environment: EnvironmentConfig;
  /** Freeze windows of every environment, `deploy.freeze`. */
  readonly freeze: readonly FreezeWindow[];
};

/** One gate: pure and total. */
export type Gate = (facts: DeploymentFacts, settings: GateSettings) => GateVerdict;
