import type { SeenCall } from './call-view.ts';
import type { Machine } from './machine.ts';
import { fits, normalisedBit, rootedBit, singleSlashBit } from './model-index.ts';
import { type Value, withSafe } from './value.ts';

/** Where data goes to something that answers with data of its own: a database, a service, a file, a program. */
const answering: ReadonlySet<string> = new Set([
  'sql-injection',
  'nosql-injection',
  'ssrf',
  'path-traversal',
  'command-injection',
  'ldap-injection',
  'xpath-injection',
  'server-side-template-injection',
  'open-redirect',
]);

/** Whether what a call returns is not what went in, though its arguments matter. */
export function answersOnItsOwn(machine: Machine, call: SeenCall): boolean {
  return machine.models
    .sinks(call.ref, call.method)
    .some(
      ({ rule, sink }) =>
        answering.has(rule) &&
        (sink.args ?? [0]).some(position => call.view().arg(position) !== undefined) &&
        fits(sink, call.view()),
    );
}

/** Names that promise to make data safe, of functions that are not in this file. */
const promising = /sanit|escap|purif|quote|clean|safe|valid|allow|whitelist|normaliz|encode/i;

/** Functions whose result is a path without `..`. */
const normalisers: ReadonlySet<string> = new Set([
  'path.resolve',
  'path.normalize',
  'path.join',
  'path.relative',
  'fs.realpathSync',
  'fs.realpath',
  'os.path.abspath',
  'os.path.realpath',
  'os.path.normpath',
  'os.path.relpath',
  'path/filepath.Join',
  'path/filepath.Clean',
  'path/filepath.Abs',
  'path/filepath.EvalSymlinks',
  'path.Join',
  'path.Clean',
]);

/** Methods of Java's `Path` and `File` that do the same. */
const normalisingMethods: ReadonlySet<string> = new Set([
  'normalize',
  'getCanonicalPath',
  'getCanonicalFile',
  'toRealPath',
]);

/** Applies the models of sanitizers, and trusts a promising name of a function that cannot be seen. */
export function sanitize(machine: Machine, call: SeenCall, value: Value): Value {
  if (value.taints.length === 0) return value;
  // Python's `bytes.decode()` only reads the text, of which everything still holds.
  const isOfText = call.receiver !== undefined && call.receiver.taints.length > 0;
  if (!isOfText && decoding.test(call.method)) return withoutSafe(value);
  if (encoding.test(call.method) || encoding.test(call.ref ?? '')) return withSafe(value, encodedBits);
  const stripped = strippedBits(machine, call);
  if (stripped !== 0) return withSafe(value, stripped);
  const resolves =
    normalisers.has(call.ref ?? '') ||
    normalisingMethods.has(call.method) ||
    (call.method === 'resolve' && call.values.length === 0);
  let bits = resolves ? normalisedBit : 0;
  for (const { bit, sanitizer } of machine.models.sanitizers(call.ref, call.method)) {
    if (sanitizer.when?.(call.view()) ?? true) bits |= bit;
  }
  if (call.call.tagged === true) bits |= taggedBits(machine, call.method);
  if (bits !== 0) return withSafe(value, bits);
  const isForeign = call.receiver === undefined || call.receiver.taints.length === 0;
  return isForeign && promising.test(call.method) ? withSafe(value, promisedBits(machine, call)) : value;
}

/** A class of everything but letters, digits and a few characters that mean nothing anywhere. */
const allBut = /^\[\^(?:\w-\w|\w|\\[wds]|\\?[-. ])+\]\+?$/;

/** A replacement that leaves only characters without a meaning: `x.replace(/[^a-z0-9]/g, '')`. */
function strippedBits(machine: Machine, { method, ref, receiver, values }: SeenCall): number {
  if (!/^(?:replace|replaceAll|sub|ReplaceAllString)$/.test(method)) return 0;
  const parts = ref === 're.sub' || receiver?.ref !== undefined ? [receiver, ...values] : values;
  const pattern = parts.find(part => typeof part?.constant === 'string' && allBut.test(part.constant));
  const isPattern = method !== 'replace' || pattern?.ref === 'regex';
  const filler = values[values.length > 2 ? 1 : values.length - 1]?.constant;
  if (pattern === undefined || !isPattern || typeof filler !== 'string' || !/^[\w -]*$/.test(filler))
    return 0;
  if (!/\\?\./.test(String(pattern.constant))) return -1;
  const { bitOf } = machine.models;
  // Dots are all that `..` and the names of hosts need.
  return ~(bitOf('path-traversal') | bitOf('zip-slip') | bitOf('ssrf') | bitOf('open-redirect'));
}

/** A text in another alphabet, in which nothing has a meaning until it is decoded. */
const encoding =
  /^(?:(?:url_?safe_?)?b(?:16|32|64|85)_?encode|encode_?base64\w*|btoa|hexlify|(?:to|encode)_?hex(?:string)?)$|base64.*\.encode\w*$|Hex\.encode\w*$/i;
const decoding = /unescape|unquote|^decode|decode(?:String|_string|base64|hex)?$|^atob$|unhexlify/i;
/** Every rule's bit, less the ones that tell how a path or address begins. */
const encodedBits = ~(normalisedBit | rootedBit | singleSlashBit);

/** What was escaped is as it was before. */
function withoutSafe(value: Value): Value {
  return { ...value, taints: value.taints.map(taint => ({ ...taint, safe: taint.source.safe })) };
}

const promises: readonly (readonly [RegExp, readonly string[]])[] = [
  [/html|xss|dom|markup/i, ['xss']],
  [/sql|identifier|literal/i, ['sql-injection']],
  [/shell|cmd|command/i, ['command-injection']],
  [/path|file/i, ['path-traversal', 'zip-slip']],
  [/ur[il]|redirect|host/i, ['open-redirect', 'ssrf']],
  [/regex|pattern/i, ['regex-injection']],
  [/ldap|dn/i, ['ldap-injection']],
  [/xpath/i, ['xpath-injection']],
  [/xml/i, ['xss', 'xpath-injection']],
  [/log/i, ['log-injection']],
];

/** Tags receive texts and values apart: those of SQL make parameters of the values, those of HTML escape them. */
function taggedBits(machine: Machine, tag: string): number {
  if (/^sql$|Sql$|^SQL$/.test(tag)) return machine.models.bitOf('sql-injection');
  return /^(?:html|svg)$/i.test(tag) ? machine.models.bitOf('xss') : 0;
}

/** What a name promises: one kind of safety when it names one, all when it only says "sanitize". */
function promisedBits(machine: Machine, call: SeenCall): number {
  const name = `${call.ref ?? ''} ${call.method}`;
  if (/^encode|decode|unescap|unquote|unsafe|invalid/i.test(call.method)) return 0;
  const kinds = promises.filter(([pattern]) => pattern.test(name)).flatMap(([, rules]) => rules);
  if (kinds.length > 0) return kinds.reduce((bits, rule) => bits | machine.models.bitOf(rule), 0);
  return -1;
}
