import type { Diagnosis, Failure } from '../contracts/diagnosis.ts';

/** Several jobs' diagnoses as one: a failure that several have in common is told once, with the jobs it is in. */
export function mergeDiagnoses(diagnoses: readonly Diagnosis[]): Diagnosis {
  const failures = new Map<string, Failure>();
  for (const failure of diagnoses.flatMap(diagnosis => diagnosis.failures)) {
    const known = failures.get(failure.fingerprint);
    failures.set(failure.fingerprint, known === undefined ? failure : withJob(known, failure.job));
  }
  const gaps = diagnoses.flatMap(diagnosis => diagnosis.gaps);
  return {
    outcome: failures.size > 0 ? 'findings' : gaps.length > 0 ? 'incomplete' : 'passed',
    failures: [...failures.values()],
    gaps,
    lines: sum(diagnoses.map(({ lines }) => lines)),
    bytes: sum(diagnoses.map(({ bytes }) => bytes)),
  };
}

function withJob(failure: Failure, job: string | null): Failure {
  const known = job === null || job === failure.job || failure.alsoIn.includes(job);
  return known ? failure : { ...failure, alsoIn: [...failure.alsoIn, job] };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
