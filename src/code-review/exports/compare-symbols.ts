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
): readonly Break[] {
  const now = new Map(after.map(symbol => [symbol.name, symbol]));
  return before.flatMap((symbol): readonly Break[] => {
    const name = owner === '' ? symbol.name : `${owner}.${symbol.name}`;
    const next = now.get(symbol.name);
    if (next === undefined)
      return [{ before: symbol, after: undefined, name, what: 'was removed', confidence: 'high' }];
    return [
      ...compareOne(symbol, next).map(({ what, confidence }) => ({
        before: symbol,
        after: next,
        name,
        what,
        confidence,
      })),
      ...compareSymbols(symbol.members ?? [], membersOf(symbol, next), name),
      ...newRequirements(symbol, next).map(member => ({
        before: symbol,
        after: member,
        name: `${name}.${member.name}`,
        what: 'is new and not optional: values made so far lack it',
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

function compareOne(before: ExportedSymbol, after: ExportedSymbol): readonly Difference[] {
  if (before.kind === 'overloaded' || after.kind === 'overloaded') return [];
  if (before.kind === 're-export' || after.kind === 're-export') return [];
  const wasFunction = before.parameters !== undefined;
  if (wasFunction !== (after.parameters !== undefined))
    return [{ what: `was a ${before.kind} and is a ${after.kind}`, confidence: 'medium' }];
  const differences: Difference[] = [...compareParameters(before.parameters ?? [], after.parameters ?? [])];
  if (before.type !== undefined && after.type !== undefined && before.type !== after.type)
    differences.push({
      what: `${wasFunction ? 'gives' : 'is'} \`${short(after.type)}\` instead of \`${short(before.type)}\``,
      confidence: isWider(before.type, after.type) && !wasFunction ? 'medium' : 'high',
    });
  if (before.optional === false && after.optional === true)
    differences.push({ what: 'may be absent now', confidence: 'medium' });
  return differences;
}

/** `A` became `A | B`: those who only pass it in do not notice. */
function isWider(before: string, after: string): boolean {
  const parts = after.split('|').map(part => part.trim());
  return before.split('|').every(part => parts.includes(part.trim()));
}

function compareParameters(before: readonly Parameter[], after: readonly Parameter[]): readonly Difference[] {
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

/** Required properties that a type did not have: whoever makes such values must add them. */
function newRequirements(before: ExportedSymbol, after: ExportedSymbol): readonly ExportedSymbol[] {
  if (!/^(?:interface|type)$/.test(after.kind) || before.members === undefined) return [];
  const known = new Set(before.members.map(({ name }) => name));
  return (after.members ?? []).filter(
    ({ name, kind, optional }) => !known.has(name) && optional === false && kind === 'property',
  );
}

function short(text: string): string {
  const line = text.replaceAll('`', "'");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
