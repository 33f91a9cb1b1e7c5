import type * as Ecs from '@aws-sdk/client-ecs';
import type { AwsClientConfig } from './aws-connector.ts';
import { type AwsAnswer, askAws } from './aws-failure.ts';
import type { EcsClient, EcsService, EcsTaskDefinition } from './ecs-client.ts';

type Sdk = typeof Ecs;
type Loaded = { readonly sdk: Sdk; readonly client: Ecs.ECSClient; readonly once: Ecs.ECSClient };

/** A client of Amazon ECS; the SDK is loaded with the first call. */
export function createEcsClient(config: AwsClientConfig): EcsClient {
  let loaded: Promise<Loaded> | undefined;
  const load = async (): Promise<Loaded> => {
    const sdk = await import('@aws-sdk/client-ecs');
    // Registering again makes another revision, so a lost answer is looked for and not asked for again.
    const once = new sdk.ECSClient({ ...config, maxAttempts: 1 });
    return { sdk, client: new sdk.ECSClient(config), once };
  };
  const ask = <T>(
    operation: string,
    perform: (sdk: Sdk, client: Ecs.ECSClient, once: Ecs.ECSClient) => Promise<T>,
  ): Promise<AwsAnswer<T>> =>
    askAws({ action: `ecs:${operation}`, region: config.region }, async () => {
      loaded ??= load();
      const { sdk, client, once } = await loaded;
      return await perform(sdk, client, once);
    });
  return {
    service: (cluster, service) =>
      ask('DescribeServices', async ({ DescribeServicesCommand }, client) => {
        const answer = await client.send(new DescribeServicesCommand({ cluster, services: [service] }));
        const [found] = answer.services ?? [];
        return found === undefined ? undefined : serviceOf(found);
      }),
    taskDefinition: arn => ask('DescribeTaskDefinition', (sdk, client) => taskDefinition(sdk, client, arn)),
    newestRevisions: (family, count) =>
      ask('ListTaskDefinitions', async ({ ListTaskDefinitionsCommand }, client) => {
        const answer = await client.send(
          new ListTaskDefinitionsCommand({ familyPrefix: family, sort: 'DESC', maxResults: count }),
        );
        return answer.taskDefinitionArns ?? [];
      }),
    register: options => ask('RegisterTaskDefinition', (sdk, _client, once) => register(sdk, once, options)),
    update: options => ask('UpdateService', (sdk, client) => update(sdk, client, options)),
    stoppedTasks: (cluster, service) =>
      ask('DescribeTasks', (sdk, client) => stoppedTasks(sdk, client, { cluster, service })),
  };
}

function serviceOf(service: Ecs.Service): EcsService {
  return {
    arn: service.serviceArn ?? '',
    status: service.status ?? '',
    taskDefinition: service.taskDefinition ?? '',
    controller: service.deploymentController?.type ?? 'ECS',
    deployments: (service.deployments ?? []).map(deployment => ({
      taskDefinition: deployment.taskDefinition ?? '',
      isPrimary: deployment.status === 'PRIMARY',
      rollout: deployment.rolloutState,
      reason: deployment.rolloutStateReason ?? '',
      running: deployment.runningCount ?? 0,
      desired: deployment.desiredCount ?? 0,
    })),
    events: (service.events ?? []).map(({ createdAt, message }) => ({
      at: createdAt?.toISOString() ?? '',
      message: message ?? '',
    })),
  };
}

async function taskDefinition(
  { DescribeTaskDefinitionCommand }: Sdk,
  client: Ecs.ECSClient,
  arn: string,
): Promise<EcsTaskDefinition> {
  const { taskDefinition: found, tags } = await client.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ['TAGS'] }),
  );
  return {
    arn: found?.taskDefinitionArn ?? arn,
    family: found?.family ?? '',
    images: new Map(
      (found?.containerDefinitions ?? []).map(({ name, image }) => [name ?? '', image ?? ''] as const),
    ),
    roles: [found?.taskRoleArn, found?.executionRoleArn].filter(role => role !== undefined),
    tags: Object.fromEntries((tags ?? []).map(({ key, value }) => [key ?? '', value ?? ''])),
  };
}

async function register(
  { DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand }: Sdk,
  client: Ecs.ECSClient,
  { from, container, image, tags }: Parameters<EcsClient['register']>[0],
): Promise<{ readonly arn: string }> {
  const described = await client.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: from, include: ['TAGS'] }),
  );
  // Everything is kept but what ECS fills in itself and does not take back.
  const {
    taskDefinitionArn: _arn,
    revision: _revision,
    status: _status,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _registeredAt,
    registeredBy: _registeredBy,
    deregisteredAt: _deregisteredAt,
    deleteRequestedAt: _deleteRequestedAt,
    ...kept
  } = described.taskDefinition ?? {};
  const keptTags = (described.tags ?? []).filter(({ key }) => key === undefined || !(key in tags));
  const answer = await client.send(
    new RegisterTaskDefinitionCommand({
      ...kept,
      family: kept.family,
      containerDefinitions: (kept.containerDefinitions ?? []).map(definition =>
        definition.name === container ? { ...definition, image } : definition,
      ),
      tags: [...keptTags, ...Object.entries(tags).map(([key, value]) => ({ key, value }))],
    }),
  );
  const arn = answer.taskDefinition?.taskDefinitionArn;
  if (arn === undefined) throw new TypeError('RegisterTaskDefinition gave no ARN');
  return { arn };
}

/** The service's other deployment settings are sent along, since ECS would take their defaults instead. */
async function update(
  { DescribeServicesCommand, UpdateServiceCommand }: Sdk,
  client: Ecs.ECSClient,
  { cluster, service, taskDefinition: revision }: Parameters<EcsClient['update']>[0],
): Promise<true> {
  const described = await client.send(new DescribeServicesCommand({ cluster, services: [service] }));
  await client.send(
    new UpdateServiceCommand({
      cluster,
      service,
      taskDefinition: revision,
      deploymentConfiguration: {
        ...described.services?.[0]?.deploymentConfiguration,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    }),
  );
  return true;
}

async function stoppedTasks(
  { DescribeTasksCommand, ListTasksCommand }: Sdk,
  client: Ecs.ECSClient,
  { cluster, service }: { readonly cluster: string; readonly service: string },
): Promise<readonly { readonly taskDefinition: string; readonly reason: string }[]> {
  const { taskArns = [] } = await client.send(
    new ListTasksCommand({ cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: 100 }),
  );
  if (taskArns.length === 0) return [];
  const { tasks = [] } = await client.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
  return tasks.map(task => ({
    taskDefinition: task.taskDefinitionArn ?? '',
    reason: task.containers?.find(({ reason }) => reason !== undefined)?.reason ?? task.stoppedReason ?? '',
  }));
}
