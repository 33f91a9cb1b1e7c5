import type { SourceFile } from '../../../contracts/detector.ts';
import { UnparsableError } from '../../../errors.ts';
import { type ActionReference, parseActionReference } from './action-reference.ts';
import { commandsOf, type ShellCommand } from './shell-commands.ts';
import { conditionsOf, type Template, templatesOf } from './template.ts';
import { asItems, asMap, asScalar, entryOf, scalarsBelow, textOf, valueAt } from './yaml-access.ts';
import { parseYaml, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yaml-tree.ts';

/** A `uses:` with what it points at. */
export type Uses = {
  readonly entry: YamlEntry;
  readonly scalar: YamlScalar;
  readonly reference: ActionReference | undefined;
};

/** The `run:` of a step. */
export type Script = {
  readonly entry: YamlEntry;
  readonly script: YamlScalar;
  /** Its simple commands, found on first use. */
  readonly commands: () => readonly ShellCommand[];
};

/** A step of a job or of a composite action. */
export type Step = {
  readonly map: YamlMap;
  readonly id: string | undefined;
  readonly uses: Uses | undefined;
  readonly run: Script | undefined;
  /** The mapping under `with:`. */
  readonly inputs: YamlMap | undefined;
};

export type Job = {
  readonly id: string;
  /** The entry under `jobs:`. */
  readonly entry: YamlEntry;
  readonly map: YamlMap;
  readonly steps: readonly Step[];
  /** The reusable workflow that the job calls. */
  readonly uses: Uses | undefined;
};

/** A file that holds steps: text, tree and every expression in it. */
type Document = {
  readonly file: SourceFile;
  readonly root: YamlMap;
  /** Every `${{ }}` and every `if:`, in the order of the text. */
  readonly templates: readonly Template[];
  readonly templatesOf: (scalar: YamlScalar) => readonly Template[];
};

export type Workflow = Document & {
  readonly kind: 'workflow';
  /** The `on:` entry; GitHub requires one. */
  readonly on: YamlEntry | undefined;
  /** Events by name with their settings; null where there are none. */
  readonly triggers: ReadonlyMap<
    string,
    { readonly node: YamlNode; readonly settings: YamlNode | undefined }
  >;
  readonly jobs: readonly Job[];
  /** Jobs by their identifier in lower case. */
  readonly jobsById: ReadonlyMap<string, Job>;
};

/** An `action.yml`; steps only when it is a composite one. */
export type ActionDefinition = Document & {
  readonly kind: 'action';
  readonly runs: YamlMap | undefined;
  readonly steps: readonly Step[];
};

export type DependabotConfig = {
  readonly kind: 'dependabot';
  readonly file: SourceFile;
  readonly root: YamlMap;
  /** The items of `updates:`. */
  readonly updates: readonly YamlMap[];
};

export type ActionsDocument = Workflow | ActionDefinition | DependabotConfig;

/** Most steps and jobs of one file; GitHub itself takes a few hundred. */
const maxSteps = 5000;

const workflowPath = /(?:^|\/)\.github\/workflows\/.+\.ya?ml$/i;
const definitionPath = /(?:^|\/)(?:action|dependabot)\.ya?ml$/i;

/** Whether a path may be a workflow, an action's metadata or a Dependabot configuration. */
export function isActionsPath(path: string): boolean {
  return workflowPath.test(path) || definitionPath.test(path);
}

/**
 * Reads the file once for all rules; undefined when it is YAML of another kind (an empty file, say).
 * @throws UnparsableError when it is not readable.
 */
export function documentOf(file: SourceFile): ActionsDocument | undefined {
  const outcome = file.memo('workflows', read);
  if (outcome instanceof UnparsableError) throw outcome;
  return outcome;
}

/** A failure is kept as well, so that it is found out once and not by every rule. */
function read(file: SourceFile): ActionsDocument | UnparsableError | undefined {
  try {
    const root = parseYaml(file.text);
    if (root === undefined || (root.kind === 'scalar' && root.value === null)) return undefined;
    if (root.kind !== 'map') return new UnparsableError('not a mapping of keys to values');
    return classify(file, root);
  } catch (error) {
    if (error instanceof UnparsableError) return error;
    throw error;
  }
}

function classify(file: SourceFile, root: YamlMap): ActionsDocument | undefined {
  if (entryOf(root, 'jobs') !== undefined) return toWorkflow(file, root);
  if (entryOf(root, 'runs') !== undefined) {
    const runs = asMap(valueAt(root, 'runs'));
    return { kind: 'action', ...toDocument(file, root), runs, steps: stepsBelow(runs) };
  }
  if (entryOf(root, 'updates') === undefined) return undefined;
  const updates = asItems(valueAt(root, 'updates')).flatMap(item => asMap(item) ?? []);
  return { kind: 'dependabot', file, root, updates };
}

function toWorkflow(file: SourceFile, root: YamlMap): Workflow {
  const on = entryOf(root, 'on');
  const jobs = (asMap(valueAt(root, 'jobs'))?.entries ?? []).flatMap(entry => {
    const map = asMap(entry.value);
    return map === undefined ? [] : [toJob(entry, map)];
  });
  if (jobs.length + jobs.reduce((sum, job) => sum + job.steps.length, 0) > maxSteps) {
    throw new UnparsableError(`more than ${maxSteps} jobs and steps`);
  }
  const jobsById = new Map(jobs.map(job => [job.id.toLowerCase(), job]));
  return { kind: 'workflow', ...toDocument(file, root), on, triggers: triggersOf(on?.value), jobs, jobsById };
}

function triggersOf(on: YamlNode | undefined): Workflow['triggers'] {
  const triggers = new Map<string, { node: YamlNode; settings: YamlNode | undefined }>();
  if (on?.kind === 'map') {
    for (const { key, value } of on.entries) triggers.set(key, { node: value, settings: value });
  } else {
    for (const node of asItems(on)) triggers.set(textOf(node) ?? '', { node, settings: undefined });
  }
  return triggers;
}

function toJob(entry: YamlEntry, map: YamlMap): Job {
  return { id: entry.key, entry, map, steps: stepsBelow(map), uses: usesOf(map) };
}

function stepsBelow(node: YamlMap | undefined): readonly Step[] {
  const steps = valueAt(node, 'steps');
  return steps?.kind === 'list' ? steps.items.flatMap(item => toStep(asMap(item))) : [];
}

function toStep(map: YamlMap | undefined): readonly Step[] {
  if (map === undefined) return [];
  const entry = entryOf(map, 'run');
  const script = asScalar(entry?.value);
  return [
    {
      map,
      id: textOf(valueAt(map, 'id')),
      uses: usesOf(map),
      run: entry && script && toScript(entry, script),
      inputs: asMap(valueAt(map, 'with')),
    },
  ];
}

function toScript(entry: YamlEntry, script: YamlScalar): Script {
  let commands: readonly ShellCommand[] | undefined;
  return { entry, script, commands: () => (commands ??= commandsOf(script.text)) };
}

function usesOf(map: YamlMap): Uses | undefined {
  const entry = entryOf(map, 'uses');
  const scalar = asScalar(entry?.value);
  return entry && scalar && { entry, scalar, reference: parseActionReference(scalar.text) };
}

function toDocument(file: SourceFile, root: YamlMap): Document {
  const known = new Map<YamlScalar, readonly Template[]>();
  const conditions = new Set(conditionScalars(root));
  const find = (scalar: YamlScalar): readonly Template[] => {
    const before = known.get(scalar);
    if (before !== undefined) return before;
    const found = conditions.has(scalar) ? conditionsOf(scalar, file.text) : templatesOf(scalar, file.text);
    known.set(scalar, found);
    return found;
  };
  const templates = scalarsBelow(root).flatMap(find);
  return { file, root, templates, templatesOf: find };
}

/** The `if:` of jobs and steps, whose text is an expression even without braces. */
function conditionScalars(root: YamlMap): readonly YamlScalar[] {
  const jobs = asMap(valueAt(root, 'jobs'))?.entries.flatMap(entry => asMap(entry.value) ?? []) ?? [];
  const owners = [
    ...jobs,
    ...[...jobs, asMap(valueAt(root, 'runs'))].flatMap(stepsBelow).map(step => step.map),
  ];
  return owners.flatMap(owner => {
    const condition = asScalar(valueAt(owner, 'if'));
    return condition === undefined || condition.value === null ? [] : [condition];
  });
}

/** A step with the job it is in; undefined in a composite action. */
export type PlacedStep = { readonly step: Step; readonly job: Job | undefined };

/** Every step of a workflow or composite action. */
export function stepsOf(document: Workflow | ActionDefinition): readonly PlacedStep[] {
  if (document.kind === 'action') return document.steps.map(step => ({ step, job: undefined }));
  return document.jobs.flatMap(job => job.steps.map(step => ({ step, job })));
}
