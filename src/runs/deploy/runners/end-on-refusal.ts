import type { DeployRunner, RunnerObservation, RunnerState } from '../../../contracts/deploy-runner.ts';
import { AppError } from '../../../errors.ts';
import { finished } from './finished.ts';

/**
 * The same runner, in which a refusal that stays one (denied, not found, not valid) ends the deployment with its
 * reason instead of being thrown: only what may go better later is.
 */
export function endOnRefusal<Settings>(runner: DeployRunner<Settings>): DeployRunner<Settings> {
  return {
    ...runner,
    async validate(settings, job) {
      try {
        return await runner.validate(settings, job);
      } catch (error) {
        const { code, publicMessage: message } = refusalOf(error);
        return [{ code, message, next: 'Put that right, then deploy again.' }];
      }
    },
    start: (settings, job) => ended({}, () => runner.start(settings, job)),
    observe: (settings, job, state) => ended(state, () => runner.observe(settings, job, state)),
    rollBack: (settings, job, state) => ended(state, () => runner.rollBack(settings, job, state)),
  };
}

async function ended(
  state: RunnerState,
  perform: () => Promise<RunnerObservation>,
): Promise<RunnerObservation> {
  try {
    return await perform();
  } catch (error) {
    const { code, publicMessage } = refusalOf(error);
    return finished({
      result: 'error',
      code,
      summary: publicMessage,
      next: 'Check what is running in the environment, then deploy again.',
      state,
    });
  }
}

/** @throws the error itself, unless it is one that stays. */
function refusalOf(error: unknown): AppError {
  if (error instanceof AppError && !error.retryable) return error;
  throw error;
}
