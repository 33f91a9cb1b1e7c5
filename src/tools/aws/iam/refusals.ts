import type { ToolRefusal } from '../../../contracts/tool.ts';

/** There is nothing of that name. */
export function noSuch(tool: string, type: string, name: string): ToolRefusal {
  const message = `${tool}: there is no ${type} ${name} in the account. Check the name.`;
  return { kind: 'refused', code: 'aws-not-found', message };
}

/** There is something of that name already. */
export function taken(tool: string, type: string, name: string): ToolRefusal {
  const message = `${tool}: there is a ${type} ${name} already.`;
  return { kind: 'refused', code: 'name-taken', message };
}

/** Something hangs on it: what is deleted is only ever what nobody uses. */
export function inUse(
  tool: string,
  name: string,
  uses: Readonly<Record<string, readonly unknown[]>>,
): ToolRefusal | undefined {
  const found = Object.entries(uses).filter(([, entries]) => entries.length > 0);
  if (found.length === 0) return undefined;
  const what = found.map(([kind, entries]) => `${kind} (${entries.length})`).join(', ');
  const message = `${tool}: ${name} still has ${what}; take them away first, each with an approval of its own.`;
  return { kind: 'refused', code: 'in-use', message };
}

/** Nothing would change. */
export function nothingToDo(tool: string, why: string): ToolRefusal {
  return { kind: 'refused', code: 'nothing-to-do', message: `${tool}: ${why} Nothing is to be done.` };
}

/** There is no tool for that, whoever approves. */
export function noToolFor(tool: string, why: string): ToolRefusal {
  return { kind: 'refused', code: 'no-tool-for-that', message: `${tool}: ${why}` };
}
