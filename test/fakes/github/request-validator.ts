import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import openapi from './openapi.json' with { type: 'json' };

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: object;
};
type Operation = {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content?: Readonly<Record<string, { readonly schema?: BodySchema }>>;
  };
};
type BodySchema = {
  readonly properties?: object;
  readonly additionalProperties?: unknown;
  readonly oneOf?: unknown;
  readonly anyOf?: unknown;
  readonly allOf?: unknown;
};

const paths = openapi.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Checks requests against GitHub's OpenAPI description, with unknown body and query keys refused as well. */
export function createRequestValidator(): (request: {
  readonly operation: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}) => readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
  addFormats.default(ajv);
  ajv.addSchema({ ...openapi, $id: 'github' });
  const compiled = new Map<string, ValidateFunction>();

  function validatorFor(pointer: string): ValidateFunction {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `github#${pointer}` });
    compiled.set(pointer, known);
    return known;
  }

  function bodyProblems(pointer: string, operation: Operation, body: unknown): readonly string[] {
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    if (body === undefined)
      return operation.requestBody?.required === true && schema !== undefined ? ['the body is missing'] : [];
    if (schema === undefined) return ['the operation takes no body'];
    const validate = validatorFor(`${pointer}/requestBody/content/application~1json/schema`);
    // A copy, because coercion writes into what it validates.
    const problems = validate(structuredClone(body))
      ? []
      : (validate.errors ?? []).map(error => `body${error.instancePath} ${error.message}`);
    return [...problems, ...unknownKeys(schema, body)];
  }

  return ({ operation, query, body }) => {
    const [method = '', path = ''] = operation.split(' ');
    const described = paths[path]?.[method.toLowerCase()];
    if (described === undefined) return [`${operation} is not an operation of GitHub's API`];
    const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method.toLowerCase()}`;
    return [...queryProblems(ajv, described, query), ...bodyProblems(pointer, described, body)];
  };
}

function queryProblems(ajv: Ajv, operation: Operation, query: URLSearchParams): readonly string[] {
  const parameters = (operation.parameters ?? []).map(resolve).filter(parameter => parameter.in === 'query');
  const problems = [...query.keys()]
    .filter(name => !parameters.some(parameter => parameter.name === name))
    .map(name => `unknown query parameter ${name}`);
  for (const { name, required, schema } of parameters) {
    const value = query.get(name);
    if (value === null && required === true) problems.push(`the query parameter ${name} is missing`);
    if (value !== null && schema !== undefined && !ajv.validate(schema, [value]))
      problems.push(`query parameter ${name}: ${ajv.errorsText()}`);
  }
  return problems;
}

function resolve(parameter: Parameter | { readonly $ref: string }): Parameter {
  if (!('$ref' in parameter)) return parameter;
  const name = parameter.$ref.split('/').at(-1) ?? '';
  return (
    (openapi.components.parameters as unknown as Readonly<Record<string, Parameter>>)[name] ?? {
      name,
      in: 'unknown',
    }
  );
}

/** Only where the schema names its properties itself; unions are left to their own `additionalProperties`. */
function unknownKeys(schema: BodySchema, body: unknown): readonly string[] {
  const { properties } = schema;
  if (
    properties === undefined ||
    schema.oneOf !== undefined ||
    schema.anyOf !== undefined ||
    schema.allOf !== undefined
  )
    return [];
  if (schema.additionalProperties === true || typeof schema.additionalProperties === 'object') return [];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.keys(body)
    .filter(key => !(key in properties))
    .map(key => `unknown body key ${key}`);
}
