import { clear } from './clearing.ts';
import type { Call, Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import type { Value } from './value.ts';

const validatorNames =
  /^(?:is|has|check|validate|verify|ensure)?_?(?:valid|safe|allowed|permitted|trusted|whitelisted|allowlisted|uuid|uuid4|int|integer|isinteger|numeric|alphanumeric|alpha|alnum|digit|decimal|identifier|email|safe_?integer|finite|hexadecimal|mongo_?id|slug|same_?origin|internal|within_\w+|inside_\w+|sub_?path|relative_?to|contained|url_has_allowed_host_and_scheme)/i;

/** A function whose name says that it decides whether its argument is acceptable, or one of this file that does. */
export function refineValidator(
  machine: Machine,
  test: Call,
  parts: {
    readonly name: string;
    readonly object: Expression | undefined;
    readonly first: Expression | undefined;
  },
): void {
  const callee = machine.evaluate(test.callee);
  if (callee.code !== undefined) {
    refineByBody(machine, callee.code, test);
    return;
  }
  if (parts.name === 'isinstance' && parts.first !== undefined) {
    const type = test.args[1]?.value;
    if (type?.kind === 'name' && /^(?:int|float|bool)$/.test(type.variable.name))
      clear(machine, parts.first, -1);
    return;
  }
  if (parts.name === 'isArray' || parts.name === 'isinstance') return;
  const name = parts.name.replace(/^is(?=[A-Z_])|^is(?=alpha|alnum|digit|numeric|decimal|identifier)/, 'is_');
  if (
    !validatorNames.test(name) &&
    !validatorNames.test(parts.name) &&
    parts.name !== 'url_has_allowed_host_and_scheme'
  )
    return;
  const checked = parts.first ?? parts.object;
  if (checked !== undefined) clear(machine, checked, -1);
}

/** Most statements of a function that is taken for a test. */
const maxPredicate = 8;
/** Most of them that are asked within each other. */
const maxRefining = 4;

/** A predicate of this file that returns one test: what it says of its parameters holds for the arguments. */
function refineByBody(machine: Machine, code: NonNullable<Value['code']>, test: Call): void {
  const last = code.body.at(-1);
  if (
    last?.kind !== 'return' ||
    last.value === undefined ||
    code.body.length > maxPredicate ||
    machine.steps > machine.maxSteps
  )
    return;
  // Predicates that ask each other are as many paths as one likes.
  if (machine.refining.has(code.id) || machine.refining.size > maxRefining) return;
  machine.refining.add(code.id);
  const values = test.args.map(argument => machine.evaluate(argument.value));
  const parameters = code.bindsFirst === true ? code.parameters.slice(1) : code.parameters;
  parameters.forEach((parameter, at) => {
    const value = values[at];
    if (value !== undefined) machine.assign(parameter.target, value);
  });
  machine.run(code.body.slice(0, -1));
  machine.refine(last.value, true);
  parameters.forEach((parameter, at) => {
    const argument = test.args[at]?.value;
    if (parameter.target.kind !== 'variable' || argument === undefined) return;
    const { start, end, variable } = parameter.target;
    const now = machine.evaluate({ kind: 'name', start, end, variable });
    if ((values[at]?.taints.length ?? 0) > 0 && now.taints.length === 0) clear(machine, argument, -1);
  });
  machine.refining.delete(code.id);
}
