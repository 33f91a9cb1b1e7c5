#!/usr/bin/env node
import process from 'node:process';
import { assertNode } from './assert-node.ts';

/** The terminal entry: `devops`. */
async function main(): Promise<void> {
  const { runProgram } = await import('./cli/program.ts');
  const { createTerminal } = await import('./cli/terminal.ts');
  const { withholdOwnSecrets } = await import('./config/secret-variables.ts');
  const environment = { ...process.env };
  // What the program starts (git, which a repository can make run things) has no use for them.
  withholdOwnSecrets(process.env);
  // Set rather than called: pipes are still being written when the program is done.
  process.exitCode = await runProgram(process.argv.slice(2), createTerminal(environment));
}

assertNode();
await main();
