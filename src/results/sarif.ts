import type { RuleMetadata } from '../contracts/detector.ts';
import type { Finding } from '../contracts/finding.ts';
import type { Dismissal, ReviewResult } from '../contracts/result.ts';
import { encodePath } from './permalink.ts';
import { sarifLevel, sarifRules } from './sarif-rules.ts';
import { truncate, visibleText } from './untrusted-text.ts';
import { isIncomplete } from './verdict.ts';

/** GitHub takes at most this many results per run; it shows the first 5,000. */
const maxResults = 25_000;

export type SarifOptions = {
  /** The catalogue; the log carries those of it that findings name. */
  readonly rules: readonly RuleMetadata[];
  /** Version of this program. */
  readonly version: string;
  /** Where the program is documented. */
  readonly informationUri: string;
};

/**
 * The result as a SARIF 2.1.0 log (OASIS, 2020; GitHub's profile "SARIF support for code scanning"), one run,
 * JSON with a final line feed, the same bytes for the same result. Findings that came from other tools' SARIF
 * are left out: those tools upload their own, and the alerts would stand there twice.
 */
export function renderSarif(result: ReviewResult, options: SarifOptions): string {
  const entries = entriesOf(result);
  const shown = entries.slice(0, maxResults);
  const rules = sarifRules(
    options.rules,
    shown.map(entry => entry.finding),
  );
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'devops',
            semanticVersion: options.version,
            informationUri: options.informationUri,
            rules,
          },
        },
        automationDetails: { id: 'devops/security/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [invocation(result, entries.length - shown.length)],
        results: shown.map(entry => sarifResult(entry, indexOf)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

type Entry = { readonly finding: Finding; readonly dismissal?: Dismissal };

/** Most severe first, because GitHub cuts at the end; then by place. */
function entriesOf(result: ReviewResult): readonly Entry[] {
  const open: readonly Entry[] = result.findings.map(finding => ({ finding }));
  return [...open, ...result.dismissed].filter(({ finding }) => finding.source !== 'sarif');
}

function sarifResult({ finding, dismissal }: Entry, indexOf: ReadonlyMap<string, number>): object {
  return {
    ruleId: finding.rule,
    ruleIndex: indexOf.get(finding.rule) ?? -1,
    level: sarifLevel(finding.severity),
    message: { text: messageText(`${finding.message}\n\n${finding.fix}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(finding.path), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: finding.line,
            startColumn: finding.column,
            endLine: finding.endLine,
            endColumn: finding.endColumn,
            ...(finding.evidence === '' ? {} : { snippet: { text: visibleText(finding.evidence) } }),
          },
        },
      },
    ],
    partialFingerprints: {
      'devopsFingerprint/v1': finding.fingerprint,
      // The one name GitHub matches alerts by when the upload does not go through its own action.
      primaryLocationLineHash: finding.fingerprint,
    },
    ...(dismissal === undefined ? {} : { suppressions: [suppression(dismissal)] }),
    properties: { severity: finding.severity, confidence: finding.confidence, source: finding.source },
  };
}

function suppression(dismissal: Dismissal): object {
  return {
    kind: 'external',
    status: 'accepted',
    justification: truncate(visibleText(dismissal.reason), 1_000),
    properties: { actor: dismissal.actor, scope: dismissal.scope, at: dismissal.at },
  };
}

function invocation(result: ReviewResult, leftOut: number): object {
  const notes = result.notAnalysed.map(({ path, reason }) => ({
    level: 'warning',
    message: { text: messageText(path === null ? reason : `${path}: ${reason}`) },
    ...(path === null
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodePath(path), uriBaseId: '%SRCROOT%' },
              },
            },
          ],
        }),
  }));
  const tooMany = `${leftOut} results are left out: code scanning takes 25,000 of a run.`;
  return {
    executionSuccessful: !isIncomplete(result) && ['passed', 'findings'].includes(result.outcome),
    toolExecutionNotifications: [
      ...notes,
      ...result.warnings.map(warning => ({ level: 'warning', message: { text: messageText(warning) } })),
      ...(leftOut > 0 ? [{ level: 'warning', message: { text: tooMany } }] : []),
    ],
    properties: { outcome: result.outcome, headSha: result.headSha },
  };
}

/** Plain-text messages may hold embedded links, `[text](uri)` (§3.11.6): untrusted ones must not become any. */
function messageText(text: string): string {
  return truncate(visibleText(text).trim(), 1_500).replace(/[\\[\]]/g, '\\$&');
}
