import { z } from 'zod';
import type { HostReader } from '../../clients/host.ts';
import type { ToolDefinition } from '../../contracts/tool.ts';
import { diskPaths } from '../host-readings/disk-paths.ts';

const parameters = z.object({ paths: diskPaths });

/** Figures of the machine this runs on. */
export const hostMetrics: ToolDefinition<typeof parameters, HostReader> = {
  name: 'host_metrics',
  family: 'host',
  description:
    'Measures the machine this runs on: processor, load, memory, disks. Shares are 0 to 1, sizes bytes.',
  risk: 'read',
  permissions: {},
  undo: { kind: 'none' },
  parameters,
  timeoutMs: 10_000,
  maxResultBytes: 16 * 1024,
  idempotent: true,
  example: { paths: ['/'] },
  async handle({ paths }, { signal }, host) {
    return { kind: 'ok', value: await host.read({ paths, signal }) };
  },
};
