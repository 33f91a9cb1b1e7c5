import { createHash } from 'node:crypto';
import type { AuditedControl, AuditReport } from '../../contracts/audit.ts';
import type { Severity } from '../../contracts/severity.ts';
import { visibleText } from '../untrusted-text.ts';

/** Where code scanning shows a finding that is in no file: where the account is configured. */
const configuration = '.github/devops.yml';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** Code scanning's own scale. */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
};

/** The failures as a SARIF 2.1.0 log (OASIS, 2020); what could not be decided makes the execution unsuccessful. */
export function renderAuditSarif(report: AuditReport, version: string): string {
  const { controls, failures } = report;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'devops audit aws',
            semanticVersion: version,
            informationUri: 'https://github.com/agentic-devops/agentic-devops',
            rules: controls.map(ruleOf),
          },
        },
        automationDetails: { id: `devops/aws-audit/${report.account ?? 'unknown'}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: controls.every(({ verdict }) => verdict !== 'ERROR'),
            startTimeUtc: report.at,
            toolExecutionNotifications: failures.map(({ message, resource }) => ({
              level: 'error',
              message: { text: visibleText(resource === null ? message : `${resource}: ${message}`) },
            })),
          },
        ],
        results: controls.flatMap((control, index) => resultsOf(control, index, report)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf({ id, v7, title, why, severity, section }: AuditedControl): object {
  return {
    id: `cis-aws-${id}`,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} CIS AWS Foundations v5.0.0: ${id}; v7.0.0: ${v7 ?? 'none'}.` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['security', 'aws', section], 'security-severity': scores[severity] },
  };
}

function resultsOf(control: AuditedControl, ruleIndex: number, report: AuditReport): readonly object[] {
  return control.outcomes
    .filter(({ verdict }) => verdict === 'FAIL')
    .map(({ resource, region, reason }) => {
      const place = [report.account ?? 'unknown', region ?? 'global', resource].join('/');
      const plan = report.remediation.find(
        other => other.control === control.id && other.resource === resource && other.region === region,
      );
      return {
        ruleId: `cis-aws-${control.id}`,
        ruleIndex,
        level: levels[control.severity],
        message: { text: visibleText(`${place}: ${reason} ${plan?.change ?? ''}`.trim()) },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: configuration }, region: { startLine: 1 } },
            logicalLocations: [{ fullyQualifiedName: visibleText(place), kind: 'resource' }],
          },
        ],
        partialFingerprints: {
          'devopsAudit/v1': createHash('sha256').update(`${control.id}\n${place}`).digest('hex'),
        },
      };
    });
}
