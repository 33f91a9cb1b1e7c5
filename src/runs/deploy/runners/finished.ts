import type {
  RunnerError,
  RunnerObservation,
  RunnerProblem,
  RunnerState,
} from '../../../contracts/deploy-runner.ts';

/** The end of a deployment, with what is not said left open. */
export function finished(end: {
  readonly result: 'success' | 'failure' | 'error' | 'cancelled';
  readonly code: string;
  readonly summary: string;
  readonly next?: string | undefined;
  readonly logUrl?: string | undefined;
  readonly environmentUrl?: string | undefined;
  readonly firstError?: RunnerError | undefined;
  readonly state?: RunnerState;
}): Extract<RunnerObservation, { kind: 'finished' }> {
  const { logUrl, environmentUrl, firstError, next, state = {} } = end;
  const { result, code, summary } = end;
  return { kind: 'finished', state, result, code, summary, next, logUrl, environmentUrl, firstError };
}

/** What `validate` would have said, found out only at the start. */
export function refusedByProblems(problems: readonly RunnerProblem[]): RunnerObservation {
  const [first] = problems;
  return finished({
    result: 'error',
    code: first?.code ?? 'runner-refused',
    summary: problems.map(({ message }) => message).join(' '),
    next: first?.next,
  });
}
