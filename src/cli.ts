#!/usr/bin/env node
import process from 'node:process';
import { assertNode } from './assert-node.ts';

/** The terminal entry: `devops`. */
async function main(): Promise<void> {
  const { runProgram } = await import('./cli/program.ts');
  const { createTerminal } = await import('./cli/terminal.ts');
  // Set rather than called: pipes are still being written when the program is done.
  process.exitCode = await runProgram(process.argv.slice(2), createTerminal(process.env));
}

assertNode();
await main();
