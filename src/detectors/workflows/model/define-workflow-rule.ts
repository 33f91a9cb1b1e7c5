import type { Detector, RawFinding, RuleExample, RuleMetadata } from '../../../contracts/detector.ts';
import {
  type ActionDefinition,
  type ActionsDocument,
  type DependabotConfig,
  documentOf,
  isActionsPath,
  type Job,
  type PlacedStep,
  stepsOf,
  type Workflow,
} from './document.ts';
import type { Template } from './template.ts';

/** A rule's metadata and the looks it takes; each is given one kind of thing and may report on it. */
export type WorkflowRule = Omit<RuleMetadata, 'family'> & {
  readonly onWorkflow?: (workflow: Workflow) => readonly RawFinding[];
  readonly onAction?: (action: ActionDefinition) => readonly RawFinding[];
  readonly onDependabot?: (config: DependabotConfig) => readonly RawFinding[];
  readonly onJob?: (job: Job, workflow: Workflow) => readonly RawFinding[];
  /** Steps of jobs and of composite actions. */
  readonly onStep?: (placed: PlacedStep, document: Workflow | ActionDefinition) => readonly RawFinding[];
  /** Every `${{ }}` and `if:`. */
  readonly onTemplate?: (template: Template, document: Workflow | ActionDefinition) => readonly RawFinding[];
};

/** Makes a detector for workflows, action metadata and Dependabot configurations. */
export function defineWorkflowRule(rule: WorkflowRule): Detector {
  return {
    meta: metadataOf(rule),
    appliesTo: isActionsPath,
    detect: file => {
      const document = documentOf(file);
      return document === undefined ? [] : distinct(look(rule, document));
    },
  };
}

function metadataOf(rule: WorkflowRule): RuleMetadata {
  return {
    id: rule.id,
    family: 'workflows',
    title: rule.title,
    severity: rule.severity,
    confidence: rule.confidence,
    cwe: rule.cwe,
    ...(rule.owasp === undefined ? {} : { owasp: rule.owasp }),
    what: rule.what,
    why: rule.why,
    fix: rule.fix,
    references: rule.references,
    examples: rule.examples,
  };
}

function look(rule: WorkflowRule, document: ActionsDocument): readonly RawFinding[] {
  if (document.kind === 'dependabot') return rule.onDependabot?.(document) ?? [];
  const findings: RawFinding[] = [];
  if (document.kind === 'workflow') {
    findings.push(...(rule.onWorkflow?.(document) ?? []));
    for (const job of rule.onJob === undefined ? [] : document.jobs) {
      findings.push(...(rule.onJob?.(job, document) ?? []));
    }
  } else {
    findings.push(...(rule.onAction?.(document) ?? []));
  }
  for (const placed of rule.onStep === undefined ? [] : stepsOf(document)) {
    const { start, end } = placed.step.map;
    findings.push(
      ...(rule.onStep?.(placed, document) ?? []).map(found => ({ scope: { start, end }, ...found })),
    );
  }
  for (const template of rule.onTemplate === undefined ? [] : document.templates) {
    findings.push(...(rule.onTemplate?.(template, document) ?? []));
  }
  return findings;
}

/** Aliased nodes are looked at where they are used, but stand in one place only. */
function distinct(findings: readonly RawFinding[]): readonly RawFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ start, end, message }) => {
    const key = `${start} ${end} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** An example of a workflow file. */
export function workflowExample(text: string): RuleExample {
  return { path: '.github/workflows/example.yml', text };
}

/** An example of an action's metadata file. */
export function actionExample(text: string): RuleExample {
  return { path: 'action.yml', text };
}
