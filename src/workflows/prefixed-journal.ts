import type { AgentJournal } from '../contracts/agent.ts';

/** A part of a journal with names of its own. */
export function prefixedJournal(journal: AgentJournal, prefix: string): AgentJournal {
  return {
    step: (name, perform) => journal.step(`${prefix}${name}`, perform),
    effect: (name, options) => journal.effect(`${prefix}${name}`, options),
  };
}
