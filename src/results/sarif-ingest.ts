import { createFingerprints } from '../analysis/fingerprint.ts';
import type { Finding, NotAnalysed } from '../contracts/finding.ts';
import type { Confidence, Severity } from '../contracts/severity.ts';
import { maskForeignText } from './mask-foreign-text.ts';
import {
  type IngestedResult,
  type IngestedRule,
  type IngestedRun,
  maxIngestedResults,
  sarifLogSchema,
} from './sarif-log.ts';
import { repositoryPath } from './sarif-path.ts';
import { truncate, visibleText } from './untrusted-text.ts';

/** Largest file, UTF-16 code units. */
const maxLength = 50_000_000;
/** Deepest nesting of arrays and objects. */
const maxDepth = 64;

export type IngestOptions = {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Absolute path of the checkout, so that absolute locations under it are understood. */
  readonly root?: string;
};

/** `invalid` is an expected answer to a user's file; its message says what, where and the next step. */
export type Ingested =
  | {
      readonly kind: 'ingested';
      readonly findings: readonly Finding[];
      /** A scanner that did not finish, results that could not be placed: makes the review incomplete. */
      readonly notAnalysed: readonly NotAnalysed[];
    }
  | { readonly kind: 'invalid'; readonly message: string };

/**
 * Reads another scanner's SARIF 2.1.0 file as untrusted text. Suppressed, passed and absent results are left
 * out; secrets in texts are masked.
 */
export function ingestSarif(text: string, options: IngestOptions): Ingested {
  const file = truncate(visibleText(options.file), 200);
  const invalid = (problem: string): Ingested => ({
    kind: 'invalid',
    message: `${file}: ${problem}. Check that the scanner finished and wrote SARIF 2.1.0.`,
  });
  if (text.length > maxLength) return invalid(`larger than ${maxLength / 1_000_000} MB; split it by scanner`);
  if (isTooDeep(text)) return invalid(`nested more than ${maxDepth} levels deep`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return invalid('not valid JSON');
  }
  const parsed = sarifLogSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return invalid(`${jsonPath(issue?.path ?? [])}: ${issue?.message ?? 'does not fit the format'}`);
  }
  const runs = parsed.data.runs.map(run => ingestRun(run, options, file));
  return {
    kind: 'ingested',
    findings: runs.flatMap(run => run.findings),
    notAnalysed: runs.flatMap(run => run.notAnalysed),
  };
}

function ingestRun(
  run: IngestedRun,
  options: IngestOptions,
  file: string,
): { readonly findings: readonly Finding[]; readonly notAnalysed: readonly NotAnalysed[] } {
  const tool = visibleText(run.tool.driver.name);
  const results = (run.results ?? []).filter(isReported);
  const fingerprintOf = createFingerprints();
  const findings: Finding[] = [];
  let unplaced = 0;
  for (const result of results.slice(0, maxIngestedResults)) {
    const finding = toFinding(result, run, { tool, root: options.root });
    if (finding === undefined) unplaced++;
    else
      findings.push({
        ...finding,
        fingerprint: fingerprintOf({ ...finding, evidence: anchor(result, finding) }),
      });
  }
  const gaps = [
    ...(run.invocations?.some(({ executionSuccessful }) => executionSuccessful === false) === true
      ? [`${tool} reports that it did not finish (${file}).`]
      : []),
    ...(unplaced > 0 ? [`${unplaced} results of ${tool} name no file of the repository (${file}).`] : []),
    ...(results.length > maxIngestedResults
      ? [
          `${results.length - maxIngestedResults} results of ${tool} are over the limit of ${maxIngestedResults} (${file}).`,
        ]
      : []),
  ];
  return { findings, notAnalysed: gaps.map(reason => ({ path: null, reason })) };
}

/** What stays the same when lines move: the snippet, the scanner's own fingerprint, or the message. */
function anchor(result: IngestedResult, finding: Omit<Finding, 'fingerprint'>): string {
  if (finding.evidence !== '') return finding.evidence;
  return result.partialFingerprints?.['primaryLocationLineHash'] ?? finding.message;
}

