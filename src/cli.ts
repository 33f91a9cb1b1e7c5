#!/usr/bin/env node
import process from 'node:process';
import { assertNode } from './assert-node.ts';

/** The terminal entry: `devops`. */
async function main(): Promise<void> {
  const { runProgram } = await import('./cli/program.ts');
  const { createTerminal } = await import('./cli/terminal.ts');
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  // Set rather than called: pipes are still being written when the program is done.
  process.exitCode = await runProgram(process.argv.slice(2), createTerminal({ NO_COLOR, FORCE_COLOR, TERM }));
}

assertNode();
await main();
