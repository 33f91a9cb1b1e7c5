import type { CheckFact } from '../../contracts/gate.ts';
import type { CheckContext } from './change-schemas.ts';
import type { OwnChecks } from './gate-client.ts';

/** Conclusions with which GitHub, too, lets a required check pass. */
const green = ['SUCCESS', 'NEUTRAL', 'SKIPPED'];

/** When two results of a name are of the same second, the worse one counts. */
const worst: readonly CheckFact['state'][] = ['failed', 'pending', 'green'];

/** The newest result of each (app, name), a commit status counting as an app of its own. */
export function checkFacts(contexts: readonly CheckContext[], own: OwnChecks): readonly CheckFact[] {
  const newest = new Map<string, { readonly fact: CheckFact; readonly at: number }>();
  for (const context of contexts) {
    const entry = { fact: factOf(context, own), at: timeOf(context) };
    const key = JSON.stringify([entry.fact.appId, entry.fact.name]);
    const known = newest.get(key);
    if (known === undefined || isNewer(entry, known)) newest.set(key, entry);
  }
  return [...newest.values()].map(({ fact }) => fact);
}

type Timed = { readonly fact: CheckFact; readonly at: number };

function isNewer(one: Timed, other: Timed): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return worst.indexOf(one.fact.state) < worst.indexOf(other.fact.state);
}

/** What has not begun is the newest of all. */
function timeOf(context: CheckContext): number {
  const at = context.__typename === 'CheckRun' ? context.startedAt : context.createdAt;
  return at === null ? Number.POSITIVE_INFINITY : new Date(at).getTime();
}

function factOf(context: CheckContext, own: OwnChecks): CheckFact {
  if (context.__typename === 'StatusContext') {
    const { context: name, state, isRequired: required } = context;
    const pending = state === 'PENDING' || state === 'EXPECTED';
    return {
      name,
      appId: null,
      state: state === 'SUCCESS' ? 'green' : pending ? 'pending' : 'failed',
      required,
      own: false,
    };
  }
  const { name, status, conclusion, isRequired: required } = context;
  const appId = context.checkSuite.app?.databaseId ?? null;
  const isGreen = conclusion !== null && green.includes(conclusion);
  return {
    name,
    appId,
    state: status !== 'COMPLETED' ? 'pending' : isGreen ? 'green' : 'failed',
    required,
    own: appId === own.appId && name.startsWith(own.prefix),
  };
}
