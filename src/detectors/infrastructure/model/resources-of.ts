import type { SourceFile } from '../../../contracts/detector.ts';
import { isTemplate } from '../../../parsers/cloudformation.ts';
import {
  type ConfigNode,
  entryOf,
  itemsOf,
  type MapNode,
  stringOf,
  valueAt,
} from '../../../parsers/config-node.ts';
import type { HclBlock } from '../../../parsers/hcl.ts';
import { configDocuments, templateDocuments, terraformOf } from '../../../parsers/read-config.ts';
import { createTemplateResolve } from '../../../parsers/template-resolve.ts';
import { isCompose, serviceResources } from './compose.ts';
import { helmResources, isValuesFile } from './helm-values.ts';
import { isKubernetes, kubernetesResources, patchResources } from './kubernetes.ts';
import { withPolicyData } from './policy-data.ts';
import type { Resource, Resources } from './resource.ts';
import { terraformKubernetesResources } from './terraform-kubernetes.ts';

/**
 * What the rules look at in a file; computed once per file.
 *
 * @throws UnparsableError when the file cannot be read.
 */
export function resourcesOf(file: SourceFile): Resources {
  return file.memo('infrastructure', readResources);
}

function readResources(file: SourceFile): Resources {
  const all = /\.tf$/i.test(file.path)
    ? terraformResources(file, terraformOf(file).blocks)
    : [
        ...configDocuments(file).flatMap(document => documentResources(file.path, document)),
        ...templateDocuments(file).filter(isKubernetes).flatMap(patchResources),
      ];
  return groupByType(all);
}

/**
 * The resources of the file and of its neighbours, in which what a resource lacks may be said; the neighbours' places
 * are not of this file.
 */
export function resourcesAround(file: SourceFile): Resources {
  if (!/\.tf$/i.test(file.path)) return resourcesOf(file);
  return file.memo('infrastructure-around', () => {
    const { blocks, neighbours } = terraformOf(file);
    return neighbours.length === 0
      ? resourcesOf(file)
      : groupByType(terraformResources(file, [...blocks, ...neighbours]));
  });
}

/** Types of Terraform that are another one under a second name, or a slot or version of it with the same attributes. */
const aliases: readonly (readonly [string, string])[] = [
  ['aws_alb', 'aws_lb'],
  ['aws_alb_listener', 'aws_lb_listener'],
  ['aws_alb_target_group', 'aws_lb_target_group'],
  ['aws_s3_bucket_object', 'aws_s3_object'],
  ['azurerm_app_service_slot', 'azurerm_app_service'],
  ['azurerm_function_app_slot', 'azurerm_function_app'],
  ['azurerm_linux_web_app_slot', 'azurerm_linux_web_app'],
  ['azurerm_windows_web_app_slot', 'azurerm_windows_web_app'],
  ['azurerm_linux_function_app_slot', 'azurerm_linux_function_app'],
  ['azurerm_windows_function_app_slot', 'azurerm_windows_function_app'],
  ['google_compute_region_ssl_policy', 'google_compute_ssl_policy'],
  ['google_compute_region_disk', 'google_compute_disk'],
  ['google_compute_region_instance_template', 'google_compute_instance_template'],
];

function groupByType(all: readonly Resource[]): Resources {
  const byType = new Map<string, Resource[]>();
  for (const resource of all) {
    const same = byType.get(resource.type);
    if (same === undefined) byType.set(resource.type, [resource]);
    else same.push(resource);
  }
  for (const [alias, type] of aliases) {
    const resources = byType.get(alias);
    if (resources !== undefined) byType.set(type, [...(byType.get(type) ?? []), ...resources]);
  }
  return byType;
}

function terraformResources(file: SourceFile, blocks: readonly HclBlock[]): readonly Resource[] {
  const resolve = withPolicyData(blocks, terraformOf(file).resolve);
  return blocks.flatMap(({ type, labels, body, header }) => {
    const [first = '', second = ''] = labels;
    if (type === 'resource') {
      const own = { type: first, name: second, body, head: header, resolve: eachOf(body, resolve) };
      return first.startsWith('kubernetes_')
        ? [own, ...terraformKubernetesResources(first, body, own)]
        : [own];
    }
    if (type === 'data') return [{ type: `data.${first}`, name: second, body, head: header, resolve }];
    if (type === 'module') return [{ type, name: first, body, head: header, resolve }];
    if (type === 'terraform') return backendResources(body, resolve);
    return type === 'provider'
      ? [{ type: `provider.${first}`, name: first, body, head: header, resolve }]
      : [];
  });
}

