import { goCall } from './go-library.ts';
import { javaCall } from './java-library.ts';
import { listMethod } from './list-methods.ts';
import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import { allocate, deepTaints, emptyObject, readField } from './objects.ts';
import { readRef } from './read.ts';
import { copyOf, entriesOf, mergeFields, pairsOf, recordMethod } from './record-methods.ts';
import { foldText, textMethod } from './text-methods.ts';
import { constantValue, derivedTaints, harmless, joinTaints, unknown, type Value } from './value.ts';

/** The result when the method is one with a known meaning. */
export function callMethod(machine: Machine, call: MethodCall): Value | undefined {
  const { receiver } = call;
  const { language } = machine.program;
  const own =
    language === 'go' ? goCall(machine, call) : language === 'java' ? javaCall(machine, call) : undefined;
  if (own !== undefined) return own;
  const constructed = construct(machine, call);
  if (constructed !== undefined) return constructed;
  if (receiver === undefined) return undefined;
  if (typeof receiver.constant === 'string') {
    const folded = foldText(receiver.constant, call);
    if (folded !== undefined) return folded;
  }
  if (receiver.object !== undefined) {
    const result = listMethod(machine, call, receiver) ?? recordMethod(machine, call, receiver);
    if (result !== undefined) return result;
  }
  return textMethod(machine, call, receiver);
}

/** Functions that make containers or texts. */
function construct(
  machine: Machine,
  { ref = '', method, values, receiver, call }: MethodCall,
): Value | undefined {
  const [first, second] = values;
  switch (ref) {
    case 'dict':
    case 'Map':
    case 'list':
    case 'set':
    case 'Set':
    case 'Array':
    case 'collections.deque':
    case 'collections.OrderedDict':
    case 'collections.defaultdict':
    case 'URLSearchParams':
    case 'configparser.ConfigParser':
      if (first === undefined || first.code !== undefined) {
        return allocate(
          machine,
          { ...emptyObject, items: /list|Array|deque/.test(ref) ? [] : undefined },
          { ...unknown, ref: `${ref}()` },
        );
      }
      return copyOf(machine, first);
    case 'URL':
      return call.isNew === true ? madeUrl(machine, values) : undefined;
    case 'Object.assign': {
      if (first === undefined) return unknown;
      for (const other of values.slice(1)) mergeFields(machine, first, other);
      return first;
    }
    case 'Object.freeze':
    case 'structuredClone':
    case 'copy.copy':
    case 'copy.deepcopy':
    case 'Array.from':
    case 'tuple':
    case 'sorted':
    case 'reversed':
      return first;
    case 'Object.values':
    case 'Object.keys':
    case 'Object.entries':
      return first === undefined ? unknown : entriesOf(machine, first, method);
    case 'enumerate':
    case 'zip':
      return first === undefined ? unknown : pairsOf(machine, values, method);
    case 'str':
    case 'String':
      return receiver === undefined && first?.constant !== undefined
        ? constantValue(String(first.constant))
        : undefined;
    case 'json.loads':
    case 'JSON.parse':
      // The same data, read: what it is called says still where it is from.
      return first !== undefined && first.taints.length > 0 ? { ...first, ref: undefined } : undefined;
    case 'RegExp':
    case 're.compile':
    case 'regex.compile':
      return typeof first?.constant === 'string'
        ? { ...harmless, constant: first.constant, ref: ref === 'RegExp' ? 'regex' : 're.compile()' }
        : undefined;
    case 'getattr':
      return typeof second?.constant === 'string' && first !== undefined
        ? readField(machine, first, second.constant)
        : undefined;
    default:
      return undefined;
  }
}

const pageAddress = /^(?:(?:window|document|self|globalThis|top)\.)?location$/;
/** The address a request or page came under: of this site, whatever else it says. */
const ownAddress = /(?:^|\.)(?:url|nextUrl|href|origin)(?:$|[:.])/;

/** `new URL(address, base)`: with a base of this site only the address can choose another. */
function madeUrl(machine: Machine, [address, base]: readonly Value[]): Value | undefined {
  const made = { ...unknown, ref: 'URL()' };
  if (address?.ref !== undefined && pageAddress.test(address.ref)) {
    const { taints } = readRef(machine, `${address.ref}.href`, noPlace);
    return { ...made, taints: derivedTaints(taints) };
  }
  if (address === undefined || base === undefined || base.taints.length === 0) return undefined;
  const redirect = machine.models.bitOf('open-redirect');
  const ofBase = base.taints.map(taint =>
    ownAddress.test(taint.source.key) ? { ...taint, safe: taint.safe | redirect } : taint,
  );
  return { ...made, taints: derivedTaints(joinTaints(deepTaints(machine, address), ofBase)) };
}

const noPlace = { start: 0, end: 0 };
