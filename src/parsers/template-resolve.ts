import { type ConfigNode, entryOf, itemsOf, stringOf, valueAt } from './config-node.ts';

const maxSteps = 10;

/**
 * What a CloudFormation template itself says about its intrinsic functions (CloudFormation user guide, intrinsic function
 * reference): `Ref` of a parameter is its default, `Fn::If` the branch of a condition that compares such values and else
 * both, `Fn::FindInMap`, `Fn::Select` and `Fn::Split` of known values. What only the deployment knows stays as it is.
 */
export function createTemplateResolve(template: ConfigNode): (node: ConfigNode) => ConfigNode {
  const resolve = (node: ConfigNode, steps: number): ConfigNode => {
    if (node.kind !== 'expression' || steps === 0) return node;
    const next = step(node, item => resolve(item, steps - 1));
    return next === undefined ? node : resolve(next, steps - 1);
  };

  const step = (
    node: Extract<ConfigNode, { readonly kind: 'expression' }>,
    follow: (node: ConfigNode) => ConfigNode,
  ): ConfigNode | undefined => {
    const { call, args, start, end } = node;
    switch (call) {
      case 'Ref':
        return defaultOf(valueAt(template, 'Parameters', node.text));
      case 'Fn::If': {
        const [name, yes, no] = args;
        if (yes === undefined || no === undefined) return undefined;
        const condition = entryOf(valueAt(template, 'Conditions'), stringOf(name) ?? '')?.value;
        const holds = condition === undefined ? undefined : truthOf(condition, follow);
        if (holds !== undefined) return holds ? yes : no;
        const known = [yes, no].filter(branch => !isNoValue(branch)).map(follow);
        // Both may come true: for rules about what is allowed, both are.
        return { kind: 'list', items: known.flatMap(branch => [...itemsOf(branch)]), start, end };
      }
      case 'Fn::FindInMap': {
        const [map, first, second] = args.map(arg => stringOf(follow(arg)));
        return map === undefined || first === undefined || second === undefined
          ? undefined
          : valueAt(template, 'Mappings', map, first, second);
      }
      case 'Fn::Select': {
        const [index, list] = args;
        const at = index?.kind === 'scalar' ? Number(index.value) : Number.NaN;
        const values = list === undefined ? undefined : follow(list);
        return values?.kind === 'list' ? values.items[at] : undefined;
      }
      case 'Fn::Split': {
        const [separator, source] = args;
        const [by, text] = [stringOf(separator), source === undefined ? undefined : stringOf(follow(source))];
        if (by === undefined || by === '' || text === undefined) return undefined;
        const items = text
          .split(by)
          .map((value): ConfigNode => ({ kind: 'scalar', value, dynamic: false, start, end }));
        return { kind: 'list', items, start, end };
      }
      case undefined:
      default:
        return undefined;
    }
  };

  return node => resolve(node, maxSteps);
}

/** A list parameter's default is one text with commas. */
function defaultOf(parameter: ConfigNode | undefined): ConfigNode | undefined {
  const value = valueAt(parameter, 'Default');
  const type = stringOf(valueAt(parameter, 'Type')) ?? '';
  const text = stringOf(value);
  if (value === undefined || text === undefined || !/^(?:CommaDelimitedList|List<)/.test(type)) return value;
  const { start, end } = value;
  const items = text
    .split(',')
    .map((item): ConfigNode => ({ kind: 'scalar', value: item.trim(), dynamic: false, start, end }));
  return { kind: 'list', items, start, end };
}

/** Whether a condition holds with the parameters' defaults; undefined when that is not known. */
function truthOf(condition: ConfigNode, follow: (node: ConfigNode) => ConfigNode): boolean | undefined {
  if (condition.kind !== 'expression') return undefined;
  const { call, args } = condition;
  if (call === 'Fn::Equals') {
    const [left, right] = args.map(follow);
    if (left?.kind !== 'scalar' || right?.kind !== 'scalar') return undefined;
    return String(left.value) === String(right.value);
  }
  if (call === 'Fn::Not') {
    const [inner] = args;
    const truth = inner === undefined ? undefined : truthOf(inner, follow);
    return truth === undefined ? undefined : !truth;
  }
  return undefined;
}

function isNoValue(node: ConfigNode): boolean {
  return node.kind === 'expression' && node.call === 'Ref' && node.text === 'AWS::NoValue';
}
