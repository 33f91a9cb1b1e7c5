import { createTokenAccess } from '../../../src/clients/github/token-access.ts';
import type { Tool } from '../../../src/contracts/tool.ts';
import { githubTools } from '../../../src/tools/github/index.ts';
import { bindGitHubTools } from '../../../src/tools/github-calls/github-clients.ts';
import { startTestGitHub, type TestGitHub } from '../../fakes/start-github.ts';

/** The GitHub tools at work on a stand-in, with a token that may do everything. */
export type ToolScene = TestGitHub & { readonly tool: (name: string) => Tool };

/** Starts the stand-in with `octo/app` in it. */
export async function startToolScene(): Promise<ToolScene> {
  const started = await startTestGitHub();
  started.github.state.repository({
    name: 'app',
    files: { 'README.md': '# App\n', 'src/index.ts': 'export {};\n' },
  });
  const access = createTokenAccess({
    token: started.github.state.userToken('octo'),
    apiUrl: started.github.apiUrl,
  });
  const tools = bindGitHubTools(githubTools, access);
  return {
    ...started,
    tool(name) {
      const found = tools.find(tool => tool.name === name);
      if (found === undefined) throw new Error(`no tool ${name}`);
      return found;
    },
  };
}
