import { z } from 'zod';
import type { HostReader } from '../../clients/host.ts';
import type { ToolDefinition } from '../../contracts/tool.ts';
import { diskPaths } from '../host-readings/disk-paths.ts';
import { judgeHost } from '../host-readings/judge-host.ts';

const percent = z.number().min(1).max(100);

const parameters = z.object({
  paths: diskPaths,
  cpuWarning: percent.default(80).describe('percent of all cores busy'),
  cpuCritical: percent.default(95),
  memoryWarning: percent.default(80).describe('percent of memory that is not available'),
  memoryCritical: percent.default(95),
  diskWarning: percent.default(80).describe('percent of a file system that is used'),
  diskCritical: percent.default(95),
  loadWarning: z.number().min(0.1).max(1000).default(1.5).describe('five-minute load per core'),
  loadCritical: z.number().min(0.1).max(1000).default(4),
});

/** Judges the machine this runs on by thresholds. */
export const hostHealth: ToolDefinition<typeof parameters, HostReader> = {
  name: 'host_health',
  family: 'host',
  description:
    'Checks the machine this runs on against thresholds and says healthy, warning or critical, with every figure that led to it.',
  risk: 'read',
  permissions: {},
  undo: { kind: 'none' },
  parameters,
  timeoutMs: 10_000,
  maxResultBytes: 16 * 1024,
  idempotent: true,
  example: { paths: ['/'], diskWarning: 85 },
  async handle({ paths, ...thresholds }, { signal }, host) {
    return { kind: 'ok', value: judgeHost(await host.read({ paths, signal }), thresholds) };
  },
};
