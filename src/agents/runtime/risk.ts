import { type ToolRisk, toolRisks } from '../../contracts/tool.ts';

/** The one of two risks that may do less. */
export function lesserRisk(a: ToolRisk, b: ToolRisk): ToolRisk {
  return toolRisks.indexOf(a) <= toolRisks.indexOf(b) ? a : b;
}

/** Whether a tool's risk is within every one of the limits. */
export function isWithinRisk(risk: ToolRisk, ...limits: readonly ToolRisk[]): boolean {
  return limits.every(limit => toolRisks.indexOf(risk) <= toolRisks.indexOf(limit));
}
