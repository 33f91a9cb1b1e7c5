import type { WorkflowDefinition } from '../contracts/workflow.ts';

/** The tools that a workflow's own steps call, by name; those of its agents are not among them. */
export function toolsOfWorkflow({ steps }: WorkflowDefinition): readonly string[] {
  return steps
    .flatMap(step => (step.kind === 'parallel' ? step.steps : [step]))
    .flatMap(({ work }) => (work.kind === 'tool' ? [work.tool] : []));
}
