import { runProgram } from '../../src/cli/program.ts';
import { temporaryFolder } from './run-cli.ts';

/** What the program ended with. */
export type Ran = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the program in this process, where a stand-in answers from too; with an environment of its own. */
export async function devops(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder: string = temporaryFolder(),
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const exitCode = await runProgram(args, {
    write: text => {
      stdout += text;
    },
    note: text => {
      stderr += text;
    },
    progress: () => undefined,
    colour: false,
    folder,
    environment,
  });
  return { exitCode, stdout, stderr };
}
