import type { z } from 'zod';
import type { ToolRisk } from '../../contracts/tool.ts';
import type { GitHubTool } from './github-clients.ts';

/** What a GitHub tool must state; the rest has defaults: 30 s, 64 KiB, and for reads idempotent and nothing to undo. */
type ReadTool<Parameters extends z.ZodObject> = Omit<
  GitHubTool<Parameters>,
  'family' | 'risk' | 'undo' | 'idempotent' | 'timeoutMs' | 'maxResultBytes' | 'plan' | 'reconcile'
> &
  Partial<Pick<GitHubTool, 'timeoutMs' | 'maxResultBytes'>>;

type ChangingTool<Parameters extends z.ZodObject> = Omit<
  GitHubTool<Parameters>,
  'family' | 'risk' | 'timeoutMs' | 'maxResultBytes' | 'plan'
> &
  Required<Pick<GitHubTool<Parameters>, 'plan'>> &
  Partial<Pick<GitHubTool, 'timeoutMs' | 'maxResultBytes'>> & {
    readonly risk: Exclude<ToolRisk, 'read'>;
  };

const limits = { timeoutMs: 30_000, maxResultBytes: 64 * 1024 } as const;

/** A tool that only reads. */
export function readTool<Parameters extends z.ZodObject>(tool: ReadTool<Parameters>): GitHubTool<Parameters> {
  return { ...limits, family: 'github', risk: 'read', undo: { kind: 'none' }, idempotent: true, ...tool };
}

/** A tool that changes something: it has a plan, which only reads. */
export function changingTool<Parameters extends z.ZodObject>(
  tool: ChangingTool<Parameters>,
): GitHubTool<Parameters> {
  return { ...limits, family: 'github', ...tool };
}
