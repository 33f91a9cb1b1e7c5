import type { Config } from '../../contracts/config.ts';
import type { Store } from '../../contracts/store.ts';
import type { RunBudget } from './agent-run-parts.ts';

/**
 * Sets money aside for the agents of one run against the repository's caps. Agents of a workflow may run at the same
 * time: what the run holds is what its running agents may spend and its ended ones have spent.
 */
export function createRunBudget(
  run: {
    readonly runId: string;
    readonly repository: string;
    /** Number of the issue or pull request. */
    readonly issue: number;
    /** Login. */
    readonly actor: string;
    readonly budget: Config['model']['budget'];
  },
  { spending, now }: { readonly spending: Store['spending']; readonly now: () => Date },
): RunBudget {
  const { runId, repository, issue, actor, budget } = run;
  let held = 0;
  let spent = 0;
  let running = 0;
  const entry = (costUsd: number) => ({
    runId,
    repository,
    pullRequest: issue,
    actor,
    day: now().toISOString().slice(0, 10),
    costUsd,
  });
  return {
    async reserve(_context, costUsd) {
      if (!(await spending.reserve({ ...entry(held + costUsd), caps: budget }))) {
        const reason = `the budget of this pull request (${budget.perPullRequestUsd} USD), of the day (${budget.perDayUsd} USD) or of ${actor} (${budget.perActorPerDayUsd} USD a day) is used up`;
        return { kind: 'deny', reason };
      }
      held += costUsd;
      running += 1;
      return { kind: 'allow' };
    },
    async settle(_context, costUsd) {
      spent += costUsd;
      running -= 1;
      if (running === 0) held = spent;
      await spending.settle(entry(held));
    },
  };
}
