import type { RunContext } from '../contracts/engine.ts';
import { AppError } from '../errors.ts';

/** To be called first in a step whose work could kill its process. @throws AppError when it has, too often. */
export function assertNotGivenUp({ givenUp }: Pick<RunContext, 'givenUp'>): void {
  if (givenUp) {
    throw new AppError({
      code: 'run-given-up',
      publicMessage: 'Every process that began this work died over it, so it was given up.',
    });
  }
}
