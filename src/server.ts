import { assertNode } from './assert-node.ts';

/** The server process: `npm start`. Ends with 1 when it cannot start, 0 after SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const { startServer } = await import('./runtime.ts');
  const { runProcess } = await import('./run-process.ts');
  await runProcess(startServer);
}

assertNode();
await main();
