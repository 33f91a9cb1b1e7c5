import { createHash } from 'node:crypto';
import type { AuditedControl, AuditOutcome, AuditReport, Verdict } from '../../contracts/audit.ts';
import type { Severity } from '../../contracts/severity.ts';

const severityIds: Readonly<Record<Severity, readonly [number, string]>> = {
  info: [1, 'Informational'],
  low: [2, 'Low'],
  medium: [3, 'Medium'],
  high: [4, 'High'],
  critical: [5, 'Critical'],
};

/** `compliance.status_id`: what could not be looked at is unknown, and what is for people a warning. */
const statuses: Readonly<Record<Verdict, readonly [number, string]>> = {
  PASS: [1, 'Pass'],
  MANUAL: [2, 'Warning'],
  FAIL: [3, 'Fail'],
  ERROR: [0, 'Unknown'],
  NOT_APPLICABLE: [99, 'Other'],
};

/**
 * The audit as events of OCSF's class Compliance Finding (2003), one for every result, as a JSON array.
 * Schema: https://schema.ocsf.io/1.4.0/classes/compliance_finding
 */
export function renderAuditOcsf(report: AuditReport, version: string): string {
  const events = report.controls.flatMap(control =>
    outcomesOf(control).map(outcome => eventOf({ control, outcome, report, version })),
  );
  return `${JSON.stringify(events, undefined, 2)}\n`;
}

/** A control with nothing to look at is told too: it was evaluated. */
function outcomesOf({ outcomes }: AuditedControl): readonly AuditOutcome[] {
  if (outcomes.length > 0) return outcomes;
  return [
    { verdict: 'NOT_APPLICABLE', resource: 'account', region: null, reason: 'There is nothing of the kind.' },
  ];
}

function eventOf(event: {
  readonly control: AuditedControl;
  readonly outcome: AuditOutcome;
  readonly report: AuditReport;
  readonly version: string;
}): object {
  const { control, outcome, report, version } = event;
  const { verdict, resource, region, reason } = outcome;
  const [severityId, severity] = severityIds[control.severity];
  const [statusId, status] = statuses[verdict];
  const account = report.account ?? 'unknown';
  const uid = createHash('sha256')
    .update([control.id, account, region ?? '', resource].join('\n'))
    .digest('hex');
  const plan = report.remediation.find(
    other => other.control === control.id && other.resource === resource && other.region === region,
  );
  const time = Date.parse(report.at);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    type_name: 'Compliance Finding: Create',
    time,
    severity_id: severityId,
    severity,
    status_id: 1,
    status: 'New',
    status_code: verdict,
    status_detail: reason,
    message: control.title,
    metadata: {
      version: '1.4.0',
      profiles: ['cloud'],
      product: { name: 'devops audit aws', vendor_name: 'Agentic DevOps', version },
    },
    cloud: {
      provider: 'AWS',
      account: { uid: account, type_id: 10, type: 'AWS Account' },
      ...(region !== null && { region }),
    },
    finding_info: {
      uid,
      title: control.title,
      desc: control.why,
      created_time: time,
      types: [control.section],
    },
    compliance: {
      standards: [report.benchmark],
      control: control.id,
      requirements: [
        `CIS AWS Foundations v5.0.0: ${control.id}`,
        ...(control.v7 === null ? [] : [`CIS AWS Foundations v7.0.0: ${control.v7}`]),
      ],
      status_id: statusId,
      status,
      status_code: verdict,
    },
    resources: [{ uid: resource, ...(region !== null && { region }) }],
    ...(plan !== undefined && {
      remediation: { desc: [plan.change, `Risk: ${plan.risk}`, ...plan.commands].join('\n') },
    }),
  };
}
