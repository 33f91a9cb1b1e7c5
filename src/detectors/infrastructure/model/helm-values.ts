import { type ConfigNode, walkConfig } from '../../../parsers/config-node.ts';
import type { Resource } from './resource.ts';

/** Whether the path is that of a Helm chart's values. */
export function isValuesFile(path: string): boolean {
  return /(?:^|\/)values[\w.-]*\.ya?ml$/i.test(path);
}

/** Every map of the values as `helm/values`: charts nest the same settings at any depth. */
export function helmResources(document: ConfigNode): readonly Resource[] {
  return [...walkConfig(document)].flatMap(node => {
    const first = node.kind === 'map' ? node.entries[0] : undefined;
    return node.kind === 'map' && first !== undefined
      ? [
          {
            type: 'helm/values',
            name: '',
            body: node,
            head: first.keySpan,
            resolve: (value: ConfigNode) => value,
          },
        ]
      : [];
  });
}
