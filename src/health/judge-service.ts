import type { Health, HealthCheck, HealthSettings, Thresholds } from '../contracts/health.ts';
import type { ServiceFacts } from './facts.ts';

const rollouts: Readonly<Record<string, Health>> = {
  COMPLETED: 'healthy',
  IN_PROGRESS: 'healthy',
  FAILED: 'critical',
};

export function judgeService(facts: ServiceFacts, settings: HealthSettings): readonly HealthCheck[] {
  const { desired, running, rollout, reason, failedTasks } = facts;
  return [
    {
      check: 'Tasks',
      health: tasksHealth(desired, running, settings.tasks),
      found: `${running} of ${desired} running`,
      limits: `warning below ${settings.tasks.warning} %, critical below ${settings.tasks.critical} %`,
    },
    // Services that something else than ECS deploys have no rollout.
    ...(rollout === undefined
      ? []
      : [
          {
            check: 'Deployment',
            health: rollouts[rollout] ?? ('unknown' as const),
            found: rollout === 'FAILED' && reason !== undefined ? `${rollout}: ${reason}` : rollout,
            limits: undefined,
          },
        ]),
    ...(failedTasks === 0
      ? []
      : [
          {
            check: 'Failed tasks',
            health: 'warning' as const,
            found: `${failedTasks} of the newest deployment failed to start`,
            limits: 'warning from 1',
          },
        ]),
  ];
}

/** A service that is to run nothing is as it should be. */
function tasksHealth(desired: number, running: number, thresholds: Thresholds): Health {
  if (desired === 0) return 'healthy';
  const percent = (running / desired) * 100;
  if (percent < thresholds.critical) return 'critical';
  return percent < thresholds.warning ? 'warning' : 'healthy';
}
