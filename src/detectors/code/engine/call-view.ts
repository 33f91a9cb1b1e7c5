import type { Call, Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import type { ArgumentPosition, CallView } from './model.ts';
import { deepTaints, isLiteral, joinAll, objectOf } from './objects.ts';
import type { Value } from './value.ts';

/** What is needed to look at a call: its parts, evaluated. */
export type EvaluatedCall = {
  readonly call: Pick<Call, 'callee' | 'args' | 'isNew' | 'tagged'>;
  readonly ref: string | undefined;
  readonly method: string;
  readonly receiver: Value | undefined;
  readonly values: readonly Value[];
};

/** An evaluated call that models may want to look at; few do, so that the view is only made when one asks. */
export type SeenCall = EvaluatedCall & { readonly view: () => CallView };

/** Presents an evaluated call to models when they ask. */
export function seenCall(machine: Machine, evaluated: EvaluatedCall): SeenCall {
  let view: CallView | undefined;
  return { ...evaluated, view: () => (view ??= createCallView(machine, evaluated)) };
}

/** Presents an evaluated call to models. */
export function createCallView(machine: Machine, evaluated: EvaluatedCall): CallView {
  const { call, values, receiver } = evaluated;
  const { indexOf, arg } = argumentsOf(machine, evaluated);
  return {
    ref: evaluated.ref,
    method: evaluated.method,
    chain: machine.text.slice(Math.max(call.callee.start, call.callee.end - 200), call.callee.end),
    receiverName: call.callee.kind === 'member' ? lastName(call.callee.object) : '',
    receiver,
    isNew: call.isNew ?? false,
    tagged: call.tagged ?? false,
    count: values.length,
    arg,
    option(position, path) {
      let at = arg(position);
      for (const key of path.split('.')) {
        const object = at === undefined ? undefined : objectOf(machine, at);
        at = object?.fields.get(key);
      }
      return at;
    },
    isClosed(position) {
      const value = arg(position);
      const object = value === undefined ? undefined : objectOf(machine, value);
      return object !== undefined && object.rest === undefined && object.items === undefined;
    },
    rest: value => (value === undefined ? undefined : objectOf(machine, value)?.rest),
    items: value => (value === undefined ? undefined : objectOf(machine, value)?.items),
    text(position) {
      const node = typeof position === 'number' ? call.args[indexOf(position)]?.value : undefined;
      return node === undefined ? '' : machine.text.slice(node.start, Math.min(node.end, node.start + 80));
    },
    assignedTo: machine.assignedTo,
    within: machine.frame.code?.name ?? '',
    sourceKeys(position) {
      const value = arg(position);
      return value === undefined
        ? ''
        : deepTaints(machine, value)
            .map(taint => taint.source.key)
            .join(' ');
    },
    methodText(position, name) {
      const value = arg(position);
      const object = value === undefined ? undefined : objectOf(machine, value);
      const holders = [object, ...(object?.items ?? []).map(item => objectOf(machine, item))];
      const code = holders.map(holder => holder?.class?.methods.get(name)).find(found => found !== undefined);
      return code === undefined ? undefined : machine.text.slice(code.start, code.end);
    },
    get declaration() {
      const { start, end } = machine.decorated ?? {
        start: call.callee.start,
        end: Math.max(call.callee.end, ...call.args.map(argument => argument.value.end)),
      };
      return machine.text.slice(start, Math.min(end, start + 4000));
    },
    codeText: value =>
      value?.code === undefined
        ? ''
        : machine.text.slice(value.code.start, Math.min(value.code.end, value.code.start + 4000)),
    mentionsWithin(pattern) {
      const { code } = machine.frame;
      return (
        code !== undefined &&
        pattern.test(machine.text.slice(code.start, Math.min(code.end, code.start + 4000)))
      );
    },
    mentions: pattern => mentions(machine, pattern),
    imports: module => machine.imports.has(module),
    isLiteral: value => value === undefined || isLiteral(machine, value),
  };
}

/** Models ask the same of the file's text at each call. */
function mentions(machine: Machine, pattern: RegExp): boolean {
  const known = machine.mentioned.get(pattern);
  if (known !== undefined) return known;
  const found = pattern.test(machine.text);
  machine.mentioned.set(pattern, found);
  return found;
}

type Arguments = {
  readonly indexOf: (position: ArgumentPosition) => number;
  readonly arg: (position: ArgumentPosition) => Value | undefined;
};

/** Finds arguments by position and keyword. */
function argumentsOf(machine: Machine, { call, values, receiver }: EvaluatedCall): Arguments {
  const positional = call.args.flatMap((arg, at) => (arg.name === undefined ? [at] : []));
  const indexOf = (position: number | string): number => {
    if (typeof position === 'number') return positional[position] ?? -1;
    const [index, name] = position.includes(':') ? position.split(':') : [undefined, position];
    const named = call.args.findIndex(arg => arg.name === name);
    return named === -1 && index !== undefined ? (positional[Number(index)] ?? -1) : named;
  };
  // `**options` gives every keyword that the dictionary has.
  const keywordOf = (position: string): Value | undefined => {
    const options = values[call.args.findIndex(item => item.name === '**')];
    const object = options === undefined ? undefined : objectOf(machine, options);
    return object?.fields.get(position.slice(position.indexOf(':') + 1));
  };
  const arg = (position: ArgumentPosition): Value | undefined => {
    if (position === 'receiver') return receiver;
    if (position === 'all') return joinAll(values);
    const at = indexOf(position);
    if (at === -1 && typeof position === 'string') return keywordOf(position);
    // A spread list stands for every position from its own on.
    const spread = call.args.findIndex(item => item.spread === true && item.name === undefined);
    if (at === -1 || (spread !== -1 && typeof position === 'number' && position >= spread)) {
      const list = spread === -1 ? undefined : values[spread];
      const items = list === undefined ? undefined : objectOf(machine, list)?.items;
      return typeof position === 'number' && list !== undefined
        ? (items?.[position - spread] ?? list)
        : undefined;
    }
    return values[at];
  };
  return { indexOf, arg };
}

/** The last name of an expression: `pool` of `this.pool`, of `getPool()` the function's. */
export function lastName(expression: Expression): string {
  let at = expression;
  for (;;) {
    if (at.kind === 'name') return at.variable.name;
    if (at.kind === 'member') return at.property;
    if (at.kind === 'call') at = at.callee;
    else if (at.kind === 'index') at = at.object;
    else return '';
  }
}
