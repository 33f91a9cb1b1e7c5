import type { AgentJournal } from '../../contracts/agent.ts';

/** A journal for single-shot entries: it remembers within the process and is gone with it. */
export function createMemoryJournal(runId: string): AgentJournal {
  const results = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, perform: () => Promise<T>): Promise<T> => {
    const known = results.get(name);
    // A name stands for one result, of the type that its only caller gave it.
    if (known !== undefined) return known as Promise<T>;
    const result = perform();
    results.set(name, result);
    // What failed is tried again, as the engine does.
    result.catch(() => results.delete(name));
    return result;
  };
  return {
    step: once,
    effect: (name, { perform }) => once(name, () => perform(`${runId}:${name}`)),
  };
}
