import type { ToolRefusal } from '../../contracts/tool.ts';

/** The refusal where a credential has nowhere to go but an answer, which models, logs and comments could hold. */
export function noScreen(tool: string, what: string, instead = ''): ToolRefusal {
  return {
    kind: 'refused',
    code: 'no-terminal',
    message: `${tool}: ${what} is a credential and only ever shown on the terminal of a person who runs \`devops tools run\` there; this call has none.${instead}`,
  };
}
