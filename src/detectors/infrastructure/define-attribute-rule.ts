import type { Detector, RawFinding } from '../../contracts/detector.ts';
import type { Confidence, Severity } from '../../contracts/severity.ts';
import { type ConfigNode, itemsOf, stringOf } from '../../parsers/config-node.ts';
import { type ConcernName, concerns } from './model/concerns.ts';
import { exampleOf, pathPattern } from './model/example.ts';
import type { Expectation } from './model/expectation.ts';
import { type Resource, type Resources, valuesAt } from './model/resource.ts';
import { resourcesAround, resourcesOf } from './model/resources-of.ts';

/** What an attribute of one type of resource has to be. */
export type AttributeCheck = {
  /** `aws_s3_bucket`, `AWS::S3::Bucket`, `data.aws_ami`, `kubernetes/container`, `compose/service`, `helm/values`. */
  readonly type: string;
  /** Dotted path of the blocks that are judged one by one; without any such block nothing is judged. */
  readonly within?: string;
  /** Dotted path, from the block if there is one. */
  readonly attribute: string;
  readonly expect: Expectation;
  /** Judge only where these attributes (paths beside `attribute`) keep their expectations. */
  readonly when?: Readonly<Record<string, Expectation>>;
  /** A missing attribute may stand in another resource of the same file that refers to this one. */
  readonly elsewhere?: readonly Companion[];
};

/** Another resource that refers to this one by `link`; with `attribute`, it has to meet the expectation there. */
export type Companion = { readonly type: string; readonly link: string; readonly attribute?: string };

/** A rule that is a table: which attributes of which resources have to be what. */
export type AttributeRule = {
  readonly id: string;
  readonly title: string;
  readonly concern: ConcernName;
  /** Default: the concern’s. */
  readonly severity?: Severity;
  /** Default: high. */
  readonly confidence?: Confidence;
  readonly fix: string;
  readonly references: readonly string[];
  /** The examples are made from the first check. */
  readonly checks: readonly AttributeCheck[];
};

/** Makes an infrastructure rule from its table. */
export function defineAttributeRule(rule: AttributeRule): Detector {
  const concern = concerns[rule.concern];
  const attributes = [
    ...new Set(rule.checks.map(check => `\`${[check.within, check.attribute].filter(Boolean).join('.')}\``)),
  ];
  const types = [...new Set(rule.checks.map(check => check.type))];
  const paths = [...new Set(types.map(pathPattern))];
  return {
    meta: {
      id: rule.id,
      family: 'infrastructure',
      title: rule.title,
      severity: rule.severity ?? concern.severity,
      confidence: rule.confidence ?? 'high',
      cwe: concern.cwe,
      owasp: concern.owasp,
      what: `${rule.title}: looks at ${attributes.join(', ')} of ${types.join(', ')}.`,
      why: concern.why,
      fix: rule.fix,
      references: rule.references,
      examples: { bad: [exampleOf(rule.checks, 'bad')], good: [exampleOf(rule.checks, 'good')] },
    },
    appliesTo: path => paths.some(pattern => pattern.test(path)),
    keywords: [...new Set(types.flatMap(keywordsOf))],
    detect: file => {
      const resources = resourcesOf(file);
      const around = resourcesAround(file);
      return rule.checks.flatMap(check =>
        (resources.get(check.type) ?? [])
          // Under its own name too, if the rule has both.
          .filter(({ type }) => type === check.type || !types.includes(type))
          .flatMap(resource => judge(rule.title, check, resource, around)),
      );
    },
  };
}

/** Strings one of which occurs in every file with such a resource; few different ones, as each costs a search of the text. */
function keywordsOf(type: string): readonly string[] {
  if (type.startsWith('kubernetes/')) return ['apiversion', 'kubernetes_'];
  if (type === 'compose/service') return ['services'];
  if (type === 'helm/values') return [':'];
  if (type === 'template/parameter') return ['parameters'];
  if (type.includes('::')) return ['aws::'];
  if (type === 'module') return ['module'];
  if (/^(?:provider|backend)\./.test(type)) return [type.split('.', 1)[0] ?? type];
  const [vendor = '', ...rest] = type.replace(/^data\./, '').split('_');
  return [rest.length === 0 ? vendor : `${vendor}_`];
}

function judge(
  title: string,
  check: AttributeCheck,
  resource: Resource,
  resources: Resources,
): readonly RawFinding[] {
  // A list in JSON or CloudFormation is what repeated blocks are in Terraform.
  const scopes =
    check.within === undefined
      ? [resource.body]
      : valuesAt(resource, check.within).flatMap(itemsOf).map(resource.resolve);
  return scopes.flatMap(scope => {
    if (scope.kind === 'expression') return [];
    const applies = Object.entries(check.when ?? {}).every(([path, expectation]) => {
      const values = valuesAt(resource, path, scope);
      return values.length === 0 ? !expectation.required : !values.some(expectation.isBroken);
    });
    if (!applies) return [];
    const values = valuesAt(resource, check.attribute, scope);
    const allBroken = values.filter(check.expect.isBroken);
    const broken = check.expect.oneSuffices && allBroken.length < values.length ? [] : allBroken;
    if (broken.length > 0) {
      const places = check.attribute === '' ? [resource.head] : broken;
      return places.map(({ start, end }) => ({ start, end, message: `${title}.`, related: [resource.head] }));
    }
    if (resource.partial || values.length > 0 || !check.expect.required) return [];
    if (isSetElsewhere(check, resource, resources)) return [];
    const place = check.within === undefined ? resource.head : { start: scope.start, end: scope.end };
    const missing = (check.elsewhere ?? []).some(({ type }) => type === check.attribute)
      ? `no \`${check.attribute}\` refers to it`
      : `\`${check.attribute}\` is not set`;
    return [{ ...place, message: `${title}: ${missing}.`, related: [resource.head] }];
  });
}

/** Whether a companion resource (such as `aws_s3_bucket_versioning`) sets for this one what it lacks itself. */
function isSetElsewhere(
  { elsewhere = [], expect }: AttributeCheck,
  resource: Resource,
  resources: Resources,
): boolean {
  return elsewhere.some(({ type, link, attribute }) =>
    (resources.get(type) ?? []).some(companion => {
      if (!valuesAt(companion, link).some(value => refersTo(value, resource))) return false;
      const values = attribute === undefined ? [] : valuesAt(companion, attribute);
      return attribute === undefined || (values.length > 0 && !values.some(expect.isBroken));
    }),
  );
}

function refersTo(value: ConfigNode, { type, name }: Resource): boolean {
  const text = value.kind === 'expression' ? value.text : (stringOf(value) ?? '');
  if (type.includes('::')) return text === name || text.startsWith(`${name}.`);
  const reference = text.replace(/^\$\{/, '');
  return text === name || ['.', '['].some(next => reference.startsWith(`${type}.${name}${next}`));
}
