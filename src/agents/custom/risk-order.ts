import { type ToolRisk, toolRisks } from '../../contracts/tool.ts';

/** Whether a tool's risk is at most the one that a role allows. */
export function isWithinRisk(risk: ToolRisk, role: ToolRisk): boolean {
  return toolRisks.indexOf(risk) <= toolRisks.indexOf(role);
}
