import type { AuditOutcome, AuditReport } from '../../contracts/audit.ts';

/** A resource whose verdict is another one than at the last audit. */
export type Changed = { readonly control: string; readonly resource: string; readonly region: string | null };

/** What became of the failures of the last audit, over the controls that both looked at. */
export type AuditDiff = {
  /** ISO 8601: when the last audit was. */
  readonly since: string;
  readonly isOtherAccount: boolean;
  readonly controls: number;
  /** Fails now and did not then. */
  readonly newFailures: readonly Changed[];
  /** Failed then and passes now. */
  readonly fixed: readonly Changed[];
  /** Failed then and is no longer there. */
  readonly gone: readonly Changed[];
  /** Failed then and could not be looked at now: not known to be fixed. */
  readonly unknown: readonly Changed[];
  readonly stillFailing: number;
};

/** Compares two audits. */
export function compareAudits(before: AuditReport, after: AuditReport): AuditDiff {
  const common = after.controls.filter(({ id }) => before.controls.some(other => other.id === id));
  const diff = {
    newFailures: [] as Changed[],
    fixed: [] as Changed[],
    gone: [] as Changed[],
    unknown: [] as Changed[],
  };
  let stillFailing = 0;
  for (const control of common) {
    const then = byPlace(before.controls.find(({ id }) => id === control.id)?.outcomes ?? []);
    const now = byPlace(control.outcomes);
    const isUnsure = control.outcomes.some(({ verdict }) => verdict === 'ERROR');
    for (const [place, outcome] of now) {
      const wasFailing = then.get(place)?.verdict === 'FAIL';
      if (outcome.verdict !== 'FAIL') continue;
      if (wasFailing) stillFailing++;
      else diff.newFailures.push(changed(control.id, outcome));
    }
    for (const [place, outcome] of then) {
      if (outcome.verdict !== 'FAIL') continue;
      const verdict = now.get(place)?.verdict;
      if (verdict === 'FAIL') continue;
      // What is not seen while something could not be looked at may still be there.
      if (verdict === 'ERROR' || verdict === 'MANUAL' || (verdict === undefined && isUnsure))
        diff.unknown.push(changed(control.id, outcome));
      else if (verdict === undefined) diff.gone.push(changed(control.id, outcome));
      else diff.fixed.push(changed(control.id, outcome));
    }
  }
  return {
    since: before.at,
    isOtherAccount: before.account !== after.account,
    controls: common.length,
    ...diff,
    stillFailing,
  };
}

/** The comparison in one sentence. */
export function diffSentence(diff: AuditDiff): string {
  const other = diff.isOtherAccount ? ' The last audit was of another account.' : '';
  return `Since ${diff.since}, over ${diff.controls} controls: ${diff.newFailures.length} new failures, ${diff.fixed.length} fixed, ${diff.gone.length} gone, ${diff.unknown.length} unknown, ${diff.stillFailing} as before.${other}`;
}

function byPlace(outcomes: readonly AuditOutcome[]): ReadonlyMap<string, AuditOutcome> {
  return new Map(outcomes.map(outcome => [`${outcome.region ?? ''}\n${outcome.resource}`, outcome]));
}

function changed(control: string, { resource, region }: AuditOutcome): Changed {
  return { control, resource, region };
}
