import { AppError } from '../../errors.ts';
import type { EstateRegion } from './estate.ts';

/** The regions to look at, or why they are not known. */
export type ChosenRegions =
  | { readonly kind: 'regions'; readonly regions: readonly string[] }
  | { readonly kind: 'unknown'; readonly home: string; readonly why: string };

/**
 * Those that are named; without any, every region that is enabled for the account.
 * @throws AppError `aws-invalid-credentials`
 */
export async function chooseRegions(named: readonly string[], home: EstateRegion): Promise<ChosenRegions> {
  if (named.length > 0) return { kind: 'regions', regions: [...new Set(named)].toSorted() };
  const enabled = await home.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    // Without AllRegions, only those that are enabled for the account.
    const { Regions = [] } = await client.send(new sdk.DescribeRegionsCommand({}), { abortSignal: signal });
    return { value: Regions.flatMap(({ RegionName }) => RegionName ?? []).toSorted() };
  });
  if (enabled.kind === 'unread' && enabled.code === 'aws-invalid-credentials')
    throw new AppError({ code: enabled.code, publicMessage: enabled.why });
  return enabled.kind === 'read'
    ? { kind: 'regions', regions: enabled.value }
    : { kind: 'unknown', home: home.region, why: enabled.why };
}
