import type { RawFinding } from '../../contracts/detector.ts';
import { runsModel } from './model/agents.ts';
import { codeOf } from './model/code-inputs.ts';
import { expandedContexts } from './model/dataflow.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job } from './model/document.ts';
import { environmentNamesOf, environmentValueOf } from './model/environment.ts';
import { type ContextExpression, pathOf } from './model/expression.ts';
import { programsWith } from './model/program-arguments.ts';
import { taintedVariables } from './model/shell-taint.ts';
import { jobOutputs, type StepScope as Scope, stepsBeside } from './model/taint.ts';
import { spanOfEntry } from './model/yaml-access.ts';
import type { YamlScalar } from './model/yaml-tree.ts';

/** Text of a model that becomes part of a script. */
export const modelOutputInjection = defineWorkflowRule({
  id: 'model-output-injection',
  title: 'Model output pasted into a script',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-94', 'CWE-1426'],
  owasp: ['A03'],
  what: 'Reports `${{ }}` in `run:` and in inputs run as code that expand to the output of an AI agent or model, directly, through the environment, or through the outputs of another job.',
  why: 'What a model writes follows whoever wrote the text it read. Pasted into a script it is code, with the token and secrets of the job, which need not be the one that the model ran in.',
  fix: 'Pass the output through `env:` and quote the variable, or write it to a file, and check it against a list or a schema before using it.',
  references: [
    'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    'https://docs.github.com/en/actions/reference/security/secure-use#use-an-intermediate-environment-variable',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: issues\njobs:\n  triage:\n    runs-on: ubuntu-latest\n    steps:\n      - id: model\n        uses: actions/ai-inference@a380166897b5408b8fb7dddd148142794cb5624a # v2\n        with:\n          prompt: Choose a label.\n      - run: gh issue edit 1 --add-label "${{ steps.model.outputs.response }}"\n',
      ),
    ],
    good: [
      workflowExample(
        'on: issues\njobs:\n  triage:\n    runs-on: ubuntu-latest\n    steps:\n      - id: model\n        uses: actions/ai-inference@a380166897b5408b8fb7dddd148142794cb5624a # v2\n        with:\n          prompt: Choose a label.\n      - run: gh issue edit 1 --add-label "$LABEL"\n        env:\n          LABEL: ${{ steps.model.outputs.response }}\n',
      ),
    ],
  },
  onStep: (placed, document) => [...pasted({ ...placed, document }), ...interpreted({ ...placed, document })],
});

function pasted(scope: Scope): readonly RawFinding[] {
  return codeOf(scope.step)
    .flatMap(scalar => scope.document.templatesOf(scalar))
    .flatMap(({ expression, place }) =>
      (expression === undefined ? [] : expandedContexts(expression))
        .filter(context => comesFromModel(context, scope, 0))
        .map(context => ({
          ...place(context),
          message: `\`${pathOf(context).slice(0, 80)}\` is text of a model and becomes part of the script.`,
        })),
    );
}

/** A variable with a model's text that `eval`, `sh -c` and the like take for code. */
function interpreted(scope: Scope): readonly RawFinding[] {
  const { run } = scope.step;
  if (run === undefined) return [];
  const given = environmentNamesOf(scope).filter(name =>
    scalarComesFromModel(environmentValueOf(name, scope), scope, 0),
  );
  const variables = taintedVariables(run.script.text, given);
  return programsWith(variables, run, scope.document.file.text).map(({ start, end, program }) => ({
    start,
    end,
    related: [spanOfEntry(run.entry)],
    message: `\`${program}\` runs text of a model.`,
  }));
}

/** Longest way from a script back to the model that is followed. */
const maxHops = 4;

function comesFromModel(context: ContextExpression, scope: Scope, hops: number): boolean {
  if (hops > maxHops) return false;
  const [root = '', name = '', kind = '', output = ''] = pathOf(context).split('.');
  if (root === 'steps' && kind === 'outputs') {
    return stepsBeside(scope).some(step => step.id?.toLowerCase() === name && runsModel(step));
  }
  if (root === 'env') return scalarComesFromModel(environmentValueOf(name, scope), scope, hops);
  if (root !== 'needs' || kind !== 'outputs' || scope.document.kind !== 'workflow') return false;
  const job = scope.document.jobsById.get(name);
  return job !== undefined && jobOutputs(job, output).some(scalar => fromJob(scalar, job, scope, hops));
}

function fromJob(scalar: YamlScalar, job: Job, scope: Scope, hops: number): boolean {
  const [step] = job.steps;
  return step !== undefined && scalarComesFromModel(scalar, { ...scope, step, job }, hops);
}

function scalarComesFromModel(scalar: YamlScalar | undefined, scope: Scope, hops: number): boolean {
  if (scalar === undefined) return false;
  return scope.document
    .templatesOf(scalar)
    .flatMap(({ expression }) => (expression === undefined ? [] : expandedContexts(expression)))
    .some(context => comesFromModel(context, scope, hops + 1));
}
