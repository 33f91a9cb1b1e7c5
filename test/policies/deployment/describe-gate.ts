import { describe, expect, it } from 'vitest';
import type { DeploymentFacts, GateName, GateResult } from '../../../src/contracts/gate.ts';
import type { GateSettings } from '../../../src/policies/deployment/gate.ts';
import { decideDeployment } from '../../../src/policies/index.ts';
import { settings } from './facts.ts';

/** What one gate says: its reason code where it has one, else its verdict. */
function said(gate: GateName, given: DeploymentFacts, by: GateSettings): string {
  const result = decideDeployment(given, by).gates.find(one => one.gate === gate);
  return codeOf(result);
}

function codeOf(result: GateResult | undefined): string {
  if (result === undefined) return 'absent';
  return 'code' in result ? result.code : result.verdict;
}

type Row = readonly [name: string, code: string, given: DeploymentFacts, by?: GateSettings];

/** Tests of one gate: a name, what it says (its code where it has one, else its verdict), facts, settings. */
export function describeGate(gate: GateName, rows: readonly Row[]): void {
  describe(`the ${gate} gate`, () => {
    const cases = rows.map(([name, code, given, by = settings]) => ({ name, code, given, by }));
    it.each(cases)('$name: $code', ({ code, given, by }) => {
      expect(said(gate, given, by)).toBe(code);
    });
  });
}
