import { publicMessageOf } from './errors.ts';
import { startWorker } from './runtime.ts';

/** A process that carries out runs and listens to nothing; several share a PostgreSQL database with the servers. */
async function main(): Promise<void> {
  try {
    const running = await startWorker();
    const stop = (): void => {
      void running.close().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${publicMessageOf(error)}\n`);
    process.exit(1);
  }
}

await main();
