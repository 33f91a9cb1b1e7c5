import type { Service } from '../../clients/aws/sdk/ecs.ts';
import type { RegionFacts, ServiceFacts } from '../../health/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { readPages } from '../estate/read-pages.ts';

/** AWS describes so many services at once. */
const maxDescribed = 10;

export async function readServices(region: EstateRegion): Promise<RegionFacts['services']> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.ecs();
    const options = { abortSignal: signal };
    const clusters = await readPages(
      sdk.paginateListClusters({ client }, {}, options),
      page => page.clusterArns,
    );
    const facts: ServiceFacts[] = [];
    let cut = clusters.cut;
    for (const cluster of clusters.value) {
      const pages = sdk.paginateListServices({ client }, { cluster }, options);
      const listed = await readPages(pages, page => page.serviceArns);
      cut ??= listed.cut;
      for (let start = 0; start < listed.value.length; start += maxDescribed) {
        const named = listed.value.slice(start, start + maxDescribed);
        const command = new sdk.DescribeServicesCommand({ cluster, services: named });
        const { services: described = [] } = await client.send(command, options);
        facts.push(
          ...described
            .filter(({ status }) => status === 'ACTIVE')
            .map(service => factsOf(cluster.split('/').at(-1) ?? cluster, service)),
        );
      }
    }
    return { value: facts, cut };
  });
}

function factsOf(cluster: string, service: Service): ServiceFacts {
  const newest = service.deployments?.find(({ status }) => status === 'PRIMARY');
  return {
    cluster,
    name: service.serviceName ?? '',
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    rollout: newest?.rolloutState,
    reason: newest?.rolloutStateReason,
    failedTasks: newest?.failedTasks ?? 0,
  };
}
