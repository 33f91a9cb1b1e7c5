import type { ExportedSymbol, Parameter } from './exported-symbol.ts';

/** One way in which an export is no longer what it was. */
export type Break = {
  /** What it was; its place is the base's. */
  readonly before: ExportedSymbol;
  /** What it is now; undefined when it is gone. */
  readonly after: ExportedSymbol | undefined;
  /** The whole name, `Cart.add`. */
  readonly name: string;
  /** For example "now needs the parameter `currency`". */
  readonly what: string;
  readonly confidence: 'high' | 'medium';
};

/** Everything that callers of the old symbols may stumble over, in the order of the old ones. */
export function compareSymbols(
  before: readonly ExportedSymbol[],
  after: readonly ExportedSymbol[],
  owner = '',
  taken: ReadonlySet<string> = takenTypes(before),
): readonly Break[] {
  const now = new Map(after.map(symbol => [symbol.name, symbol]));
  return before.flatMap((symbol): readonly Break[] => {
    const name = owner === '' ? symbol.name : `${owner}.${symbol.name}`;
    const next = now.get(symbol.name);
    if (next === undefined)
      return [{ before: symbol, after: undefined, name, what: 'was removed', confidence: 'high' }];
    const isGiven = isMadeByCallers(owner === '' ? symbol.name : owner, taken);
    return [
      ...compareOne(symbol, next, isGiven).map(({ what, confidence }) => ({
        before: symbol,
        after: next,
        name,
        what,
        confidence,
      })),
      ...compareSymbols(symbol.members ?? [], membersOf(symbol, next), name, taken),
      ...newRequirements(symbol, next, isGiven).map(member => ({
        before: symbol,
        after: member,
        name: `${name}.${member.name}`,
        what:
          member.implemented === true
            ? 'is new: types that implement it so far lack it'
            : 'is new and not optional: values made so far lack it',
        confidence: 'medium' as const,
      })),
    ];
  });
}

/** A type that became something else than its members is one change, not one for each member. */
function membersOf(before: ExportedSymbol, after: ExportedSymbol): readonly ExportedSymbol[] {
  return after.members ?? before.members ?? [];
}

type Difference = Pick<Break, 'what' | 'confidence'>;

/** Types of parameters: callers make values of them. */
function takenTypes(symbols: readonly ExportedSymbol[]): ReadonlySet<string> {
  return new Set(
    symbols.flatMap(({ parameters = [], members = [] }) => [
      ...parameters.flatMap(({ type = '' }) => type.match(/\w+/g) ?? []),
      ...takenTypes(members),
    ]),
  );
}

/** Whether callers rather than the code itself make values of a type: options are given, results are read. */
function isMadeByCallers(name: string, taken: ReadonlySet<string>): boolean {
  return (
    taken.has(name) ||
    /(?:Options|Opts|Props|Config|Configuration|Settings|Params|Parameters|Input|Args|Arguments|Request|Payload)$/.test(
      name,
    )
  );
}

function compareOne(before: ExportedSymbol, after: ExportedSymbol, isGiven: boolean): readonly Difference[] {
  if (before.kind === 'overloaded' || after.kind === 'overloaded') return [];
  if (before.kind === 're-export' || after.kind === 're-export') return [];
  const wasFunction = before.parameters !== undefined;
  if (wasFunction !== (after.parameters !== undefined))
    return [{ what: `was a ${before.kind} and is a ${after.kind}`, confidence: 'medium' }];
  const differences: Difference[] = [...compareParameters(before.parameters ?? [], after.parameters ?? [])];
  if (before.type !== undefined && after.type !== undefined && before.type !== after.type) {
    const isOneMore = isWider(before.type, after.type) && !wasFunction;
    // One more variant, or more that may be given, is how types grow.
    if (!isOneMore || (before.kind !== 'type' && !isGiven))
      differences.push({
        what: `${wasFunction ? 'gives' : 'is'} \`${short(after.type)}\` instead of \`${short(before.type)}\``,
        confidence: isOneMore ? 'medium' : 'high',
      });
  }
  if (before.optional === false && after.optional === true && !isGiven)
    differences.push({ what: 'may be absent now', confidence: 'medium' });
  if (before.optional === true && after.optional === false && isGiven)
    differences.push({ what: 'must be given now', confidence: 'medium' });
  return differences;
}

