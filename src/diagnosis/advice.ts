import type { FailureCategory } from '../contracts/diagnosis.ts';

/** Why a step failed and what to do, in one sentence each; our words, by category. */
export const advice: Readonly<Record<FailureCategory, { readonly why: string; readonly next: string }>> = {
  compile: {
    why: 'The code does not compile.',
    next: 'Fix the first error; those after it are often its consequences.',
  },
  type: {
    why: 'The type checker found an error.',
    next: 'Fix the type at the place named, or the declaration it disagrees with.',
  },
  lint: {
    why: 'A linter or formatter found something it does not accept.',
    next: 'Run the same command with its fix option, or change the lines named.',
  },
  test: {
    why: 'A test failed.',
    next: 'Run the first failing test alone and look at its assertion before the others.',
  },
  dependency: {
    why: 'A dependency could not be resolved or is missing.',
    next: 'Check name and version, and that the lock file is committed and matches the manifest.',
  },
  network: {
    why: 'A network connection failed.',
    next: 'Run the job again; when it comes back, check the address, the proxy and the service’s status.',
  },
  'out-of-memory': {
    why: 'A process ran out of memory.',
    next: 'Give it more memory or a larger runner, or run less of it at the same time.',
  },
  disk: {
    why: 'The disk is full.',
    next: 'Remove what the job does not need before this step, or use a runner with a larger disk.',
  },
  timeout: {
    why: 'Something took longer than it was allowed to.',
    next: 'Find what hangs in the last lines before the limit; raise the limit only when it is slow for a reason.',
  },
  permission: {
    why: 'Access was denied.',
    next: 'Give the job’s token or role the one permission named, in `permissions:` or in its policy.',
  },
  secret: {
    why: 'A credential is missing, expired or wrong.',
    next: 'Check that the secret exists where this event may read it (forks and Dependabot get none) and is still valid.',
  },
  'rate-limit': {
    why: 'A service limited the number of requests.',
    next: 'Wait for the limit to pass, sign in where the limit is higher, or ask for less.',
  },
  'runner-lost': {
    why: 'The runner went away during the job.',
    next: 'Run the job again; when it comes back, look at the runner’s memory and its host.',
  },
  flaky: {
    why: 'Every test that failed has failed and passed on one commit before.',
    next: 'Run the job again, and make the test independent of time, order and network.',
  },
  infrastructure: {
    why: 'A service that the job uses answered with an error.',
    next: 'Look at the service’s own message and state; the change may not be the reason.',
  },
  cancelled: {
    why: 'The job was cancelled.',
    next: 'Nothing failed by itself; run it again if its result is needed.',
  },
  unknown: {
    why: 'The log does not say more about the reason.',
    next: 'Look at the lines before the error.',
  },
};
