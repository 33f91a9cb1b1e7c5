import { absorb } from './assign.ts';
import type { Machine } from './machine.ts';
import { deepTaints, isLiteral } from './objects.ts';
import { type ResolvedCall, receiverPlace } from './resolved-call.ts';
import { derivedTaints, joinTaints, type Value } from './value.ts';

/** Methods whose arguments end up in the receiver. */
const storing: ReadonlySet<string> = new Set([
  'append',
  'add',
  'push',
  'unshift',
  'insert',
  'write',
  'put',
  'set',
  'extend',
  'update',
  'addAll',
  'concat_ws',
  'appendleft',
  'setdefault',
  'writelines',
  'offer',
  'addLast',
  'addFirst',
  'WriteString',
]);

/** Nothing is known of the function: what goes in comes out. */
export function propagate(
  machine: Machine,
  resolved: ResolvedCall & { readonly callbacks: readonly Value[]; readonly result: Value },
): Value {
  const { values, receiver, method, target, result, callbacks } = resolved;
  const plain = values.filter(value => value.code === undefined);
  const isSame = values.length === 0 && wholeMethods.has(method);
  let taints =
    isSame && receiver !== undefined ? receiver.taints : derivedTaints(receiver?.taints ?? target.taints);
  if (receiver?.object !== undefined)
    taints = joinTaints(taints, derivedTaints(deepTaints(machine, receiver)));
  for (const value of plain) taints = joinTaints(taints, derivedTaints(deepTaints(machine, value)));
  for (const value of callbacks) taints = joinTaints(taints, derivedTaints(deepTaints(machine, value)));
  const place = receiverPlace(resolved);
  if (storing.has(method) && receiver !== undefined) absorb(machine, place, receiver, plain);
  // A module is no input of its functions.
  const isModule =
    receiver?.ref !== undefined && receiver.object === undefined && receiver.taints.length === 0;
  const inputs = receiver === undefined || isModule ? plain : [receiver, ...plain];
  // What Java makes of a constant alone, such as an enumeration's name, is constant.
  const isOfConstant =
    machine.program.language === 'java' && receiver?.literal === true && values.length === 0;
  const pure =
    inputs.length > 0 && (isOfConstant || isOfSettings(machine, resolved) || pureMethods.has(method));
  return {
    ...result,
    taints,
    literal: pure && inputs.every(input => isLiteral(machine, input)),
    composed: textMethods.has(method) && inputs.some(input => input.composed),
  };
}

/** `Settings.read("command")`: what the program's own settings say is the program's. */
function isOfSettings(machine: Machine, { ref }: ResolvedCall): boolean {
  return machine.program.language === 'java' && /^(?:[a-z]\w*\.)*[A-Z]\w*\.[a-z]\w*$/.test(ref ?? '');
}

/** Methods that give back what they are called on, in another form. */
const wholeMethods: ReadonlySet<string> = new Set(['to_dict', 'dict', 'copy', 'toObject', 'valueOf']);

/** Functions whose result is constant when what goes in is. */
const pureMethods: ReadonlySet<string> = new Set([
  'toString',
  'String',
  'str',
  'trim',
  'strip',
  'lower',
  'upper',
  'toLowerCase',
  'toUpperCase',
  'join',
  'resolve',
  'replace',
  'replaceAll',
  'slice',
  'substring',
  'encode',
  'decode',
  'from',
  'bytes',
  'Path',
  'URL',
  'repeat',
  'concat',
  'freeze',
  'dumps',
  'dedent',
  'text',
  'rstrip',
  'lstrip',
  'abspath',
  'dirname',
  'basename',
  'normalize',
  'padStart',
  'fileURLToPath',
  'TrimSuffix',
  'TrimPrefix',
  'TrimRight',
  'TrimLeft',
  'Trim',
  'ToLower',
  'ToUpper',
  'ToTitle',
  'Replace',
  'ReplaceAll',
  'Join',
  'trimEnd',
  'trimStart',
  'toUpper',
]);
const textMethods: ReadonlySet<string> = new Set([
  'toString',
  'String',
  'str',
  'trim',
  'strip',
  'join',
  'replace',
  'concat',
  'encode',
  'text',
  'dedent',
  'rstrip',
]);