/** `A` became `A | B`: those who only pass it in do not notice. */
function isWider(before: string, after: string): boolean {
  const parts = after.split('|').map(part => part.trim());
  return before.split('|').every(part => parts.includes(part.trim()));
}

function compareParameters(before: readonly Parameter[], after: readonly Parameter[]): readonly Difference[] {
  const byPlace = ({ keyword }: Parameter): boolean => keyword !== true;
  return [
    ...comparePositions(before.filter(byPlace), after.filter(byPlace)),
    ...compareKeywords(before, after),
  ];
}

/** Parameters that are given by name: by place before counts as well, every one of those has its name too. */
function compareKeywords(before: readonly Parameter[], after: readonly Parameter[]): readonly Difference[] {
  const old = new Map(before.map(parameter => [parameter.name, parameter]));
  const takesAny = after.some(({ rest }) => rest);
  const gone = before.filter(
    ({ keyword, name }) => keyword === true && !takesAny && !after.some(other => other.name === name),
  );
  const needed = after.filter(
    ({ keyword, name, optional }) => keyword === true && !optional && old.get(name)?.optional !== false,
  );
  return [
    ...gone.map(({ name }) => ({ what: `no longer takes \`${short(name)}\``, confidence: 'high' as const })),
    ...needed.map(({ name }) => ({
      what: `now needs the parameter \`${short(name)}\``,
      confidence: 'high' as const,
    })),
  ];
}

function comparePositions(before: readonly Parameter[], after: readonly Parameter[]): readonly Difference[] {
  const differences: Difference[] = [];
  for (const [index, parameter] of after.entries()) {
    const previous = before[index];
    const label = parameter.name === '' ? `number ${index + 1}` : `\`${short(parameter.name)}\``;
    if (previous === undefined) {
      if (!parameter.optional)
        differences.push({ what: `now needs the parameter ${label}`, confidence: 'high' });
      continue;
    }
    if (previous.optional && !parameter.optional)
      differences.push({ what: `now needs the parameter ${label}`, confidence: 'high' });
    if (previous.type !== undefined && parameter.type !== undefined && previous.type !== parameter.type) {
      if (!isWider(previous.type, parameter.type))
        differences.push({
          what: `takes \`${short(parameter.type)}\` instead of \`${short(previous.type)}\` as ${label}`,
          confidence: 'high',
        });
    } else if (previous.named && parameter.named && previous.name !== parameter.name)
      differences.push({
        what: `calls its parameter \`${short(previous.name)}\` \`${short(parameter.name)}\` now`,
        confidence: 'medium',
      });
  }
  if (after.length < before.length && after.at(-1)?.rest !== true) {
    const gone = before
      .slice(after.length)
      .map(({ name }, index) => name || `number ${after.length + index + 1}`);
    differences.push({
      what: `no longer takes ${gone.map(name => `\`${short(name)}\``).join(', ')}`,
      confidence: 'high',
    });
  }
  return differences;
}

/** What a type did not have and whoever makes such values, or implements it, must add. */
function newRequirements(
  before: ExportedSymbol,
  after: ExportedSymbol,
  isGiven: boolean,
): readonly ExportedSymbol[] {
  if (!/^(?:interface|type)$/.test(after.kind) || before.members === undefined) return [];
  const known = new Set(before.members.map(({ name }) => name));
  return (after.members ?? []).filter(
    ({ name, kind, optional, implemented }) =>
      !known.has(name) && (implemented === true || (isGiven && optional === false && kind === 'property')),
  );
}

function short(text: string): string {
  const line = text.replaceAll('`', "'");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
