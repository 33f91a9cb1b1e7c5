import type { RuleExample } from '../../../contracts/detector.ts';
import type { AttributeCheck } from '../define-attribute-rule.ts';
import { stepsOf } from './resource.ts';

type Tree = { readonly [key: string]: unknown };

/** Files in which a type of resource can stand. */
export function pathPattern(type: string): RegExp {
  if (isTerraform(type)) return patterns.terraform;
  if (type === 'compose/service') return patterns.compose;
  if (type === 'helm/values') return patterns.helm;
  return type.startsWith('kubernetes/') ? patterns.kubernetes : patterns.template;
}

const patterns = {
  terraform: /\.tf$/i,
  compose: /compose[^/]*\.ya?ml$/i,
  helm: /(?:^|\/)values[\w.-]*\.ya?ml$/i,
  // Terraform's provider for Kubernetes makes the same objects.
  kubernetes: /\.(?:ya?ml|json|tf)$/i,
  template: /\.(?:ya?ml|json|template)$/i,
} as const;

function isTerraform(type: string): boolean {
  return /^[a-z0-9]+_|^(?:data|provider|backend)\.|^module$/.test(type);
}

/** A block of Terraform; the body in JSON's notation. */
export function blockOf(type: string, body: Tree): string {
  return hcl(type, body);
}

/** A small file that breaks or keeps the first check of a rule. */
export function exampleOf(checks: readonly AttributeCheck[], kind: 'bad' | 'good'): RuleExample {
  const [check] = checks;
  if (check === undefined) return { path: 'main.tf', text: '' };
  let body: Tree = {};
  for (const [path, expectation] of Object.entries(check.when ?? {})) {
    if (expectation.required) body = withValue(body, stepsOf(path), expectation.good);
  }
  body = withValue(body, stepsOf(check.attribute), check.expect[kind]);
  // A good example has to satisfy the other checks of the same resource too.
  for (const other of kind === 'good' ? checks.slice(1) : []) {
    const sibling = other.type === check.type && other.within === check.within;
    if (sibling && other.expect.required && !has(body, stepsOf(other.attribute))) {
      body = withValue(body, stepsOf(other.attribute), other.expect.good);
    }
  }
  const scoped = check.within === undefined ? body : withValue({}, stepsOf(check.within), body);
  return render(check.type, scoped);
}

function withValue(tree: Tree, [step, ...rest]: readonly string[], value: unknown): Tree {
  if (value === undefined || step === undefined) return tree;
  const key = step.startsWith('*') ? step.replaceAll('*', '') : step.replaceAll('*', 'example');
  const inner = tree[key];
  return { ...tree, [key]: rest.length === 0 ? value : withValue(isTree(inner) ? inner : {}, rest, value) };
}

function has(tree: Tree, [step = '', ...rest]: readonly string[]): boolean {
  const inner = tree[step];
  return rest.length === 0 ? inner !== undefined : isTree(inner) && has(inner, rest);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function render(type: string, body: Tree): RuleExample {
  if (isTerraform(type)) return { path: 'main.tf', text: hcl(type, body) };
  if (type === 'compose/service')
    return yaml('compose.yaml', { services: { app: { image: 'app:1.2.3', ...body } } });
  if (type === 'helm/values') return yaml('values.yaml', { app: body });
  if (type === 'template/parameter') {
    const { Name: name = 'Password', ...rest } = body;
    return yaml('template.yaml', {
      AWSTemplateFormatVersion: '2010-09-09',
      Parameters: { [String(name)]: { Type: 'String', ...rest } },
    });
  }
  if (!type.startsWith('kubernetes/')) {
    return yaml('template.yaml', { Resources: { Example: { Type: type, Properties: body } } });
  }
  const kind = type.slice('kubernetes/'.length);
  const head = { apiVersion: 'v1', metadata: { name: 'example' } };
  if (kind === 'container') {
    const containers = [{ name: 'app', image: 'app:1.2.3', ...body }];
    return yaml('pod.yaml', { ...head, kind: 'Pod', spec: { containers } });
  }
  if (/^(?:kube-.+|etcd|kubelet)$/.test(kind)) {
    const command = [kind, ...Object.entries(body).map(([flag, value]) => `--${flag}=${String(value)}`)];
    const containers = [{ name: kind, image: `${kind}:1.2.3`, command }];
    return yaml('pod.yaml', { ...head, kind: 'Pod', spec: { containers } });
  }
  if (kind === 'pod') {
    return yaml('pod.yaml', {
      ...head,
      kind: 'Pod',
      spec: { containers: [{ name: 'app', image: 'app:1.2.3' }], ...body },
    });
  }
  return yaml('object.yaml', { ...head, kind: kind === 'object' ? 'ConfigMap' : kind, ...body });
}

function hcl(type: string, body: Tree): string {
  const [keyword = '', name = ''] = /^(data|provider|backend)\./.test(type)
    ? type.split('.')
    : ['resource', type];
  if (keyword === 'backend') {
    return `terraform {\n  backend "${name}" {\n${attributes(body, '    ')}  }\n}\n`;
  }
  if (type === 'module') return `module "example" {\n${attributes(body, '  ')}}\n`;
  const labels = keyword === 'provider' ? `"${name}"` : `"${name}" "example"`;
  return `${keyword} ${labels} {\n${attributes(body, '  ')}}\n`;
}

function attributes(body: Tree, indent: string): string {
  return Object.entries(body)
    .map(([key, value]) =>
      isTree(value)
        ? `${indent}${key} {\n${attributes(value, `${indent}  `)}${indent}}\n`
        : `${indent}${key} = ${JSON.stringify(value)}\n`,
    )
    .join('');
}

function yaml(path: string, body: Tree): RuleExample {
  return { path, text: `${lines(body, '').join('\n')}\n` };
}

/** Block style; values in JSON’s notation, which YAML reads. */
function lines(value: Tree, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([key, entry]) => {
    if (isTree(entry)) {
      return Object.keys(entry).length === 0
        ? [`${indent}${key}: {}`]
        : [`${indent}${key}:`, ...lines(entry, `${indent}  `)];
    }
    if (!Array.isArray(entry) || !entry.some(isTree)) return [`${indent}${key}: ${JSON.stringify(entry)}`];
    return [
      `${indent}${key}:`,
      ...entry.filter(isTree).flatMap(item => {
        const [first = '', ...rest] = lines(item, `${indent}    `);
        return [`${indent}  - ${first.trimStart()}`, ...rest];
      }),
    ];
  });
}
