import type { EngineStatus } from '../contracts/engine.ts';

/** What a scrape reads of the process. Units: bytes, microseconds, seconds. */
export type ProcessReading = {
  readonly residentBytes: number;
  /** User and system time since the start. */
  readonly cpuMicroseconds: number;
  readonly uptimeSeconds: number;
};

/** Content type of the text that `renderMetrics` writes. */
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * The server's metrics in Prometheus' text format 0.0.4. Runs are read from the database, so that every process of an
 * installation tells the same; names of the process' own are those that Prometheus' client libraries agreed on.
 */
export function renderMetrics(runs: EngineStatus | undefined, process: ProcessReading): string {
  return [
    metric('devops_database_up', 'gauge', 'Whether the database answers.', [
      ['', runs === undefined ? 0 : 1],
    ]),
    ...(runs === undefined ? [] : [runMetric(runs)]),
    metric('process_resident_memory_bytes', 'gauge', 'Resident memory in bytes.', [
      ['', process.residentBytes],
    ]),
    metric('process_cpu_seconds_total', 'counter', 'User and system processor time in seconds.', [
      ['', process.cpuMicroseconds / 1e6],
    ]),
    metric('process_uptime_seconds', 'gauge', 'Seconds since the process began.', [
      ['', process.uptimeSeconds],
    ]),
  ].join('');
}

function runMetric({ queued, running, waiting, failed }: EngineStatus): string {
  const states = Object.entries({ queued, running, waiting, failed });
  const samples = states.map(([state, count]) => [`{state="${state}"}`, count] as const);
  return metric(
    'devops_runs',
    'gauge',
    'Runs in the database by state; waiting ones hold no worker.',
    samples,
  );
}

type Sample = readonly [labels: string, value: number];

function metric(name: string, type: 'gauge' | 'counter', help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labels} ${value}\n`).join('');
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines}`;
}
