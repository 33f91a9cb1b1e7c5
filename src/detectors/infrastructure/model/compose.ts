import { type ConfigNode, entryOf } from '../../../parsers/config-node.ts';
import type { Resource } from './resource.ts';

/** Whether a document is a Compose file. */
export function isCompose(path: string, document: ConfigNode): boolean {
  return (
    /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/i.test(path) && entryOf(document, 'services') !== undefined
  );
}

/** Every service as `compose/service`. */
export function serviceResources(document: ConfigNode): readonly Resource[] {
  const services = entryOf(document, 'services')?.value;
  if (services?.kind !== 'map') return [];
  return services.entries.flatMap(({ key, keySpan, value }) =>
    value.kind === 'map'
      ? [
          {
            type: 'compose/service',
            name: key,
            body: value,
            head: keySpan,
            resolve: (node: ConfigNode) => node,
          },
        ]
      : [],
  );
}
