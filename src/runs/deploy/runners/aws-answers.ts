import type { AwsAnswer, AwsFailure } from '../../../clients/aws/aws-failure.ts';
import type { RunnerProblem } from '../../../contracts/deploy-runner.ts';
import { AppError } from '../../../errors.ts';

/** The value of an answer. @throws AppError (retryable where that helps) when there is none. */
export function valueOf<T>(answer: AwsAnswer<T>): T {
  return answer.kind === 'ok' ? answer.value : failed(answer.failure);
}

/** @throws AppError always. */
export function failed({ kind, message, next, retryable }: AwsFailure): never {
  throw new AppError({ code: `aws-${kind}`, publicMessage: `${message} ${next}`, retryable });
}

/** A failure before anything was done, as something to put right. @throws AppError when trying again may help. */
export function problemOf(failure: AwsFailure): RunnerProblem {
  if (failure.retryable) return failed(failure);
  return { code: `aws-${failure.kind}`, message: failure.message, next: failure.next };
}
