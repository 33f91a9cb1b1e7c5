import { parseAgentFile } from '../../agents/custom/agent-file.ts';
import { agentsFolder, namedFiles, workflowsFolder } from '../../agents/custom/load-agents.ts';
import type { FileToAnalyse } from '../../contracts/analysis.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { ToolRisk } from '../../contracts/tool.ts';
import { parseWorkflowFile } from '../../workflows/workflow-file.ts';
import { problemFindings } from './config-findings.ts';

/**
 * Errors of agents and workflows that a change brings, at their place. Names of agents, guardrails and documents are
 * not checked here: those may stand in files that the change does not touch.
 */
export function definitionFindings(
  files: readonly FileToAnalyse[],
  tools: ReadonlyMap<string, ToolRisk>,
): readonly Finding[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const source = 'repository';
  const problems = [
    ...namedFiles(texts, agentsFolder, 'md').map(({ path, name, text }) => {
      const known = { tools, guardrails: undefined, agents: undefined, documents: undefined };
      return parseAgentFile(text, { file: path, name, source, known });
    }),
    ...namedFiles(texts, workflowsFolder, 'yml').map(({ path, name, text }) =>
      parseWorkflowFile(text, { file: path, name, source, known: { tools, agents: undefined } }),
    ),
  ].flatMap(parsed => (parsed.kind === 'problems' ? parsed.errors : []));
  return files.flatMap(file =>
    problemFindings(
      file,
      problems.filter(problem => problem.file === file.path),
    ),
  );
}