function toFinding(
  result: IngestedResult,
  run: IngestedRun,
  context: { readonly tool: string; readonly root: string | undefined },
): Omit<Finding, 'fingerprint'> | undefined {
  const location = result.locations?.[0]?.physicalLocation;
  const path = repositoryPath(location?.artifactLocation, run, context.root);
  if (path === undefined) return undefined;
  const rule = ruleOf(result, run);
  const ruleId = visibleText(result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unnamed');
  const { startLine: line = 1, startColumn: column = 1, ...region } = location?.region ?? {};
  const endLine = Math.max(line, region.endLine ?? line);
  const endColumn = region.endColumn ?? (endLine > line ? 1 : column);
  const message = result.message?.text ?? result.message?.markdown ?? rule?.shortDescription?.text ?? ruleId;
  return {
    rule: truncate(`${context.tool}/${ruleId}`, 200),
    path,
    line,
    column,
    endLine,
    endColumn: endLine > line ? endColumn : Math.max(column, endColumn),
    severity: severityOf(result, rule),
    confidence: confidenceOf(rule),
    cwe: cweOf(rule),
    message: truncate(maskForeignText(visibleText(message)).replace(/\s+/g, ' ').trim(), 500),
    fix: fixOf(rule, context.tool),
    evidence: truncate(
      maskForeignText(visibleText(location?.region?.snippet?.text?.split('\n')[0] ?? '')),
      200,
    ),
    source: 'sarif',
    tool: context.tool,
  };
}

function isReported(result: IngestedResult): boolean {
  const suppressed =
    result.suppressions?.some(({ status }) => status === undefined || status === 'accepted') === true;
  const kind = result.kind ?? 'fail';
  return !suppressed && result.baselineState !== 'absent' && ['fail', 'open', 'review'].includes(kind);
}

/** CodeQL keeps its rules in extensions; most others in the driver. */
function ruleOf(result: IngestedResult, run: IngestedRun): IngestedRule | undefined {
  const extension = result.rule?.toolComponent?.index;
  const component = extension === undefined ? run.tool.driver : run.tool.extensions?.[extension];
  const byIndex = component?.rules?.[result.rule?.index ?? result.ruleIndex ?? -1];
  const id = result.ruleId ?? result.rule?.id;
  if (byIndex !== undefined && (id === undefined || byIndex.id === id)) return byIndex;
  return [run.tool.driver, ...(run.tool.extensions ?? [])]
    .flatMap(part => part.rules ?? [])
    .find(rule => rule.id === id);
}

function severityOf(result: IngestedResult, rule: IngestedRule | undefined): Severity {
  const given = result.properties?.['security-severity'] ?? rule?.properties?.['security-severity'];
  const score =
    typeof given === 'number' || (typeof given === 'string' && given !== '') ? Number(given) : Number.NaN;
  if (Number.isFinite(score)) {
    if (score >= 9) return 'critical';
    if (score >= 7) return 'high';
    if (score >= 4) return 'medium';
    return score > 0 ? 'low' : 'info';
  }
  const level = result.level ?? rule?.defaultConfiguration?.level ?? 'warning';
  const byLevel: Readonly<Record<string, Severity>> = {
    error: 'high',
    warning: 'medium',
    note: 'low',
    none: 'info',
  };
  return byLevel[level] ?? 'medium';
}

function confidenceOf(rule: IngestedRule | undefined): Confidence {
  const precision = rule?.properties?.['precision'];
  const tags = tagsOf(rule).join('\n');
  if (precision === 'high' || precision === 'very-high' || tags.includes('HIGH CONFIDENCE')) return 'high';
  return precision === 'low' || tags.includes('LOW CONFIDENCE') ? 'low' : 'medium';
}

function cweOf(rule: IngestedRule | undefined): string[] {
  const sources = [...tagsOf(rule), ...(rule?.relationships ?? []).map(({ target }) => target.id ?? '')];
  const numbers = sources.flatMap(source => /\bcwe-0*(\d{1,5})\b/i.exec(source)?.[1] ?? []);
  return [...new Set(numbers)].slice(0, 5).map(number => `CWE-${number}`);
}

function tagsOf(rule: IngestedRule | undefined): readonly string[] {
  const tags: unknown = rule?.properties?.['tags'];
  return Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string').slice(0, 100) : [];
}

function fixOf(rule: IngestedRule | undefined, tool: string): string {
  const uri = rule?.helpUri;
  return uri !== undefined && /^https?:\/\/[^\s]{1,300}$/.test(uri)
    ? `Follow the documentation of ${tool}'s rule: ${uri}`
    : `Follow the documentation of ${tool}'s rule.`;
}

function jsonPath(path: readonly PropertyKey[]): string {
  return `$${path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`;
}

/** Counts brackets outside strings, before the parser recurses over them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
