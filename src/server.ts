import { publicMessageOf } from './errors.ts';
import { type RunningServer, startServer } from './runtime.ts';

/** The server process: `npm start`. Ends with 1 when it cannot start, 0 after SIGTERM or SIGINT. */
async function main(): Promise<void> {
  let running: RunningServer;
  try {
    running = await startServer();
  } catch (error) {
    process.stderr.write(`${publicMessageOf(error)}\n`);
    process.exit(1);
  }
  const stop = (): void => {
    void running.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

await main();
