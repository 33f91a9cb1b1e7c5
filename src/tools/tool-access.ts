import { type ToolAccess, type ToolRefusal, type ToolRisk, toolRisks } from '../contracts/tool.ts';

/** Why the caller may not use the tool; undefined when it may. */
export function accessRefusal(
  tool: { readonly name: string; readonly risk: ToolRisk },
  access: ToolAccess,
): ToolRefusal | undefined {
  if (!access.tools.includes(tool.name)) {
    return {
      kind: 'refused',
      code: 'tool-not-allowed',
      message: `${tool.name} is not among the tools of ${access.caller}: ${access.tools.join(', ') || 'it has none'}.`,
    };
  }
  if (!isWithin(tool.risk, access.maxRisk)) {
    return {
      kind: 'refused',
      code: 'role-forbids',
      message: `${tool.name} is a ${tool.risk} tool and ${access.caller} may use ${access.maxRisk} tools at most.`,
    };
  }
  return undefined;
}

function isWithin(risk: ToolRisk, limit: ToolRisk): boolean {
  return toolRisks.indexOf(risk) <= toolRisks.indexOf(limit);
}
