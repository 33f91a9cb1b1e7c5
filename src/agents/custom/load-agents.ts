import type { ConfigProblem } from '../../config/index.ts';
import type { AgentDefinition } from '../../contracts/agent.ts';
import { repositoryFactsDocument } from '../context/repository-facts.ts';
import { type KnownNames, type LoadedAgent, parseAgentFile } from './agent-file.ts';

/** The folders of an owner's definitions, in a repository and in an organisation's `.github` repository. */
export const agentsFolder = '.github/devops/agents';
export const contextFolder = '.github/devops/context';
export const workflowsFolder = '.github/devops/workflows';

/** Texts of definition files by their path. */
export type DefinitionFiles = ReadonlyMap<string, string>;

/** Longest context document, characters. */
const maxDocument = 40_000;

/** A document that every agent is given when it is there. */
const standardDocument = 'default';

/** Agents and context documents of a repository, its organisation and this release. */
export type LoadedAgents = {
  readonly agents: ReadonlyMap<string, LoadedAgent>;
  readonly documents: ReadonlyMap<string, string>;
  readonly problems: readonly ConfigProblem[];
};

/**
 * Puts agents of every origin into one name space. The organisation's and the built-in ones keep their names: a
 * repository cannot put its own in their place. A file with problems is left out; the others hold.
 */
export function loadAgents(options: {
  readonly builtIn: readonly AgentDefinition[];
  readonly organisation: DefinitionFiles;
  readonly repository: DefinitionFiles;
  /** Tools and guardrails that may be named; `repository-facts` is a document that code writes. */
  readonly known: Pick<KnownNames, 'tools' | 'guardrails'>;
}): LoadedAgents {
  const sources = [
    { source: 'organisation', files: options.organisation },
    { source: 'repository', files: options.repository },
  ] as const;
  const problems: ConfigProblem[] = [];
  const documents = new Map<string, string>();
  for (const { files } of sources) problems.push(...readDocuments(files, documents));
  const agents = new Map<string, LoadedAgent>(
    options.builtIn.map(definition => [definition.name, { definition, triggers: ['command'] }]),
  );
  const names = [
    ...agents.keys(),
    ...sources.flatMap(({ files }) => namedFiles(files, agentsFolder, 'md').map(({ name }) => name)),
  ];
  const known: KnownNames = {
    ...options.known,
    agents: names,
    documents: [...documents.keys(), repositoryFactsDocument],
  };
  for (const { source, files } of sources) {
    for (const { path, name, text } of namedFiles(files, agentsFolder, 'md')) {
      const taken = agents.get(name);
      if (taken !== undefined) {
        problems.push(whole(path, takenMessage('agent', name, taken.definition.source)));
        continue;
      }
      const parsed = parseAgentFile(text, { file: path, name, source, known });
      if (parsed.kind === 'agent') agents.set(name, parsed.agent);
      else problems.push(...parsed.errors);
    }
  }
  const loaded = withStandardDocument(withoutBrokenReferences(agents, problems), documents);
  return { agents: loaded, documents, problems };
}

/** `<folder>/<name>.<extension>` and nothing deeper. */
export function namedFiles(
  files: DefinitionFiles,
  folder: string,
  extension: string,
): readonly { readonly path: string; readonly name: string; readonly text: string }[] {
  return [...files].flatMap(([path, text]) => {
    const name = path.slice(folder.length + 1, -extension.length - 1);
    const isNamed = path.startsWith(`${folder}/`) && path.endsWith(`.${extension}`) && !name.includes('/');
    return isNamed && name !== 'README' ? [{ path, name, text }] : [];
  });
}

/** Why a file's name cannot be used. */
export function takenMessage(
  what: string,
  name: string,
  source: LoadedAgent['definition']['source'],
): string {
  const owner = {
    'built-in': 'this release',
    organisation: 'the organisation',
    repository: 'this repository',
  }[source];
  return `The ${what} "${name}" of ${owner} has this name already; give the file another one.`;
}

function readDocuments(files: DefinitionFiles, documents: Map<string, string>): readonly ConfigProblem[] {
  return namedFiles(files, contextFolder, 'md').flatMap(({ path, name, text }) => {
    if (text.length > maxDocument)
      return [whole(path, `The document has ${text.length} characters; at most ${maxDocument} are taken.`)];
    const known = documents.get(name);
    // The organisation's words come first and stay: a repository adds to them.
    documents.set(name, known === undefined ? text.trim() : `${known}\n\n${text.trim()}`);
    return [];
  });
}

/** An agent whose helper was left out is left out as well, rather than running with less than it says. */
function withoutBrokenReferences(
  agents: ReadonlyMap<string, LoadedAgent>,
  problems: ConfigProblem[],
): ReadonlyMap<string, LoadedAgent> {
  const kept = new Map(agents);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, { definition }] of kept) {
      const missing = [...definition.agents, ...definition.handoffs].find(other => !kept.has(other));
      if (missing === undefined) continue;
      kept.delete(name);
      changed = true;
      const message = `The agent uses "${missing}", which has problems of its own; mend that file first.`;
      problems.push(whole(`${agentsFolder}/${name}.md`, message));
    }
  }
  return kept;
}

function withStandardDocument(
  agents: ReadonlyMap<string, LoadedAgent>,
  documents: ReadonlyMap<string, string>,
): ReadonlyMap<string, LoadedAgent> {
  if (!documents.has(standardDocument)) return agents;
  return new Map(
    [...agents].map(([name, agent]) => {
      const others = agent.definition.documents.filter(document => document !== standardDocument);
      return [
        name,
        { ...agent, definition: { ...agent.definition, documents: [standardDocument, ...others] } },
      ];
    }),
  );
}

function whole(file: string, message: string): ConfigProblem {
  return { file, line: 1, column: 1, setting: '', message };
}
