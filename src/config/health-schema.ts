import { z } from 'zod';
import type { HealthSettings, Thresholds } from '../contracts/health.ts';
import { setting } from './setting.ts';

/** By what health is judged where no file says otherwise. */
export const defaultHealth: HealthSettings = {
  windowMinutes: 15,
  cpu: { warning: 80, critical: 95 },
  memory: { warning: 80, critical: 95 },
  disk: { warning: 80, critical: 95 },
  tasks: { warning: 100, critical: 50 },
  storage: { warning: 80, critical: 90 },
  connections: { warning: 500, critical: 900 },
  errors: { warning: 1, critical: 5 },
  throttles: { warning: 1, critical: 5 },
};

const percent = z.number().min(0).max(100);
const pair = (of: z.ZodNumber) => z.strictObject({ warning: of.optional(), critical: of.optional() });

/** `aws.health` of the configuration. */
export const healthSchema = z.strictObject({
  'window-minutes': setting(
    z.number().int().min(5).max(1440),
    'How far back metrics are looked at, minutes.',
    defaultHealth.windowMinutes,
  ),
  cpu: setting(pair(percent), 'Mean CPU of instances and databases, percent.', defaultHealth.cpu),
  memory: setting(
    pair(percent),
    'Used memory as the CloudWatch agent tells it, percent.',
    defaultHealth.memory,
  ),
  disk: setting(
    pair(percent),
    'The fullest disk as the CloudWatch agent tells it, percent.',
    defaultHealth.disk,
  ),
  tasks: setting(
    pair(percent),
    'ECS: running tasks below this percent of the desired ones.',
    defaultHealth.tasks,
  ),
  storage: setting(pair(percent), 'RDS: used storage, percent.', defaultHealth.storage),
  connections: setting(
    pair(z.number().int().min(1)),
    'RDS: connections at once. What a database takes depends on its class: set it to yours.',
    defaultHealth.connections,
  ),
  errors: setting(pair(percent), 'Lambda: failed invocations, percent of all.', defaultHealth.errors),
  throttles: setting(
    pair(percent),
    'Lambda: throttled invocations, percent of those that were wanted.',
    defaultHealth.throttles,
  ),
});

/** What is written over what holds. */
export function overHealth(base: HealthSettings, written: z.infer<typeof healthSchema> = {}): HealthSettings {
  const over = (kept: Thresholds, given: z.infer<ReturnType<typeof pair>> = {}): Thresholds => ({
    warning: given.warning ?? kept.warning,
    critical: given.critical ?? kept.critical,
  });
  return {
    windowMinutes: written['window-minutes'] ?? base.windowMinutes,
    cpu: over(base.cpu, written.cpu),
    memory: over(base.memory, written.memory),
    disk: over(base.disk, written.disk),
    tasks: over(base.tasks, written.tasks),
    storage: over(base.storage, written.storage),
    connections: over(base.connections, written.connections),
    errors: over(base.errors, written.errors),
    throttles: over(base.throttles, written.throttles),
  };
}
