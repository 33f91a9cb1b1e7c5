import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  agentsFolder,
  contextFolder,
  type DefinitionFiles,
  type LoadedAgents,
  loadAgents,
  workflowsFolder,
} from '../agents/custom/load-agents.ts';
import { builtInAgents } from '../agents/index.ts';
import type { ConfigProblem } from '../config/index.ts';
import { findRepository } from '../git/find-repository.ts';
import { guardrailDefinitions } from '../guardrails/index.ts';
import { externalSpecifications } from '../tools/external/connect-external-tools.ts';
import { toolSpecifications } from '../tools/index.ts';
import { type LoadedWorkflows, loadWorkflows } from '../workflows/load-workflows.ts';
import { createLocalPolicy, readWorkTreePolicy } from './local-policy.ts';
import { configuredTools } from './terminal-tools.ts';

/** What agents and workflows there are for a person at a terminal. */
export type LocalDefinitions = {
  readonly files: DefinitionFiles;
  readonly agents: LoadedAgents['agents'];
  readonly documents: LoadedAgents['documents'];
  readonly workflows: LoadedWorkflows['workflows'];
  readonly problems: readonly ConfigProblem[];
};

/** Reads the definitions of the work tree around a folder, beside the built-in ones. */
export async function readLocalDefinitions(folder: string): Promise<LocalDefinitions> {
  const root = (await findRepository(folder)) ?? folder;
  const repository = new Map(
    [agentsFolder, contextFolder, workflowsFolder].flatMap(name => readFolder(root, name)),
  );
  const external = externalSpecifications(await configuredTools(folder));
  const tools = new Map([...toolSpecifications, ...external].map(({ name, risk }) => [name, risk]));
  const { config } = createLocalPolicy({
    named: undefined,
    repositoryFile: () => readWorkTreePolicy(root),
    failOn: undefined,
  });
  const guardrails = [...guardrailDefinitions, ...config.guardrails].map(({ name }) => name);
  const organisation = new Map<string, string>();
  const loaded = loadAgents({
    builtIn: builtInAgents,
    organisation,
    repository,
    known: { tools, guardrails },
  });
  const agents = new Map([...loaded.agents].map(([name, { definition }]) => [name, definition]));
  const { workflows, problems } = loadWorkflows({ organisation, repository, known: { agents, tools } });
  return { ...loaded, files: repository, workflows, problems: [...loaded.problems, ...problems] };
}

function readFolder(root: string, folder: string): readonly (readonly [string, string])[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }): readonly [string, string] => [
      `${folder}/${name}`,
      readFileSync(join(path, name), 'utf8'),
    ])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
