import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultHealth } from '../../src/config/health-schema.ts';
import type { Figure, Reading } from '../../src/contracts/estate.ts';
import type { Health } from '../../src/contracts/health.ts';
import type {
  DatabaseFacts,
  FunctionFacts,
  InstanceFacts,
  RegionFacts,
  ServiceFacts,
} from '../../src/health/facts.ts';
import { judgeDatabase } from '../../src/health/judge-database.ts';
import { judgeFunction } from '../../src/health/judge-function.ts';
import { judgeHealth } from '../../src/health/judge-health.ts';
import { judgeInstance } from '../../src/health/judge-instance.ts';
import { judgeService } from '../../src/health/judge-service.ts';

const known = (value: number): Figure => ({ kind: 'known', value });
const missing: Figure = { kind: 'unknown', why: 'denied' };
const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });
const denied = { kind: 'unread', code: 'aws-denied', why: 'AWS does not allow it.' } as const;

const instance: InstanceFacts = {
  id: 'i-1',
  name: 'web',
  state: 'running',
  systemStatus: read('ok'),
  instanceStatus: read('ok'),
  cpuPercent: known(10),
  memoryPercent: undefined,
  diskPercent: undefined,
};
const service: ServiceFacts = {
  cluster: 'shop',
  name: 'web',
  desired: 4,
  running: 4,
  rollout: 'COMPLETED',
  reason: undefined,
  failedTasks: 0,
};
const database: DatabaseFacts = {
  id: 'orders',
  status: 'available',
  cpuPercent: known(10),
  usedStoragePercent: known(10),
  connections: known(10),
};
const lambda: FunctionFacts = {
  name: 'checkout',
  state: 'Active',
  invocations: known(100),
  errors: known(0),
  throttles: known(0),
};
const well: RegionFacts = {
  region: 'eu-central-1',
  instances: read({ running: [instance], stopped: 0 }),
  alarms: read([{ name: 'cpu', state: 'OK', reason: undefined }]),
  services: read([service]),
  databases: read([database]),
  functions: read([lambda]),
};
const judge = (...facts: RegionFacts[]) =>
  judgeHealth(facts, { at: '2026-11-21T10:00:00.000Z', settings: defaultHealth, unscanned: [] });

/** What each check says, by its name. */
const saidBy = (checks: readonly { readonly check: string; readonly health: Health }[]) =>
  Object.fromEntries(checks.map(({ check, health }) => [check, health]));

describe('an instance', () => {
  it.each<[Partial<InstanceFacts>, Record<string, Health>]>([
    [{}, { 'System status': 'healthy', 'Instance status': 'healthy', CPU: 'healthy' }],
    [{ cpuPercent: known(79.9) }, { CPU: 'healthy' }],
    [{ cpuPercent: known(80) }, { CPU: 'warning' }],
    [{ cpuPercent: known(95) }, { CPU: 'critical' }],
    [{ cpuPercent: missing }, { CPU: 'unknown' }],
    [{ systemStatus: read('impaired') }, { 'System status': 'critical' }],
    [{ instanceStatus: read('initializing') }, { 'Instance status': 'warning' }],
    [{ instanceStatus: read('insufficient-data') }, { 'Instance status': 'unknown' }],
    [{ instanceStatus: read('constructor') }, { 'Instance status': 'unknown' }],
    [{ systemStatus: denied }, { 'System status': 'unknown' }],
    [
      { memoryPercent: known(96), diskPercent: known(85) },
      { Memory: 'critical', Disk: 'warning' },
    ],
  ])('with %j is judged %j', (change, expected) => {
    expect(saidBy(judgeInstance({ ...instance, ...change }, defaultHealth))).toMatchObject(expected);
  });
});

