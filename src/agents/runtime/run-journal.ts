import type { AgentJournal } from '../../contracts/agent.ts';
import type { RunEnd } from './run-end.ts';

/**
 * The part of a journal that one version of agent and SDK may use. What another version wrote cannot be replayed: its
 * answers may name tools that are gone. So when the version changed in the middle, the run begins anew under other
 * names; unless it had begun to change something, which a second beginning would do twice.
 *
 * @param version of the SDK and of everything the definitions say.
 * @returns the journal, or the end of a run that cannot go on.
 */
export async function openRunJournal(
  journal: AgentJournal,
  { step, version }: { readonly step: string | undefined; readonly version: string },
): Promise<AgentJournal | RunEnd> {
  for (let beginning = 0; ; beginning += 1) {
    const prefix = `agent:${step === undefined ? '' : `${step}:`}${beginning}/`;
    if ((await journal.step(`${prefix}version`, async () => version)) === version)
      return withPrefix(journal, prefix);
    if (await journal.step(`${prefix}${changesMarker}`, async () => false)) {
      return {
        kind: 'incomplete',
        reason:
          'the agent or its SDK was replaced while this run was under way, after it had begun to change things; see its trace, then start a new one',
      };
    }
  }
}

/** Written before the first effect. */
const changesMarker = 'changes';

function withPrefix(journal: AgentJournal, prefix: string): AgentJournal {
  return {
    step: (name, perform) => journal.step(`${prefix}${name}`, perform),
    effect: async (name, options) => {
      await journal.step(`${prefix}${changesMarker}`, async () => true);
      return await journal.effect(`${prefix}${name}`, options);
    },
  };
}
