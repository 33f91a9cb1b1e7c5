import type { z } from 'zod';
import type { HostReader } from '../../clients/host.ts';
import type { ToolDefinition } from '../../contracts/tool.ts';
import { hostHealth } from './health.ts';
import { hostMetrics } from './metrics.ts';

/** Every tool about the machine this runs on; a test proves that the list and the folder agree. */
export const hostTools: readonly ToolDefinition<z.ZodObject, HostReader>[] = [hostHealth, hostMetrics];