describe('an ECS service', () => {
  it.each<[Partial<ServiceFacts>, Record<string, Health>]>([
    [{}, { Tasks: 'healthy', Deployment: 'healthy' }],
    [{ running: 3 }, { Tasks: 'warning' }],
    [{ running: 1 }, { Tasks: 'critical' }],
    [{ desired: 0, running: 0 }, { Tasks: 'healthy' }],
    [{ rollout: 'FAILED' }, { Deployment: 'critical' }],
    [
      { rollout: 'IN_PROGRESS', failedTasks: 2 },
      { Deployment: 'healthy', 'Failed tasks': 'warning' },
    ],
    [{ rollout: 'SOMETHING_NEW' }, { Deployment: 'unknown' }],
  ])('with %j is judged %j', (change, expected) => {
    expect(saidBy(judgeService({ ...service, ...change }, defaultHealth))).toMatchObject(expected);
  });
});

describe('a database', () => {
  it.each<[Partial<DatabaseFacts>, Record<string, Health>]>([
    [{}, { State: 'healthy', CPU: 'healthy', Storage: 'healthy', Connections: 'healthy' }],
    [{ status: 'storage-full' }, { State: 'critical' }],
    [{ status: 'modifying' }, { State: 'warning' }],
    [{ status: 'never-heard-of' }, { State: 'unknown' }],
    [{ usedStoragePercent: known(90) }, { Storage: 'critical' }],
    [{ connections: known(600) }, { Connections: 'warning' }],
    [{ connections: missing }, { Connections: 'unknown' }],
  ])('with %j is judged %j', (change, expected) => {
    expect(saidBy(judgeDatabase({ ...database, ...change }, defaultHealth))).toMatchObject(expected);
  });
});

describe('a function', () => {
  it.each<[Partial<FunctionFacts>, Record<string, Health>]>([
    [{}, { State: 'healthy', Errors: 'healthy', Throttles: 'healthy' }],
    [{ errors: known(1) }, { Errors: 'warning' }],
    [{ errors: known(6) }, { Errors: 'critical' }],
    [{ invocations: known(0) }, { Errors: 'healthy', Throttles: 'healthy' }],
    [{ invocations: known(0), throttles: known(3) }, { Throttles: 'critical' }],
    [{ errors: missing }, { Errors: 'unknown' }],
    [{ state: 'Failed' }, { State: 'critical' }],
  ])('with %j is judged %j', (change, expected) => {
    expect(saidBy(judgeFunction({ ...lambda, ...change }, defaultHealth))).toMatchObject(expected);
  });
});

describe('an account', () => {
  it('is healthy when everything that was looked at is', () => {
    expect(judge(well)).toMatchObject({ health: 'healthy', summary: { healthy: 5 }, gaps: [] });
  });

  it.each(['instances', 'alarms', 'services', 'databases', 'functions'] as const)(
    'is not healthy when its %s could not be read',
    what => {
      const report = judge({ ...well, [what]: denied });
      expect(report.health).toBe('unknown');
      expect(report.gaps).toMatchObject([{ region: 'eu-central-1', why: 'AWS does not allow it.' }]);
    },
  );

  it('is not healthy when nothing was found, or only a part was looked at', () => {
    expect(judge().health).toBe('unknown');
    expect(judge({ ...well, alarms: { kind: 'read', value: [], cut: 'the first 2000' } }).health).toBe(
      'unknown',
    );
  });

  it('shows the worst first, and an alarm with its reason', () => {
    const alarms = read([{ name: 'queue', state: 'ALARM', reason: '9 > 5' }]);
    const report = judge({ ...well, alarms });
    expect(report).toMatchObject({ health: 'critical', summary: { critical: 1, healthy: 4 } });
    expect(report.resources[0]).toMatchObject({ name: 'queue', checks: [{ found: 'ALARM: 9 > 5' }] });
  });

  it('is never healthy with a figure that is not known', () => {
    const figure = fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }).map(known), fc.constant(missing));
    fc.assert(
      fc.property(figure, figure, (cpu, memory) => {
        const one = { ...instance, cpuPercent: cpu, memoryPercent: memory };
        const { health } = judge({ ...well, instances: read({ running: [one], stopped: 0 }) });
        const isUnknown = cpu.kind === 'unknown' || memory.kind === 'unknown';
        return !isUnknown || health !== 'healthy';
      }),
    );
  });
});