function documentResources(path: string, document: ConfigNode): readonly Resource[] {
  if (isTemplate(document)) return templateResources(document);
  if (isKubernetes(document)) return kubernetesResources(document);
  if (isCompose(path, document)) return serviceResources(document);
  return isValuesFile(path) ? helmResources(document) : [];
}

/** Follows `each.value` and `each.key` to everything that `for_each` goes over. */
function eachOf(body: MapNode, resolve: Resource['resolve']): Resource['resolve'] {
  const over = entryOf(body, 'for_each')?.value;
  if (over === undefined) return resolve;
  const known = resolve(over);
  if (known.kind !== 'list' && known.kind !== 'map') return resolve;
  return node => {
    const next = resolve(node);
    const each = next.kind === 'expression' ? /^each\.(key|value)((?:\.\w+)*)$/.exec(next.text) : null;
    if (each === null) return next;
    const [, what, path = ''] = each;
    const items =
      known.kind === 'list'
        ? known.items
        : known.entries.map(
            ({ key, keySpan, value }): ConfigNode =>
              what === 'value' ? value : { kind: 'scalar', value: key, dynamic: false, ...keySpan },
          );
    const found = items.flatMap(item => valueAt(resolve(item), ...path.split('.').slice(1)) ?? []);
    return found.length === items.length
      ? {
          kind: 'list',
          items: found.flatMap(item => itemsOf(resolve(item))),
          start: node.start,
          end: node.end,
        }
      : next;
  };
}

/** Where Terraform keeps its state. */
function backendResources(body: MapNode, resolve: Resource['resolve']): readonly Resource[] {
  return body.entries.flatMap(({ key, keySpan, value }) =>
    key.startsWith('backend.') && value.kind === 'map'
      ? [{ type: key, name: key, body: value, head: keySpan, resolve }]
      : [],
  );
}

/** A template's resources; `Ref` of a parameter with a default is followed. */
function templateResources(document: ConfigNode): readonly Resource[] {
  const map = entryOf(document, 'Resources')?.value;
  const parameters = parameterResources(document);
  if (map?.kind !== 'map') return parameters;
  const resolve = createTemplateResolve(document);
  const resources = map.entries.flatMap(({ key, keySpan, value }) => {
    const type = stringOf(entryOf(value, 'Type')?.value);
    const properties = entryOf(value, 'Properties')?.value;
    if (type === undefined) return [];
    const empty = { kind: 'map', entries: [], start: keySpan.start, end: keySpan.end } as const;
    const body = properties?.kind === 'map' ? properties : empty;
    // What `Globals` says holds for every resource of the kind; its own properties come last and win.
    const shared = valueAt(document, 'Globals', type.replace('AWS::Serverless::', ''));
    const entries = shared?.kind === 'map' ? [...shared.entries, ...body.entries] : body.entries;
    return [{ type, name: key, body: { ...body, entries }, head: keySpan, resolve }];
  });
  return [...parameters, ...resources];
}

/** A template's parameters as `template/parameter`, their names as the attribute `Name`. */
function parameterResources(document: ConfigNode): readonly Resource[] {
  const map = entryOf(document, 'Parameters')?.value;
  if (map?.kind !== 'map') return [];
  return map.entries.flatMap(({ key, keySpan, value }) => {
    if (value.kind !== 'map') return [];
    const name: ConfigNode = { kind: 'scalar', value: key, dynamic: false, ...keySpan };
    const entries = [{ key: 'Name', keySpan, value: name }, ...value.entries];
    return [
      {
        type: 'template/parameter',
        name: key,
        body: { ...value, entries },
        head: keySpan,
        resolve: (node: ConfigNode) => node,
      },
    ];
  });
}
