import type { ReadFailure } from '../../contracts/audit.ts';
import type { AccountReads, Read, RegionReads, Snapshot } from '../../controls/snapshot.ts';
import { AppError } from '../../errors.ts';
import type { AuditOptions } from './audit-aws.ts';
import { accountReaders, regionReaders } from './reads/index.ts';
import { attempt, createSources, defaultLimits, type Source } from './source.ts';

/** A snapshot and how it came about. */
export type Collected = {
  readonly snapshot: Snapshot;
  /** Undefined when AWS did not tell. */
  readonly enabled: readonly string[] | undefined;
  readonly failures: readonly ReadFailure[];
  readonly calls: number;
};

/**
 * Reads what the controls need, everything at once within the limits; no failed read ends it.
 * @throws AppError `aws-no-credentials`, `aws-expired-credentials`, … when nobody is signed in at all
 */
export async function collectSnapshot(options: AuditOptions): Promise<Collected> {
  const identity: { accountId: string | undefined; partition: string; scanned: readonly string[] } = {
    accountId: undefined,
    partition: 'aws',
    scanned: [],
  };
  const regionReads = new Map<string, Promise<Read<unknown>>>();
  const sources = createSources({
    access: options.access,
    runId: options.runId,
    actor: options.actor,
    limits: options.limits ?? defaultLimits,
    identity: () => identity,
    readRegion: <Name extends keyof RegionReads>(region: string, name: Name) => {
      const key = `${region} ${name}`;
      const made =
        regionReads.get(key) ?? attempt<unknown>(() => regionReaders[name].read(sources.at(region)));
      regionReads.set(key, made);
      return made as Promise<Read<RegionReads[Name]>>;
    },
    ...(options.wait !== undefined && { wait: options.wait }),
  });
  const home = sources.at(options.homeRegion);
  const [caller, enabledRegions] = await Promise.all([
    attempt(() => askCaller(home)),
    attempt(() => askRegions(home)),
  ]);
  assertKnown(caller, enabledRegions);
  if (caller.kind === 'ok') Object.assign(identity, caller.value);
  const enabled = enabledRegions.kind === 'ok' ? enabledRegions.value : undefined;
  const given = options.regions.length > 0 ? options.regions : (enabled ?? [options.homeRegion]);
  const scanned = [...new Set(given)].toSorted();
  identity.scanned = scanned;
  const [account, regions] = await Promise.all([
    readAccount(options, sources.at(options.homeRegion)),
    Promise.all(scanned.map(region => readRegion(options, sources.at(region)))),
  ]);
  return {
    snapshot: {
      accountId: identity.accountId,
      account,
      regions,
      unscanned: enabled?.filter(region => !scanned.includes(region)),
    },
    enabled,
    failures: sources.failures,
    calls: sources.calls(),
  };
}

/** Nobody is signed in, or the role cannot be assumed: every other call would fail alike. */
const hopeless = /^(aws-)?(no-credentials|expired-credentials|invalid-credentials)$|^aws-denied$/;

/** @throws AppError with what is missing, instead of an audit in which nothing could be decided. */
function assertKnown(...answers: readonly Read<unknown>[]): void {
  const codes = answers.map(answer => (answer.kind === 'failed' ? answer.failure.code : ''));
  const [first] = answers;
  if (first?.kind !== 'failed' || !codes.every(code => hopeless.test(code))) return;
  const { code, message } = first.failure;
  throw new AppError({ code: code.startsWith('aws-') ? code : `aws-${code}`, publicMessage: message });
}

/** The account's number and partition; an audit can do without. */
async function askCaller(source: Source): Promise<Partial<Pick<Source, 'accountId' | 'partition'>>> {
  const { Account: accountId, Arn = '' } = await source.ask('sts', async () => {
    const { sdk, client } = await source.services.sts();
    return await client.send(new sdk.GetCallerIdentityCommand({}));
  });
  return { accountId, partition: Arn.split(':')[1] ?? 'aws' };
}

async function askRegions(source: Source): Promise<readonly string[]> {
  return await source.ask('ec2', async () => {
    const { sdk, client } = await source.services.ec2();
    // Without AllRegions, only those that are enabled for the account.
    const { Regions = [] } = await client.send(new sdk.DescribeRegionsCommand({}));
    return Regions.flatMap(({ RegionName }) => RegionName ?? []).toSorted();
  });
}

async function readAccount({ controls }: AuditOptions, source: Source): Promise<Snapshot['account']> {
  const names = [...new Set(controls.flatMap(({ accountReads }) => accountReads))];
  const entries = await Promise.all(
    names.map(async name => [
      name,
      await attempt<AccountReads[typeof name]>(() => accountReaders[name].read(source)),
    ]),
  );
  return Object.fromEntries(entries);
}

async function readRegion({ controls }: AuditOptions, source: Source): Promise<Snapshot['regions'][number]> {
  const names = [...new Set(controls.flatMap(({ regionReads }) => regionReads))];
  const entries = await Promise.all(names.map(async name => [name, await attempt(() => source.read(name))]));
  return { region: source.region, reads: Object.fromEntries(entries) };
}
