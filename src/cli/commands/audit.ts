import { chooseFormat } from '../choose-format.ts';
import { exitCodes } from '../cli-error.ts';
import { withLocalStore } from '../local-store.ts';
import type { Terminal } from '../terminal.ts';
import type { CatalogueOptions } from './rules.ts';

/** `devops audit verify`: recomputes the hash chain of the audit log. 1 when a line was changed, removed or inserted. */
export async function verifyAudit(options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const firstBroken = await withLocalStore(terminal, store => store.audit.firstBroken());
  const holds = firstBroken === undefined;
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ holds, firstBroken: firstBroken ?? null }, null, 2)}\n`);
  } else {
    terminal.write(
      holds
        ? 'The audit log is whole: every line follows from the one before.\n'
        : `The audit log is broken at line ${firstBroken}: from there on it was changed, cut or added to by somebody else.\n`,
    );
  }
  return holds ? exitCodes.passed : exitCodes.findings;
}
