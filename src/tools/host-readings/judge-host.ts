import type { HostReading } from '../../clients/host.ts';

/** Percent, apart from load, which is the five-minute load per core. */
export type HostThresholds = Readonly<
  Record<`${'cpu' | 'memory' | 'disk' | 'load'}${'Warning' | 'Critical'}`, number>
>;

export type HostStatus = 'healthy' | 'warning' | 'critical';

type HostCheck = {
  readonly check: string;
  readonly status: HostStatus;
  /** In the unit of the thresholds, one decimal. */
  readonly value: number;
  readonly warning: number;
  readonly critical: number;
};

/** The worst of all checks, and every check with its figure and thresholds. */
export function judgeHost(
  reading: HostReading,
  thresholds: HostThresholds,
): { readonly status: HostStatus; readonly host: string; readonly checks: readonly HostCheck[] } {
  const { cpuWarning, cpuCritical, memoryWarning, memoryCritical } = thresholds;
  const { diskWarning, diskCritical, loadWarning, loadCritical } = thresholds;
  const { cpu, load, memory, disks } = reading;
  const checks = [
    judge('cpu', cpu.busy * 100, cpuWarning, cpuCritical),
    judge('load', load[1] / Math.max(1, cpu.cores), loadWarning, loadCritical),
    judge('memory', usedPercent(memory), memoryWarning, memoryCritical),
    ...disks.map(disk => judge(`disk ${disk.path}`, usedPercent(disk), diskWarning, diskCritical)),
  ];
  const order: readonly HostStatus[] = ['critical', 'warning', 'healthy'];
  const status = order.find(candidate => checks.some(check => check.status === candidate)) ?? 'healthy';
  return { status, host: reading.hostname, checks };
}

function judge(check: string, exact: number, warning: number, critical: number): HostCheck {
  const value = Math.round(exact * 10) / 10;
  const status = exact >= critical ? 'critical' : exact >= warning ? 'warning' : 'healthy';
  return { check, status, value, warning, critical };
}

function usedPercent(space: { readonly totalBytes: number; readonly availableBytes: number }): number {
  return space.totalBytes === 0 ? 0 : (1 - space.availableBytes / space.totalBytes) * 100;
}
