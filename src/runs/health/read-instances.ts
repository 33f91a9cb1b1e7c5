import type { Instance } from '../../clients/aws/sdk/ec2.ts';
import type { Figure, Reading } from '../../contracts/estate.ts';
import type { InstanceFacts, RegionFacts } from '../../health/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { figureOf, type MetricAsked, readMetrics } from '../estate/read-metrics.ts';
import { readPages } from '../estate/read-pages.ts';
import type { HealthWindow } from './health-window.ts';

type Statuses = Reading<ReadonlyMap<string, { readonly system: string; readonly instance: string }>>;

export async function readInstances(
  region: EstateRegion,
  window: HealthWindow,
): Promise<RegionFacts['instances']> {
  const [listed, statuses, agent] = await Promise.all([
    list(region),
    readStatuses(region),
    agentMetrics(region),
  ]);
  if (listed.kind === 'unread') return listed;
  const running = listed.value.filter(({ State }) => State?.Name !== 'stopped' && State?.Name !== 'stopping');
  const cpu = running.map(({ InstanceId = '' }) => ({
    key: `cpu ${InstanceId}`,
    namespace: 'AWS/EC2',
    metric: 'CPUUtilization',
    dimensions: { InstanceId },
    statistic: 'Average' as const,
  }));
  const told = agent.kind === 'read' ? agent.value : [];
  const metrics = await readMetrics(region, [...cpu, ...told], window);
  const fromAgent = (kind: string, id: string): Figure | undefined => {
    if (agent.kind === 'unread') return { kind: 'unknown', why: agent.why };
    const keys = told.filter(({ key }) => key.startsWith(`${kind} ${id} `)).map(({ key }) => key);
    const figures = keys.map(key => figureOf(metrics, key, 'largest'));
    const values = figures.flatMap(figure => (figure.kind === 'known' ? [figure.value] : []));
    return values.length === 0 ? figures[0] : { kind: 'known', value: Math.max(...values) };
  };
  const facts = running.map((instance): InstanceFacts => {
    const id = instance.InstanceId ?? '';
    return {
      id,
      name: instance.Tags?.find(({ Key }) => Key === 'Name')?.Value,
      state: instance.State?.Name ?? '',
      ...statusesOf(statuses, id),
      cpuPercent: figureOf(metrics, `cpu ${id}`, 'mean'),
      memoryPercent: fromAgent('memory', id),
      diskPercent: fromAgent('disk', id),
    };
  });
  const value = { running: facts, stopped: listed.value.length - running.length };
  return { kind: 'read', value, cut: listed.cut };
}

async function list(region: EstateRegion): Promise<Reading<readonly Instance[]>> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    const Filters = [{ Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }];
    const pages = sdk.paginateDescribeInstances({ client }, { Filters }, { abortSignal: signal });
    return await readPages(pages, page => page.Reservations?.flatMap(({ Instances }) => Instances ?? []));
  });
}

async function readStatuses(region: EstateRegion): Promise<Statuses> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    const pages = sdk.paginateDescribeInstanceStatus({ client }, {}, { abortSignal: signal });
    const { value, cut } = await readPages(pages, page => page.InstanceStatuses);
    const entries = value.map(
      ({ InstanceId = '', SystemStatus, InstanceStatus }) =>
        [InstanceId, { system: SystemStatus?.Status ?? '', instance: InstanceStatus?.Status ?? '' }] as const,
    );
    return { value: new Map(entries), cut };
  });
}

function statusesOf(statuses: Statuses, id: string): Pick<InstanceFacts, 'systemStatus' | 'instanceStatus'> {
  if (statuses.kind === 'unread') return { systemStatus: statuses, instanceStatus: statuses };
  const found = statuses.value.get(id);
  if (found === undefined) {
    const none = { kind: 'unread', code: 'no-status', why: 'AWS has no status checks of it yet' } as const;
    return { systemStatus: none, instanceStatus: none };
  }
  return {
    systemStatus: { kind: 'read', value: found.system },
    instanceStatus: { kind: 'read', value: found.instance },
  };
}

/** The agent's metrics carry dimensions of its own choosing, so they are looked up by name. */
async function agentMetrics(region: EstateRegion): Promise<Reading<readonly MetricAsked[]>> {
  const kinds = { mem_used_percent: 'memory', disk_used_percent: 'disk' } as const;
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.cloudWatch();
    const options = { abortSignal: signal };
    const asked: MetricAsked[] = [];
    for (const [metric, kind] of Object.entries(kinds)) {
      const pages = sdk.paginateListMetrics(
        { client },
        { Namespace: 'CWAgent', MetricName: metric },
        options,
      );
      const { value } = await readPages(pages, page => page.Metrics);
      for (const [index, { Dimensions = [] }] of value.entries()) {
        const dimensions = Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
        const id = dimensions['InstanceId'];
        if (id === undefined) continue;
        asked.push({
          key: `${kind} ${id} ${index}`,
          namespace: 'CWAgent',
          metric,
          dimensions,
          statistic: 'Average',
        });
      }
    }
    return { value: asked };
  });
}
