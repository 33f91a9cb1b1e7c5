import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import { allocate, deepTaints, emptyObject, isLiteral, joinAll, objectOf, readAny } from './objects.ts';
import { concat } from './operators.ts';
import { constantValue, derivedTaints, joinPlain, unknown, type Value } from './value.ts';

/** A method of a text that is known. */
export function foldText(text: string, { method, values }: MethodCall): Value | undefined {
  const [first] = values;
  const argument = first?.constant;
  switch (method) {
    case 'charAt':
      return typeof argument === 'number' ? constantValue(text.charAt(argument)) : undefined;
    case 'toUpperCase':
    case 'upper':
      return constantValue(text.toUpperCase());
    case 'toLowerCase':
    case 'lower':
      return constantValue(text.toLowerCase());
    case 'trim':
    case 'strip':
      return values.length === 0 ? constantValue(text.trim()) : undefined;
    case 'includes':
      return typeof argument === 'string' ? constantValue(text.includes(argument)) : undefined;
    case 'startsWith':
    case 'startswith':
      return typeof argument === 'string' ? constantValue(text.startsWith(argument)) : undefined;
    case 'toString':
      return constantValue(text);
    default:
      return undefined;
  }
}

/** Texts: joining and formatting put their parts together. */
export function textMethod(
  machine: Machine,
  { method, values, callbacks, ref }: MethodCall,
  receiver: Value,
): Value | undefined {
  switch (method) {
    case 'join': {
      // Python joins the argument with the receiver, JavaScript the receiver with the argument.
      const python = machine.program.language === 'python';
      if (ref !== undefined && receiver.ref !== undefined) return undefined;
      const list = python ? values[0] : receiver;
      if (list === undefined) return undefined;
      const items = objectOf(machine, list)?.items;
      if (items !== undefined && items.length > 0) return { ...concat(machine, items), constant: undefined };
      const any = readAny(machine, list) ?? list;
      return {
        ...unknown,
        taints: derivedTaints(deepTaints(machine, any)),
        literal: isLiteral(machine, any),
        composed: any.composed || !isLiteral(machine, any),
      };
    }
    case 'format':
    case 'concat':
      return receiver.ref === undefined ? concat(machine, [receiver, ...values]) : undefined;
    case 'then':
    case 'catch':
    case 'finally': {
      const result = joinAll(callbacks);
      return result === undefined ? undefined : method === 'then' ? result : joinPlain(receiver, result);
    }
    case 'map':
    case 'flatMap': {
      const result = joinAll(callbacks);
      return result === undefined
        ? undefined
        : allocate(machine, { ...emptyObject, rest: { ...result, constant: undefined } });
    }
    case 'replace':
    case 'replaceAll':
      return undefined;
    default:
      return undefined;
  }
}
