import {
  type DefinitionFiles,
  namedFiles,
  takenMessage,
  workflowsFolder,
} from '../agents/custom/load-agents.ts';
import type { ConfigProblem } from '../config/index.ts';
import type { WorkflowDefinition } from '../contracts/workflow.ts';
import { builtInWorkflowFiles } from './built-in/index.ts';
import { parseWorkflowFile, type WorkflowNames } from './workflow-file.ts';

/** Workflows of a repository, its organisation and this release. */
export type LoadedWorkflows = {
  readonly workflows: ReadonlyMap<string, WorkflowDefinition>;
  readonly problems: readonly ConfigProblem[];
};

/** Puts workflows of every origin into one name space, as `loadAgents` does with agents. */
export function loadWorkflows(options: {
  readonly organisation: DefinitionFiles;
  readonly repository: DefinitionFiles;
  readonly known: WorkflowNames;
}): LoadedWorkflows {
  const workflows = new Map<string, WorkflowDefinition>();
  const problems: ConfigProblem[] = [];
  const sources = [
    { source: 'built-in', files: builtInWorkflowFiles },
    { source: 'organisation', files: options.organisation },
    { source: 'repository', files: options.repository },
  ] as const;
  for (const { source, files } of sources) {
    for (const { path, name, text } of namedFiles(files, workflowsFolder, 'yml')) {
      const taken = workflows.get(name);
      if (taken !== undefined) {
        const message = takenMessage('workflow', name, taken.source);
        problems.push({ file: path, line: 1, column: 1, setting: '', message });
        continue;
      }
      const parsed = parseWorkflowFile(text, { file: path, name, source, known: options.known });
      if (parsed.kind === 'workflow') workflows.set(name, parsed.workflow);
      else problems.push(...parsed.errors);
    }
  }
  return { workflows, problems };
}
