import { actionNameOf } from './action-reference.ts';
import { contextTrust } from './context-trust.ts';
import { expandedContexts } from './dataflow.ts';
import type { ActionDefinition, Job, PlacedStep, Step, Workflow } from './document.ts';
import { environmentNamesOf, environmentValueOf } from './environment.ts';
import { type ContextExpression, pathOf } from './expression.ts';
import { taintedVariables, writesOutput } from './shell-taint.ts';
import { strangerOutputs } from './stranger-outputs.ts';
import { asScalar, inputOf, textOf, valueAt } from './yaml-access.ts';
import type { YamlScalar } from './yaml-tree.ts';

/** A step with the file that it stands in. */
export type StepScope = PlacedStep & { readonly document: Workflow | ActionDefinition };

/** Longest way from a value back to the event that is followed. */
const maxHops = 4;

/**
 * Whether a context holds text that a stranger can write: of the event itself, or what variables, outputs of steps
 * and outputs of jobs took over from it. What a script makes of it is followed by lines (`model/shell-taint.ts`).
 */
export function holdsStrangersText(context: ContextExpression, scope: StepScope, hops = 0): boolean {
  if (hops > maxHops) return false;
  const path = pathOf(context);
  const [root = '', name = '', kind = '', output = ''] = path.split('.');
  switch (root) {
    case 'github':
      return contextTrust(path) === 'arbitrary';
    case 'env':
      return scalarHoldsIt(environmentValueOf(name, scope), scope, hops);
    case 'steps':
      return (
        kind === 'outputs' &&
        stepsBeside(scope).some(step => outputHoldsIt(step, output, { ...scope, name }, hops))
      );
    case 'needs':
      return kind === 'outputs' && jobOutputHoldsIt(name, output, scope, hops);
    default:
      return false;
  }
}

function scalarHoldsIt(scalar: YamlScalar | undefined, scope: StepScope, hops: number): boolean {
  if (scalar === undefined) return false;
  return scope.document
    .templatesOf(scalar)
    .flatMap(({ expression }) => (expression === undefined ? [] : expandedContexts(expression)))
    .some(context => holdsStrangersText(context, scope, hops + 1));
}

function jobOutputHoldsIt(name: string, output: string, scope: StepScope, hops: number): boolean {
  if (scope.document.kind !== 'workflow') return false;
  const job = scope.document.jobsById.get(name);
  const [step] = job?.steps ?? [];
  if (job === undefined || step === undefined) return false;
  return jobOutputs(job, output).some(scalar => scalarHoldsIt(scalar, { ...scope, step, job }, hops));
}

/** The values of a job's output; of all of them for `*`. */
export function jobOutputs(job: Job, output: string): readonly YamlScalar[] {
  const outputs = valueAt(job.map, 'outputs');
  if (outputs?.kind !== 'map') return [];
  return outputs.entries
    .filter(({ key }) => output === '*' || key.toLowerCase() === output)
    .flatMap(({ value }) => asScalar(value) ?? []);
}

/** The steps whose outputs a step can read. */
export function stepsBeside({ job, document }: StepScope): readonly Step[] {
  if (job !== undefined) return job.steps;
  return document.kind === 'action' ? document.steps : [];
}

function outputHoldsIt(
  step: Step,
  output: string,
  scope: StepScope & { readonly name: string },
  hops: number,
): boolean {
  if (step.id?.toLowerCase() !== scope.name) return false;
  const action = actionNameOf(step.uses?.reference);
  if (action === 'actions/github-script') {
    return scriptReturnsIt(textOf(inputOf(step.inputs, 'script')?.value) ?? '');
  }
  if (action !== undefined) return strangerOutputs(action)?.test(output) ?? false;
  if (step.run === undefined) return false;
  return writesOutput(step.run.script.text, output, variablesWithStrangersText({ ...scope, step }, hops));
}

/** JavaScript over the event's payload that hands on a title, a text or the name of a branch. */
function scriptReturnsIt(script: string): boolean {
  return (
    /context\.payload\.[\w.?]{0,80}\b(?:title|body|ref|label|message|email|page_name|default_branch)\b(?!\s*(?:===?|!==?|\.(?:includes|startsWith|match)))/.test(
      script,
    ) && /\breturn\b|setOutput\s*\(/.test(script)
  );
}

/** The environment variables that hold a stranger's text at a step, and the variables that its script makes of them. */
export function variablesWithStrangersText(scope: StepScope, hops = 0): ReadonlySet<string> {
  const names = environmentNamesOf(scope);
  const tainted = names.filter(name => scalarHoldsIt(environmentValueOf(name, scope), scope, hops));
  return taintedVariables(scope.step.run?.script.text ?? '', tainted);
}
