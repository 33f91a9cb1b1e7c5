import type { SourceFile } from '../contracts/detector.ts';
import { UnparsableError } from '../errors.ts';
import { withIntrinsics } from './cloudformation.ts';
import type { ConfigNode } from './config-node.ts';
import { parseHelmTemplate } from './helm-template.ts';
import { parseJson } from './json.ts';
import { SyntaxProblem } from './syntax-problem.ts';
import { readTerraform, type TerraformFile } from './terraform.ts';
import { terraformNeighbours } from './terraform-neighbours.ts';
import { parseYaml } from './yaml.ts';

/**
 * A key that policies, CloudFormation, Kubernetes, Compose or Helm values have. Without any, a file holds none of
 * them, and a broken one (the fixture of some parser, say) is no gap.
 */
const speaksOfResources =
  /(?:^|[\s"'{,])(?:[a-z]*statement|resources|apiVersion|kind|services|image|principal|effect|action|globals|securityContext|mcpServers)["']?\s*:/im;

/**
 * The documents of a JSON or YAML file, intrinsics normalised. Computed once per file. A template of Helm or another
 * engine is not YAML yet and comes back empty.
 *
 * @throws UnparsableError when it cannot be read.
 */
export function configDocuments(file: SourceFile): readonly ConfigNode[] {
  return orThrow(
    file.memo('config-documents', ({ path, text }) =>
      attempt<readonly ConfigNode[]>('JSON or YAML', () => {
        if (isTemplate(path, text)) return [];
        return readDocuments(path, text).map(withIntrinsics);
      }),
    ),
  );
}

/** The documents of a template of YAML, as far as they can be read without its values. Computed once per file. */
export function templateDocuments(file: SourceFile): readonly ConfigNode[] {
  return file.memo('template-documents', ({ path, text }) => {
    if (!isTemplate(path, text) || /^\s*[{<]%/m.test(text)) return [];
    const documents = attempt('YAML', () => parseHelmTemplate(text));
    return documents instanceof UnparsableError ? [] : documents;
  });
}

function isTemplate(path: string, text: string): boolean {
  return !isJson(path, text) && /\{\{|^\s*[{<]%/m.test(text);
}

function readDocuments(path: string, text: string): readonly ConfigNode[] {
  try {
    return isJson(path, text) ? [parseJson(text)] : parseYaml(text);
  } catch (error) {
    const isSettings = path.split('/').some(part => part.startsWith('.'));
    if (error instanceof SyntaxProblem && !isSettings && !speaksOfResources.test(text)) return [];
    throw error;
  }
}

/**
 * A Terraform file. Computed once per file.
 *
 * @throws UnparsableError when it cannot be read.
 */
export function terraformOf(file: SourceFile): TerraformFile {
  return orThrow(
    file.memo('terraform', ({ path, text, beside }) =>
      attempt('Terraform', () => readTerraform(text, terraformNeighbours(path, beside))),
    ),
  );
}

function isJson(path: string, text: string): boolean {
  if (/\.(?:ya?ml)$/i.test(path)) return false;
  return /\.jsonc?$/i.test(path) || /^\s*[{[]/.test(text);
}

/** Keeps a failure as a value, so that it is remembered as a parse is. */
function attempt<T>(language: string, read: () => T): T | UnparsableError {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof RangeError) {
      return new UnparsableError(`not valid ${language}`);
    }
    throw error;
  }
}

function orThrow<T>(outcome: T | UnparsableError): T {
  if (outcome instanceof UnparsableError) throw outcome;
  return outcome;
}
