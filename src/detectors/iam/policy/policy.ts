import type { Span } from '../../../contracts/detector.ts';
import type { MapNode } from '../../../parsers/config-node.ts';

/** A string of a policy at its place; parts known only at deployment stand as `${…}`. */
export type PolicyText = Span & { readonly text: string };

export type PolicyPrincipal = PolicyText & {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for everybody. */
  readonly type: string;
};

/** One `operator: { key: values }` of a condition. */
export type PolicyCondition = {
  readonly operator: PolicyText;
  readonly key: PolicyText;
  readonly values: readonly PolicyText[];
  /** Whether some values are not known. */
  readonly open: boolean;
};

export type PolicyStatement = Span & {
  /** The raw statement; absent for Terraform's data source, whose structure the provider checks. */
  readonly node: MapNode | undefined;
  /** Where to point for the statement as a whole. */
  readonly head: Span;
  readonly sid: PolicyText | undefined;
  /** Undefined when absent, invalid or not known. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly actions: readonly PolicyText[];
  readonly notActions: readonly PolicyText[];
  readonly resources: readonly PolicyText[];
  readonly notResources: readonly PolicyText[];
  readonly principals: readonly PolicyPrincipal[];
  readonly notPrincipals: readonly PolicyPrincipal[];
  readonly conditions: readonly PolicyCondition[];
  /** Whether there is a principal at all, known or not. */
  readonly hasPrincipal: boolean;
  /** Whether there are conditions that could not be read. */
  readonly hasUnknownConditions: boolean;
};

export type Policy = {
  /** The raw document; absent for Terraform's data source. */
  readonly node: MapNode | undefined;
  readonly version: PolicyText | undefined;
  readonly statements: readonly PolicyStatement[];
  /** Type of the resource it is attached to, where the file tells: `aws_vpc_endpoint`, `AWS::S3::BucketPolicy`. */
  readonly owner: string | undefined;
  /** Whether statements may be missing (loops, merges, references). */
  readonly partial: boolean;
};

/** A statement of an identity policy: who holds it is decided elsewhere. */
export function isIdentityAllow(statement: PolicyStatement): boolean {
  return statement.effect === 'Allow' && !statement.hasPrincipal;
}

/** Whether the statement is about assuming a role (a trust policy). */
export function isTrust(statement: PolicyStatement): boolean {
  return (
    statement.hasPrincipal &&
    statement.actions.some(({ text }) => /^sts:(?:assumerole|\*)/i.test(text)) &&
    statement.resources.length === 0
  );
}

/** Whether a resource pattern covers everything, or everything of a service (`arn:aws:s3:::*`, `arn:*:sqs:*:*:*`). */
export function isWideResource(text: string): boolean {
  if (/^\*+$/.test(text)) return true;
  const parts = text.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return false;
  const rest = parts.slice(5).join(':');
  const open = (part: string | undefined): boolean => /^\*+$/.test(part ?? '');
  // `arn:aws:s3:::bucket/*` has neither region nor account and names one bucket; `trail/*` in any account is every trail.
  return (
    /^\*+(?:\/\*+)?$/.test(rest) ||
    (open(parts[4]) && /^(?:\*|)$/.test(parts[3] ?? '') && /^[\w-]+[/:]\*+$/.test(rest))
  );
}

/** Whether a condition on one of these keys narrows the statement (a lone `*` does not). */
export function isBoundBy(statement: PolicyStatement, keys: RegExp): boolean {
  return (
    statement.hasUnknownConditions ||
    statement.conditions.some(
      ({ key, operator, values, open }) =>
        keys.test(key.text) &&
        !/^(?:null|.*not|.*ifexists)/i.test(operator.text.replace(/^For(?:All|Any)Values?:/i, '')) &&
        (open || values.some(({ text }) => !/^(?:\*+|0\.0\.0\.0\/0|::\/0)$/.test(text))),
    )
  );
}
