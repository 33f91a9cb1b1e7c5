import { type ConfigEntry, entryOf, itemsOf, type MapNode, stringOf } from '../../../parsers/config-node.ts';
import type { Resource } from './resource.ts';

const components = /(?:^|\/)(kube-apiserver|kube-controller-manager|kube-scheduler|etcd|kubelet)$/;

/**
 * The flags of a container that runs a part of the control plane, as `kubernetes/kube-apiserver` and the like with an
 * attribute for each flag (Kubernetes reference, component tools).
 */
export function controlPlaneResources(container: MapNode, name: string): readonly Resource[] {
  const words = ['command', 'args'].flatMap(key => itemsOf(entryOf(container, key)?.value));
  const [program] = words;
  const component = components.exec(stringOf(program) ?? '')?.[1];
  if (component === undefined || program === undefined) return [];
  const entries = words.flatMap((word): readonly ConfigEntry[] => {
    const flag = /^--([\w-]+)(?:=([^]*))?$/.exec(stringOf(word) ?? '');
    if (flag === null) return [];
    const { start, end } = word;
    const value = { kind: 'scalar', value: flag[2] ?? true, dynamic: false, start, end } as const;
    return [{ key: flag[1] ?? '', keySpan: { start, end }, value }];
  });
  const { start, end } = program;
  const body: MapNode = { kind: 'map', entries, start, end };
  return [{ type: `kubernetes/${component}`, name, body, head: { start, end }, resolve: node => node }];
}
