import type { Health, HealthCheck, HealthSettings } from '../contracts/health.ts';
import { highCheck, wordCheck } from './checks.ts';
import type { InstanceFacts } from './facts.ts';

/** AWS's words for its status checks: API reference of `InstanceStatusSummary`. */
const statuses: Readonly<Record<string, Health>> = {
  ok: 'healthy',
  impaired: 'critical',
  initializing: 'warning',
};

export function judgeInstance(facts: InstanceFacts, settings: HealthSettings): readonly HealthCheck[] {
  return [
    wordCheck('System status', facts.systemStatus, statuses),
    wordCheck('Instance status', facts.instanceStatus, statuses),
    highCheck('CPU', facts.cpuPercent, settings.cpu, ' %'),
    ...(facts.memoryPercent === undefined
      ? []
      : [highCheck('Memory', facts.memoryPercent, settings.memory, ' %')]),
    ...(facts.diskPercent === undefined ? [] : [highCheck('Disk', facts.diskPercent, settings.disk, ' %')]),
  ];
}
