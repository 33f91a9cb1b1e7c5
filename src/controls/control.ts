import type { AuditOutcome, AuditSection, ReadFailure, Verdict } from '../contracts/audit.ts';
import type { Severity } from '../contracts/severity.ts';
import type { AccountReads, Read, RegionReads, Snapshot } from './snapshot.ts';

/** What is known of a control before anything is looked at. */
export type ControlMeta = {
  /** Of CIS AWS Foundations v5.0.0. */
  readonly id: string;
  /** Of v7.0.0; null: it has none. */
  readonly v7: string | null;
  /** What is to hold, in our own words. */
  readonly title: string;
  readonly section: AuditSection;
  readonly severity: Severity;
  /** One sentence: what can happen otherwise. */
  readonly why: string;
  readonly remedy: Remedy;
};

/** How a failing resource is put right. Commands and configuration are templates: `{resource}`, `{region}`, `{account}`. */
export type Remedy = {
  /** What changes. */
  readonly change: string;
  /** AWS CLI commands; empty where there is none that fits every case. */
  readonly commands: readonly string[];
  /** Terraform; empty where it is none of Terraform's. */
  readonly terraform: string;
  /** What can break. */
  readonly risk: string;
  readonly undo: string;
  /** A tool of the registry that does it, with its input's template; undefined: a person does it. */
  readonly tool?: {
    readonly name: string;
    readonly input: Readonly<Record<string, unknown>>;
    /** Parameters that only a person can give: where logs go, which of two keys. */
    readonly asks?: readonly string[];
  };
};

/** One control, pure: the same snapshot and moment give the same outcomes. */
export type Control = ControlMeta & {
  readonly accountReads: readonly (keyof AccountReads)[];
  readonly regionReads: readonly (keyof RegionReads)[];
  /** Every resource's verdict; empty when there is nothing that it is about. */
  readonly evaluate: (snapshot: Snapshot, now: Date) => readonly AuditOutcome[];
};

/** The resource of outcomes that concern the account as a whole. */
export const wholeAccount = 'account';

type Judge = { readonly now: Date };

/** A control over what is read once for an account. A failed read is an ERROR before `judge` is asked. */
export function accountControl<Name extends keyof AccountReads>(
  control: ControlMeta & {
    readonly reads: readonly Name[];
    readonly judge: (
      values: Pick<AccountReads, Name>,
      context: Judge & { readonly accountId: string | undefined },
    ) => readonly AuditOutcome[];
  },
): Control {
  const { reads, judge, ...meta } = control;
  return {
    ...meta,
    accountReads: reads,
    regionReads: [],
    evaluate({ account, accountId }, now) {
      const { values, failures } = pick<AccountReads, Name>(account, reads);
      return values === undefined ? failures.map(failed(null)) : judge(values, { now, accountId });
    },
  };
}

/** A control over every region by itself. A failed read is an ERROR of the region, a region left out one of all. */
export function regionControl<Name extends keyof RegionReads>(
  control: ControlMeta & {
    readonly reads: readonly Name[];
    readonly judge: (
      values: Pick<RegionReads, Name>,
      context: Judge & { readonly region: string },
    ) => readonly Omit<AuditOutcome, 'region'>[];
  },
): Control {
  const { reads, judge, ...meta } = control;
  return {
    ...meta,
    accountReads: [],
    regionReads: reads,
    evaluate: (snapshot, now) => [
      ...snapshot.regions.flatMap(({ region, reads: given }) => {
        const { values, failures } = pick<RegionReads, Name>(given, reads);
        return values === undefined
          ? failures.map(failed(region))
          : judge(values, { now, region }).map(outcome => ({ ...outcome, region }));
      }),
      ...unscanned(snapshot),
    ],
  };
}

