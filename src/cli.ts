#!/usr/bin/env node
import process from 'node:process';
import { runProgram } from './cli/program.ts';
import { createTerminal } from './cli/terminal.ts';

const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
// Set rather than called: pipes are still being written when the program is done.
process.exitCode = await runProgram(process.argv.slice(2), createTerminal({ NO_COLOR, FORCE_COLOR, TERM }));
