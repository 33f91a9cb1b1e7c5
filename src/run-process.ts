import { publicMessageOf } from './errors.ts';

/** Something that was started and can be brought to an end. */
type Running = { readonly close: () => Promise<void> };

/** Starts a long-running part and ties its end to SIGTERM and SIGINT. Ends the process with 1 when it cannot start. */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  let running: Running;
  try {
    running = await start();
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
