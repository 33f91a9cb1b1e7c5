import type { ConfigEntry, ConfigNode, MapNode } from '../../../parsers/config-node.ts';
import { kubernetesResources } from './kubernetes.ts';
import type { Resource } from './resource.ts';

/** Kinds of the Terraform provider `hashicorp/kubernetes` and what the API calls them. */
const kinds: Readonly<Record<string, string>> = {
  pod: 'Pod',
  deployment: 'Deployment',
  daemonset: 'DaemonSet',
  daemon_set: 'DaemonSet',
  stateful_set: 'StatefulSet',
  replication_controller: 'ReplicationController',
  job: 'Job',
  cron_job: 'CronJob',
  service: 'Service',
  ingress: 'Ingress',
  role: 'Role',
  cluster_role: 'ClusterRole',
  role_binding: 'RoleBinding',
  cluster_role_binding: 'ClusterRoleBinding',
  config_map: 'ConfigMap',
  limit_range: 'LimitRange',
  resource_quota: 'ResourceQuota',
};

/** Blocks that repeat; the API has them as lists under these names. */
const lists: Readonly<Record<string, string>> = {
  container: 'containers',
  init_container: 'initContainers',
  volume: 'volumes',
  volume_mount: 'volumeMounts',
  port: 'ports',
  toleration: 'tolerations',
  host_aliases: 'hostAliases',
  sysctl: 'sysctls',
  subject: 'subjects',
  limit: 'limits',
};

/** The objects that a resource of Terraform's provider for Kubernetes makes, as a manifest would have them. */
export function terraformKubernetesResources(
  type: string,
  body: MapNode,
  { head, resolve }: Pick<Resource, 'head' | 'resolve'>,
): readonly Resource[] {
  if (type === 'kubernetes_manifest') {
    const manifest = body.entries.find(({ key }) => key === 'manifest')?.value;
    return manifest?.kind === 'map' ? withPlace(kubernetesResources(manifest), { head, resolve }) : [];
  }
  const kind = kinds[type.replace(/^kubernetes_/, '').replace(/_v\d(?:(?:alpha|beta)\d)?$/, '')];
  if (kind === undefined) return [];
  const named: ConfigEntry = {
    key: 'kind',
    keySpan: head,
    value: { kind: 'scalar', value: kind, dynamic: false, ...head },
  };
  return withPlace(kubernetesResources({ ...body, entries: [named, ...translate(body, kind).entries] }), {
    head,
    resolve,
  });
}

/** The object itself is pointed at by its block's header. */
function withPlace(
  resources: readonly Resource[],
  { head, resolve }: Pick<Resource, 'head' | 'resolve'>,
): readonly Resource[] {
  return resources.map(resource =>
    /container$|pod$/.test(resource.type) ? { ...resource, resolve } : { ...resource, head, resolve },
  );
}

/** Names as in the API; maps of free keys (labels, data, limits of resources) keep theirs. */
function translate(node: MapNode, kind: string): MapNode {
  const entries = new Map<string, ConfigEntry>();
  for (const { key, keySpan, value } of node.entries) {
    const name = nameOf(key, kind);
    const translated = value.kind === 'map' && !freeKeys.has(key) ? translate(value, kind) : value;
    const before = entries.get(name)?.value;
    entries.set(name, { key: name, keySpan, value: joined(before, translated, isList(key, kind)) });
  }
  return { ...node, entries: [...entries.values()] };
}

const freeKeys = new Set([
  'labels',
  'annotations',
  'data',
  'string_data',
  'match_labels',
  'limits',
  'requests',
  'hard',
]);

function isList(key: string, kind: string): boolean {
  return key in lists || key === 'env' || key === 'env_from' || (key === 'rule' && kind.endsWith('Role'));
}

/** Names that camel case alone does not make. */
const spellings: Readonly<Record<string, string>> = {
  host_ipc: 'hostIPC',
  host_pid: 'hostPID',
  external_ips: 'externalIPs',
  load_balancer_ip: 'loadBalancerIP',
};

function nameOf(key: string, kind: string): string {
  if (key === 'rule' && kind.endsWith('Role')) return 'rules';
  return lists[key] ?? spellings[key] ?? key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function joined(before: ConfigNode | undefined, value: ConfigNode, list: boolean): ConfigNode {
  if (!list) return value;
  const earlier = before?.kind === 'list' ? before.items : [];
  return {
    kind: 'list',
    items: [...earlier, ...(value.kind === 'list' ? value.items : [value])],
    start: value.start,
    end: value.end,
  };
}
