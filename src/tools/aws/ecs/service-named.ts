import type { Service } from '../../../clients/aws/sdk/ecs.ts';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';

/** The active service of a name, with its tags. */
export async function serviceNamed(
  aws: AwsClients,
  named: { readonly cluster: string; readonly service: string },
  signal: AbortSignal,
): Promise<Service | undefined> {
  const { sdk, client } = await aws.ecs();
  const { services = [] } = await client.send(
    new sdk.DescribeServicesCommand({ cluster: named.cluster, services: [named.service], include: ['TAGS'] }),
    { abortSignal: signal },
  );
  return services.find(({ status }) => status !== 'INACTIVE');
}

export function noSuchService(
  tool: string,
  named: { readonly cluster: string; readonly service: string },
  aws: AwsClients,
): ToolRefusal {
  const message = `${tool}: there is no active service "${named.service}" in the cluster "${named.cluster}" in ${aws.region}. ecs_list_services shows them.`;
  return { kind: 'refused', code: 'aws-not-found', message };
}

/** What an approval of a change to a service is bound to. */
export function serviceBefore(service: Service) {
  return {
    service: service.serviceName,
    desired: service.desiredCount,
    taskDefinition: service.taskDefinition,
    status: service.status,
  };
}
