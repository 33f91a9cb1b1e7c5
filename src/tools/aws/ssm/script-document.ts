import type { DocumentDescription } from '../../../clients/aws/sdk/ssm.ts';
import { runsScripts } from '../../../contracts/ssm-document.ts';
import type { ToolRefusal } from '../../../contracts/tool.ts';

/** Why a document cannot be sent; undefined when it can. Deployments have the same rule. */
export function unsuitableDocument(
  tool: string,
  { Name, DocumentType, Parameters }: DocumentDescription,
): ToolRefusal | undefined {
  const name = Name ?? '';
  if (DocumentType !== 'Command') {
    const message = `${tool}: the document "${name}" is of type ${DocumentType ?? 'unknown'}; instances can be sent documents of type Command only.`;
    return { kind: 'refused', code: 'ssm-document-type', message };
  }
  const script = runsScripts(
    name,
    (Parameters ?? []).map(parameter => parameter.Name ?? ''),
  );
  if (script === undefined) return undefined;
  const where = script.parameter === undefined ? '' : ` in "${script.parameter}"`;
  const message = `${tool}: the document "${name}" runs whatever it is given${where}. Use a document of your own whose steps are fixed and whose parameters are words with an allowedPattern.`;
  return { kind: 'refused', code: 'ssm-document-runs-scripts', message };
}
