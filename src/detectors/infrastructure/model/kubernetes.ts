import {
  type ConfigNode,
  entryOf,
  itemsOf,
  type MapNode,
  pinConfig,
  stringOf,
  valueAt,
} from '../../../parsers/config-node.ts';
import { SyntaxProblem } from '../../../parsers/syntax-problem.ts';
import { parseYaml } from '../../../parsers/yaml.ts';
import { controlPlaneResources } from './control-plane.ts';
import type { Resource } from './resource.ts';

const containerLists = ['containers', 'initContainers', 'ephemeralContainers'];

/** Whether a document is a Kubernetes object (or a list of them). */
export function isKubernetes(document: ConfigNode): boolean {
  return (
    stringOf(entryOf(document, 'apiVersion')?.value) !== undefined && entryOf(document, 'kind') !== undefined
  );
}

/**
 * The object itself as `kubernetes/<Kind>`, the pod it makes as `kubernetes/pod` (its spec) and each container as
 * `kubernetes/container`; a container of the control plane also as its program.
 */
export function kubernetesResources(document: ConfigNode): readonly Resource[] {
  if (document.kind !== 'map') return [];
  const kind = stringOf(entryOf(document, 'kind')?.value) ?? '';
  if (kind.endsWith('List') && entryOf(document, 'items') !== undefined) {
    return itemsOf(entryOf(document, 'items')?.value).flatMap(kubernetesResources);
  }
  const name = stringOf(valueAt(document, 'metadata', 'name')) ?? '';
  const make = (type: string, body: MapNode, head = headOf(document)): Resource => ({
    type: `kubernetes/${type}`,
    name,
    body,
    head,
    resolve: node => node,
  });
  const found = [make(kind, document), make('object', document)];
  const pod = podSpec(kind, document);
  if (kind === 'Kustomization') found.push(...kustomizePatches(document).flatMap(patchResources));
  if (pod === undefined) return found;
  found.push(make('pod', pod, headOf(pod)));
  for (const list of containerLists) {
    for (const container of itemsOf(entryOf(pod, list)?.value)) {
      if (container.kind !== 'map') continue;
      found.push(make('container', withPodContext(pod, container), headOf(container)));
      found.push(...controlPlaneResources(container, name));
    }
  }
  return found;
}

/** The same of a document that is only part of an object, of which nothing is missing. */
export function patchResources(document: ConfigNode): readonly Resource[] {
  return kubernetesResources(document).map(resource => ({ ...resource, partial: true }));
}

/** Patches written into a kustomization as text (Kustomize, `patches` and `patchesStrategicMerge`). */
function kustomizePatches(document: MapNode): readonly ConfigNode[] {
  const texts = [
    ...itemsOf(entryOf(document, 'patches')?.value).map(item => entryOf(item, 'patch')?.value),
    ...itemsOf(entryOf(document, 'patchesStrategicMerge')?.value),
  ];
  return texts.flatMap(node => {
    const text = stringOf(node);
    if (node === undefined || text === undefined || !/^apiVersion:/m.test(text)) return [];
    try {
      return parseYaml(text).map(patch => pinConfig(patch, node));
    } catch (error) {
      if (error instanceof SyntaxProblem) return [];
      throw error;
    }
  });
}

/** Where the objects of a kind keep their pod’s spec. */
function podSpec(kind: string, document: MapNode): MapNode | undefined {
  const path =
    kind === 'Pod'
      ? ['spec']
      : kind === 'CronJob'
        ? ['spec', 'jobTemplate', 'spec', 'template', 'spec']
        : ['spec', 'template', 'spec'];
  const spec = valueAt(document, ...path);
  return spec?.kind === 'map' ? spec : undefined;
}

/** A container inherits the fields of the pod’s security context that it does not set itself. */
function withPodContext(pod: MapNode, container: MapNode): MapNode {
  const inherited = valueAt(pod, 'securityContext');
  const own = entryOf(container, 'securityContext');
  if (inherited?.kind !== 'map') return container;
  const ownEntries = own?.value.kind === 'map' ? own.value.entries : [];
  const shared = inherited.entries.filter(
    ({ key }) =>
      /^(?:runAs\w+|seccompProfile|seLinuxOptions|windowsOptions)$/.test(key) &&
      !ownEntries.some(entry => entry.key === key),
  );
  const merged = {
    ...(own?.value.kind === 'map' ? own.value : inherited),
    entries: [...shared, ...ownEntries],
  };
  const keySpan = own?.keySpan ?? { start: inherited.start, end: inherited.end };
  return {
    ...container,
    entries: [
      ...container.entries.filter(({ key }) => key !== 'securityContext'),
      { key: 'securityContext', keySpan, value: merged },
    ],
  };
}

/** The first key of a map: a whole object would be too much to point at. */
function headOf(node: MapNode): { readonly start: number; readonly end: number } {
  const first =
    node.entries.find(({ key }) => key === 'name' || key === 'image' || key === 'kind') ?? node.entries[0];
  return first === undefined
    ? { start: node.start, end: node.start }
    : { start: first.keySpan.start, end: first.value.end };
}
