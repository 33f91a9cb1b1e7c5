import type { SourceFile } from '../../../contracts/detector.ts';
import { isTemplate } from '../../../parsers/cloudformation.ts';
import {
  type ConfigNode,
  entryOf,
  type MapNode,
  pinConfig,
  shiftConfig,
  stringOf,
  walkConfig,
} from '../../../parsers/config-node.ts';
import { parseJson } from '../../../parsers/json.ts';
import { configDocuments, terraformOf } from '../../../parsers/read-config.ts';
import { SyntaxProblem } from '../../../parsers/syntax-problem.ts';
import { createTemplateResolve } from '../../../parsers/template-resolve.ts';
import { codePolicies, mayHoldCodePolicies } from '../code/code-policies.ts';
import type { Policy } from './policy.ts';
import { policyDocumentBlock } from './policy-document-block.ts';
import { isPolicy, policiesIn, type Resolve, readPolicy } from './read-policy.ts';

/** Where policies are looked for. */
export function mayHoldPolicies(path: string): boolean {
  return /\.(?:json|jsonc|ya?ml|template|tf)$/i.test(path) || mayHoldCodePolicies(path);
}

/** Every policy document of a file, however it is written; computed once per file. */
export function policiesOf(file: SourceFile): readonly Policy[] {
  return file.memo('iam-policies', readPolicies);
}

function readPolicies(file: SourceFile): readonly Policy[] {
  if (/\.tf$/i.test(file.path)) return terraformPolicies(file);
  if (mayHoldCodePolicies(file.path)) return codePolicies(file);
  return configDocuments(file).flatMap(document => {
    const resolve: Resolve = isTemplate(document) ? createTemplateResolve(document) : node => node;
    const found = parts(document).flatMap(({ node, owner }) =>
      [node, ...embedded(node)].flatMap(root => policiesIn(root, resolve, owner)),
    );
    return isServerless(file.path) ? [...found, ...serverlessPolicies(document)] : found;
  });
}

function isServerless(path: string): boolean {
  return /(?:^|\/)serverless[\w.-]*\.ya?ml$/i.test(path);
}

/** The statements that the Serverless Framework puts into roles of its own (its guide to AWS, IAM permissions). */
function serverlessPolicies(document: ConfigNode): readonly Policy[] {
  return [...walkConfig(document)].flatMap(node => {
    const entries = node.kind === 'map' ? node.entries : [];
    return entries
      .filter(({ key, value }) => /^(?:iamRoleStatements|statements)$/.test(key) && value.kind === 'list')
      .flatMap(({ keySpan, value }) => {
        const body: MapNode = {
          kind: 'map',
          entries: [{ key: 'Statement', keySpan, value }],
          start: keySpan.start,
          end: value.end,
        };
        return isPolicy(body) ? [readPolicy(body, next => next, 'AWS::Serverless::Function')] : [];
      });
  });
}

function terraformPolicies(file: SourceFile): readonly Policy[] {
  const { blocks, resolve } = terraformOf(file);
  return blocks.flatMap(block => {
    const [type] = block.labels;
    if (block.type === 'data' && type === 'aws_iam_policy_document')
      return [policyDocumentBlock(block, resolve)];
    const roots = [block.body, ...embedded(block.body)];
    return roots.flatMap(root => policiesIn(root, resolve, block.type === 'resource' ? type : undefined));
  });
}

/** A template's resources with their types; any other document as a whole. */
function parts(
  document: ConfigNode,
): readonly { readonly node: ConfigNode; readonly owner: string | undefined }[] {
  if (!isTemplate(document) || document.kind !== 'map') return [{ node: document, owner: undefined }];
  return document.entries.flatMap(({ key, value }) =>
    key === 'Resources' && value.kind === 'map'
      ? value.entries.map(entry => ({
          node: entry.value,
          owner: stringOf(entryOf(entry.value, 'Type')?.value),
        }))
      : [{ node: value, owner: undefined }],
  );
}

/** Documents written as strings: heredocs, block scalars, escaped JSON. */
function embedded(root: ConfigNode): readonly ConfigNode[] {
  const found: ConfigNode[] = [];
  for (const node of walkConfig(root)) {
    const text = stringOf(node);
    if (node.kind !== 'scalar' || text === undefined || !text.includes('Statement') || !/^\s*\{/.test(text))
      continue;
    try {
      const document = parseJson(text);
      found.push(
        node.contentStart === undefined
          ? pinConfig(document, node)
          : shiftConfig(document, node.contentStart),
      );
    } catch (error) {
      // Not JSON after all (a template, a sentence): the string is then none of this family's business.
      if (!(error instanceof SyntaxProblem)) throw error;
    }
  }
  return found;
}
