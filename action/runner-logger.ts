import type { LogFields, Logger } from '../src/logger.ts';
import type { Runner } from './runner.ts';

/** A logger into the job's debug log: what people must know is in the result already. */
export function createRunnerLogger(runner: Runner, fields: LogFields = {}): Logger {
  const line = (message: string, more: LogFields = {}): void =>
    runner.debug(`${message} ${JSON.stringify({ ...fields, ...more })}`);
  return {
    debug: line,
    info: line,
    warn: line,
    error: line,
    child: more => createRunnerLogger(runner, { ...fields, ...more }),
  };
}
