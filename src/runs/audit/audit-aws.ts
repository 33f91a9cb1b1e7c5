import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { AuditReport } from '../../contracts/audit.ts';
import type { Control } from '../../controls/control.ts';
import { evaluate } from '../../controls/evaluate.ts';
import { planRemedies } from '../../controls/plan-remedies.ts';
import { collectSnapshot } from './collect-snapshot.ts';
import type { SourceLimits } from './source.ts';

/** What an audit is asked for. */
export type AuditOptions = {
  readonly access: AwsToolAccess;
  /** Where the account-wide services are asked. */
  readonly homeRegion: string;
  /** Empty: every region that is enabled. */
  readonly regions: readonly string[];
  readonly controls: readonly Control[];
  readonly controlsInAll: number;
  readonly actor: string;
  readonly runId: string;
  readonly now: () => Date;
  readonly limits?: SourceLimits;
  readonly wait?: (ms: number) => Promise<void>;
};

/** The benchmark whose numbers the controls carry. */
export const benchmark = 'CIS AWS Foundations Benchmark v5.0.0';

/** Reads what the controls need and evaluates them. Reads only; what cannot be read becomes an ERROR. */
export async function auditAws(options: AuditOptions): Promise<AuditReport> {
  const at = options.now();
  const { snapshot, enabled, failures, calls } = await collectSnapshot(options);
  const controls = evaluate(options.controls, snapshot, at);
  return {
    version: 1,
    benchmark,
    account: snapshot.accountId ?? null,
    at: at.toISOString(),
    durationMs: options.now().getTime() - at.getTime(),
    regions: { scanned: snapshot.regions.map(({ region }) => region), enabled: enabled ?? null },
    controls,
    remediation: planRemedies(options.controls, controls, snapshot.accountId),
    controlsInAll: options.controlsInAll,
    failures,
    calls,
  };
}
