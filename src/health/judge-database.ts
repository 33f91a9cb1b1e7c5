import type { Health, HealthCheck, HealthSettings } from '../contracts/health.ts';
import { highCheck, wordCheck } from './checks.ts';
import type { DatabaseFacts } from './facts.ts';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html: what works, what is on its way, what broke. */
const working = ['available', 'backing-up', 'storage-optimization', 'configuring-enhanced-monitoring'];
const underWay = [
  'creating',
  'maintenance',
  'modifying',
  'rebooting',
  'renaming',
  'starting',
  'upgrading',
  'moving-to-vpc',
  'resetting-master-credentials',
  'storage-config-upgrade',
];
const broken = [
  'failed',
  'storage-full',
  'incompatible-network',
  'incompatible-option-group',
  'incompatible-parameters',
  'incompatible-restore',
  'insufficient-capacity',
  'inaccessible-encryption-credentials',
  'inaccessible-encryption-credentials-recoverable',
  'restore-error',
];
const states: Readonly<Record<string, Health>> = Object.fromEntries([
  ...working.map(state => [state, 'healthy']),
  ...underWay.map(state => [state, 'warning']),
  ...broken.map(state => [state, 'critical']),
]);

export function judgeDatabase(facts: DatabaseFacts, settings: HealthSettings): readonly HealthCheck[] {
  return [
    wordCheck('State', { kind: 'read', value: facts.status }, states),
    highCheck('CPU', facts.cpuPercent, settings.cpu, ' %'),
    ...(facts.usedStoragePercent === undefined
      ? []
      : [highCheck('Storage', facts.usedStoragePercent, settings.storage, ' %')]),
    highCheck('Connections', facts.connections, settings.connections, ''),
  ];
}