/** A control over all regions together, with reads of the account. */
export function acrossControl<InAccount extends keyof AccountReads, InRegion extends keyof RegionReads>(
  control: ControlMeta & {
    readonly reads: { readonly account: readonly InAccount[]; readonly regions: readonly InRegion[] };
    /** `missing` are ERRORs of what could not be looked at: leave them out only where the rest proves the verdict. */
    readonly judge: (
      values: {
        readonly account: Pick<AccountReads, InAccount>;
        readonly regions: readonly (Pick<RegionReads, InRegion> & { readonly region: string })[];
      },
      context: Judge & { readonly missing: readonly AuditOutcome[] },
    ) => readonly AuditOutcome[];
  },
): Control {
  const { reads, judge, ...meta } = control;
  return {
    ...meta,
    accountReads: reads.account,
    regionReads: reads.regions,
    evaluate(snapshot, now) {
      const account = pick<AccountReads, InAccount>(snapshot.account, reads.account);
      if (account.values === undefined) return account.failures.map(failed(null));
      const picked = snapshot.regions.map(({ region, reads: given }) => ({
        region,
        ...pick<RegionReads, InRegion>(given, reads.regions),
      }));
      const regions = picked.flatMap(({ region, values }) =>
        values === undefined ? [] : [{ ...values, region }],
      );
      const missing = [
        ...picked.flatMap(({ region, failures }) => failures.map(failed(region))),
        ...unscanned(snapshot),
      ];
      return judge({ account: account.values, regions }, { now, missing });
    },
  };
}

/** A control that only a person can answer. */
export function manualControl(control: ControlMeta & { readonly look: string }): Control {
  const { look, ...meta } = control;
  return {
    ...meta,
    accountReads: [],
    regionReads: [],
    evaluate: () => [{ verdict: 'MANUAL', resource: wholeAccount, region: null, reason: look }],
  };
}

/** An outcome of a resource: passes or fails, with a sentence for each. */
export function passes(
  resource: string,
  isGood: boolean,
  reason: { readonly good: string; readonly bad: string },
): Omit<AuditOutcome, 'region'> {
  return { verdict: isGood ? 'PASS' : 'FAIL', resource, reason: isGood ? reason.good : reason.bad };
}

/** The same for the account or one of its global resources. */
export function accountPasses(
  resource: string,
  isGood: boolean,
  reason: { readonly good: string; readonly bad: string },
): AuditOutcome {
  return { ...passes(resource, isGood, reason), region: null };
}

/** An ERROR for a read about one resource. */
export function unread(resource: string, failure: ReadFailure): Omit<AuditOutcome, 'region'> {
  return { verdict: 'ERROR', resource, reason: failure.message };
}

/** The control's verdict over all its resources: one failure fails it, one ERROR keeps it from passing. */
export function verdictOf(outcomes: readonly Pick<AuditOutcome, 'verdict'>[]): Verdict {
  const order: readonly Verdict[] = ['FAIL', 'ERROR', 'MANUAL', 'PASS'];
  return order.find(verdict => outcomes.some(outcome => outcome.verdict === verdict)) ?? 'NOT_APPLICABLE';
}

function failed(region: string | null): (failure: ReadFailure) => AuditOutcome {
  return failure => ({ ...unread(failure.resource ?? region ?? wholeAccount, failure), region });
}

function unscanned({ unscanned: left }: Snapshot): readonly AuditOutcome[] {
  if (left?.length === 0) return [];
  const reason =
    left === undefined
      ? 'AWS did not tell which regions are enabled: others than the scanned ones may exist.'
      : `${left.length === 1 ? 'One enabled region was' : `${left.length} enabled regions were`} not scanned: nothing is known of what is there.`;
  return [{ verdict: 'ERROR', resource: 'regions', region: null, reason }];
}

/** The values of the reads if every one succeeded. A read that nobody made counts as failed. */
function pick<Reads, Name extends keyof Reads>(
  given: { readonly [Key in keyof Reads]?: Read<Reads[Key]> },
  names: readonly Name[],
): { readonly values: Pick<Reads, Name> | undefined; readonly failures: readonly ReadFailure[] } {
  const values: Partial<Pick<Reads, Name>> = {};
  const failures: ReadFailure[] = [];
  for (const name of names) {
    const read: Read<Reads[Name]> | undefined = given[name];
    if (read?.kind === 'ok') values[name] = read.value;
    else failures.push(read?.failure ?? notMade(String(name)));
  }
  return { values: failures.length === 0 ? (values as Pick<Reads, Name>) : undefined, failures };
}

function notMade(name: string): ReadFailure {
  return { action: name, region: '', resource: null, code: 'not-read', message: `"${name}" was not read.` };
}
