import { type ConfigNode, itemsOf, walkConfig } from '../../../parsers/config-node.ts';

/** What an attribute has to be. A value that is not known (a reference, a function) never breaks it. */
export type Expectation = {
  /** Whether a missing attribute breaks it, that is, whether the provider's default is unsafe. */
  readonly required: boolean;
  /** Whether a value that is there breaks it. */
  readonly isBroken: (value: ConfigNode) => boolean;
  /** One value that keeps it suffices: the others are about something else. */
  readonly oneSuffices?: true;
  /** Values for the rule's own examples, in JSON's notation. */
  readonly good: unknown;
  readonly bad: unknown;
};

type Literal = string | number | boolean | null;

/** The literal of a node; strings in lower case; undefined for what is not known. */
function literal(node: ConfigNode): Literal | undefined {
  if (node.kind !== 'scalar' || node.dynamic) return undefined;
  return typeof node.value === 'string' ? node.value.toLowerCase() : node.value;
}

/** Every literal of a value or list. */
function literals(node: ConfigNode): readonly Literal[] {
  return itemsOf(node).flatMap(item => (item.kind === 'list' ? literals(item) : (literal(item) ?? [])));
}

const says = (node: ConfigNode, wanted: boolean): boolean =>
  literals(node).some(value => value === wanted || value === String(wanted));

/** Has to be switched on; off by default. */
export const isTrue: Expectation = {
  required: true,
  isBroken: node => says(node, false),
  good: true,
  bad: false,
};
/** On by default; must not be switched off. */
export const notFalse: Expectation = { ...isTrue, required: false };
/** Off by default; must not be switched on. */
export const notTrue: Expectation = {
  required: false,
  isBroken: node => says(node, true),
  good: false,
  bad: true,
};
/** Has to be switched off; on by default. */
export const isFalse: Expectation = { ...notTrue, required: true };

const isEmpty = (node: ConfigNode): boolean =>
  literal(node) === '' || literal(node) === null || (node.kind === 'list' && node.items.length === 0);

/** Has to be there; `example` is a good value. */
export function isPresent(example: unknown = 'example'): Expectation {
  return { required: true, isBroken: isEmpty, good: example, bad: undefined };
}

/** Must not be there with a literal value. */
export function isAbsent(example: unknown = 'example'): Expectation {
  return {
    required: false,
    isBroken: node =>
      !isEmpty(node) && (node.kind !== 'scalar' || !node.dynamic) && node.kind !== 'expression',
    good: undefined,
    bad: example,
  };
}

/** Must not be there at all, whatever the value. */
export function isUnset(example: unknown = 'example'): Expectation {
  return { required: false, isBroken: () => true, good: undefined, bad: example };
}

/** Has to be there and to be more than what a provider fills in. */
export const isDescribed: Expectation = {
  required: true,
  isBroken: node => isEmpty(node) || literal(node) === 'managed by terraform',
  good: 'Calls from the load balancer',
  bad: '',
};

/** Has to be one of the values (case does not matter); the first is the example. */
export function oneOf(good: readonly string[], bad: unknown): Expectation {
  const allowed = good.map(value => value.toLowerCase());
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => !allowed.includes(String(value)));
  return { required: true, isBroken, good: good[0], bad };
}

/** The same, but the default is safe. */
export function ifSetOneOf(good: readonly string[], bad: unknown): Expectation {
  return { ...oneOf(good, bad), required: false };
}

/** Must not be any of the values; the default is safe. */
export function noneOf(bad: readonly string[], good: unknown): Expectation {
  const refused = bad.map(value => value.toLowerCase());
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => refused.includes(String(value)));
  return { required: false, isBroken, good, bad: bad[0] };
}

/** Must not be any of the values, nor left to the default. */
export function setNoneOf(bad: readonly string[], good: unknown): Expectation {
  return { ...noneOf(bad, good), required: true };
}

