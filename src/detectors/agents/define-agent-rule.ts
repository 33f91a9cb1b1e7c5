import type { Detector, RawFinding, RuleMetadata, SourceFile } from '../../contracts/detector.ts';

/** What distinguishes one rule about agents and editors. */
export type AgentRule = Omit<RuleMetadata, 'family' | 'examples'> & {
  readonly appliesTo: (path: string) => boolean;
  readonly keywords?: readonly string[];
  readonly check: (file: SourceFile) => readonly RawFinding[];
  /** Path and text. */
  readonly bad: readonly (readonly [path: string, text: string])[];
  readonly good: readonly (readonly [path: string, text: string])[];
};

/** Makes a rule about what steers agents, editors and hooks. */
export function defineAgentRule(rule: AgentRule): Detector {
  const { appliesTo, keywords, check, bad, good, ...meta } = rule;
  const toExample = ([path, text]: readonly [string, string]) => ({ path, text });
  return {
    meta: {
      ...meta,
      family: 'agents',
      examples: { bad: bad.map(toExample), good: good.map(toExample) },
    },
    appliesTo,
    ...(keywords === undefined ? {} : { keywords }),
    detect: check,
  };
}
