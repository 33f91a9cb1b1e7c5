import { createHash } from 'node:crypto';
import type { DevOpsContext } from '../contracts/context.ts';
import type { ToolPlan, ToolSpecification } from '../contracts/tool.ts';

/**
 * What an approval of a plan is bound to: tool, parameters, target and what is there now. SHA-256 over canonical
 * JSON, 64 hexadecimal digits; any difference is another digest.
 */
export function planDigest(planned: {
  readonly tool: ToolSpecification;
  readonly input: Readonly<Record<string, unknown>>;
  readonly context: DevOpsContext;
  readonly plan: ToolPlan;
}): string {
  const { tool, input, context, plan } = planned;
  const { installationId, repository, environment, region } = context;
  const facts = {
    tool: tool.name,
    input,
    target: { installationId, repository, environment, region },
    summary: plan.summary,
    before: plan.before,
    grants: plan.grants,
  };
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}

/** JSON with sorted keys and without undefined properties. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`;
}
