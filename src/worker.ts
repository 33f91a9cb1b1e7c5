import { assertNode } from './assert-node.ts';

/** A process that carries out runs and listens to nothing; several share a PostgreSQL database with the servers. */
async function main(): Promise<void> {
  const { startWorker } = await import('./runtime.ts');
  const { runProcess } = await import('./run-process.ts');
  await runProcess(startWorker);
}

assertNode();
await main();