/** Has to be a number of at least `minimum`. */
export function atLeast(minimum: number): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => value !== null && Number(value) < minimum);
  return { required: true, isBroken, good: minimum, bad: minimum - 1 };
}

/** The same, but the default is safe. */
export function ifSetAtLeast(minimum: number): Expectation {
  return { ...atLeast(minimum), required: false };
}

/** Has to be a number of at most `maximum`. */
export function atMost(maximum: number): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => value !== null && Number(value) > maximum);
  return { required: true, isBroken, good: maximum, bad: maximum + 1 };
}

/** The same, but the default is safe. */
export function ifSetAtMost(maximum: number): Expectation {
  return { ...atMost(maximum), required: false };
}

/** Must not match (lower-cased); the default is safe. */
export function notMatching(pattern: RegExp, good: unknown, bad: unknown): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => typeof value === 'string' && pattern.test(value));
  return { required: false, isBroken, good, bad };
}

/** Has to match (lower-cased). */
export function matching(pattern: RegExp, good: unknown, bad: unknown): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => !pattern.test(value === null ? '' : String(value)));
  return { required: true, isBroken, good, bad };
}

/** A list has to contain the value (lower-cased). */
export function contains(wanted: RegExp, good: unknown, bad: unknown): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    itemsOf(node).every(item => literal(item) !== undefined) &&
    !literals(node).some(value => wanted.test(String(value)));
  return { required: true, isBroken, good, bad };
}

/** Must not admit the whole internet: `0.0.0.0/0`, `::/0`, or Azure’s names for it. */
export const notWorld: Expectation = notMatching(
  /^(?:0\.0\.0\.0(?:\/0)?|::\/0|\*|internet|any|0+:0+:0+:0+:0+:0+:0+:0+\/0)$/,
  ['10.0.0.0/16'],
  ['0.0.0.0/0'],
);

/** The same, and the default admits everybody. */
export const setNotWorld: Expectation = { ...notWorld, required: true };

/** For `when`: at least one value of the list matches (lower-cased). */
export function anyMatching(pattern: RegExp, example: unknown): Expectation {
  const isBroken = (node: ConfigNode): boolean => !literals(node).some(value => pattern.test(String(value)));
  return { required: true, isBroken, good: example, bad: ['none'] };
}

/** Of the values at the path at least one matches (lower-cased). */
export function oneMatching(pattern: RegExp, good: unknown, bad: unknown): Expectation {
  return { ...matching(pattern, good, bad), oneSuffices: true };
}

/** No port or range of ports includes this one. */
export function portNotOpen(port: number): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    literals(node).some(value => {
      if (value === '*') return true;
      const [from = '', to = from] = String(value).split('-', 2);
      return from.trim() !== '' && Number(from) <= port && port <= Number(to);
    });
  return { required: false, isBroken, good: ['443'], bad: [String(port)] };
}

const secretAssignment =
  /(?:secret_?access_?key|access_key_id|password|passwd|api_?key|token|secret)["']?\s*[=:]\s*["']?(?![$<{])[a-z0-9/+_-]{6,}/i;

/** No part of it matches, be it literal, a reference or an argument of a function. */
export function noTextOf(pattern: RegExp, good: unknown, bad: unknown): Expectation {
  const isBroken = (node: ConfigNode): boolean =>
    [...walkConfig(node)].some(part =>
      part.kind === 'scalar'
        ? pattern.test(String(part.value))
        : part.kind === 'expression' && part.call === undefined && pattern.test(part.text),
    );
  return { required: false, isBroken, good, bad };
}

/** A script that sets no password, token or key to a literal, also where functions put it together or encode it. */
export const noSecretText: Expectation = {
  required: false,
  isBroken: node =>
    [...walkConfig(node)].some(
      part => part.kind === 'scalar' && secretAssignment.test(decoded(String(part.value))),
    ),
  good: '#!/bin/sh\necho ready\n',
  bad: 'export DB_PASSWORD=example-password-1',
};

/** What base64 stands for; any other text as it is. */
function decoded(text: string): string {
  return /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
}
