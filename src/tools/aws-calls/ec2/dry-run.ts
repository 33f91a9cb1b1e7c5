import { AppError } from '../../../errors.ts';
import type { Ec2 } from './resource-kind.ts';

/**
 * Asks EC2 whether it would carry out a change (`DryRun`), and says who checked. A reader may not act, so that AWS
 * answers `UnauthorizedOperation` before it looks: then our own look beforehand is all there is.
 *
 * @param honoured `aws`: emulators are known to carry out this action although it is a dry run, so that only AWS itself
 * is asked. Default: `everywhere`.
 * @throws what EC2 objects to; AppError where an endpoint carried out the dry run.
 */
export async function askDryRun(
  ask: () => Promise<unknown>,
  { client }: Ec2,
  honoured: 'everywhere' | 'aws' = 'everywhere',
): Promise<'service' | 'pre-check'> {
  if (honoured === 'aws' && client.config.isCustomEndpoint === true) return 'pre-check';
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'DryRunOperation') return 'service';
    if (error.name === 'UnauthorizedOperation') return 'pre-check';
    throw error;
  }
  throw new AppError({
    code: 'dry-run-ignored',
    publicMessage:
      'The endpoint did not honour a dry run: it may have carried out the change. Look, and use one that does.',
  });
}
