import type { RunWaiting } from '../../contracts/engine.ts';
import { attempt, type DeploySaga, jobOf, remember } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { writeComment } from './publish-deployment.ts';
import { type Finished, watch } from './watch.ts';

/** Looks at the result, one verification after the other; what the runner said holds when all of them do. */
export async function verifyDeployment(
  saga: DeploySaga,
  plan: DeployPlan,
  ran: Finished,
): Promise<RunWaiting | Finished> {
  const { context, progress, parts } = saga;
  const { verify } = plan.environment;
  const { verifier } = parts.deploy;
  if (verify.length === 0 || progress.deploymentId === undefined) return ran;
  await context.step('record-verifying', () => remember(saga, 'verifying'));
  await attempt(saga, 'comment', () =>
    writeComment(saga, 'comment-verifying', {
      state: 'verifying',
      message: `${ran.summary} It is being verified.`,
      commands: [`/devops cancel ${context.request.id}`],
    }),
  );
  for (const [index, settings] of verify.entries()) {
    const name = `verify-${index + 1}`;
    const seen = await watch(saga, plan, {
      name,
      timeoutMinutes: 'timeoutMinutes' in settings ? settings.timeoutMinutes : 60,
      job: jobOf(saga, plan, progress.deploymentId, `-v${index + 1}`),
      start: job => verifier.start(settings, job),
      find: job => verifier.find(settings, job),
      observe: (job, state) => verifier.observe(settings, job, state),
      cancel: async (_job, state) => ({ state }),
      begun: async () => undefined,
    });
    if (seen.kind === 'waiting') return seen;
    // What cannot be verified is deployed, and not known to be good.
    if (seen.result !== 'success') return { ...seen, result: 'failure' };
  }
  return ran;
}
