import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import openapi from './openapi.json' with { type: 'json' };

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: object;
};
type Content = Readonly<Record<string, { readonly schema?: BodySchema }>>;
type Operation = {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
};
type BodySchema = {
  readonly properties?: object;
  readonly additionalProperties?: unknown;
  readonly oneOf?: readonly BodySchema[];
  readonly anyOf?: readonly BodySchema[];
  readonly allOf?: readonly BodySchema[];
};

type DescribedRequest = {
  readonly operation: string;
  /** Of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
};
type DescribedAnswer = { readonly operation: string; readonly status: number; readonly json: unknown };

/** Tells where requests and answers differ from GitHub's OpenAPI description; empty means nowhere. */
export type OpenapiValidator = {
  /** Stricter than the description in one thing: unknown keys of bodies and queries are problems. */
  readonly request: (request: DescribedRequest) => readonly string[];
  readonly answer: (answer: DescribedAnswer) => readonly string[];
};

const paths = openapi.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
const parameters = openapi.components.parameters as unknown as Readonly<Record<string, Parameter>>;

/** Where the description is wrong of what GitHub answers: there an account is a user and an enterprise at once. */
const misdescribed = new Set(['GET /app/installations']);

/** Schemas are compiled when they are first needed: 1 to 150 ms each. */
export function createOpenapiValidator(): OpenapiValidator {
  // Paths and queries are text; bodies are not coerced.
  const texts = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
  const bodies = new Ajv({ strict: false, allErrors: true });
  for (const ajv of [texts, bodies]) {
    addFormats.default(ajv);
    ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/);
    ajv.addSchema({ ...openapi, $id: 'github' });
  }
  const compiled = new Map<string, ValidateFunction>();

  const parameterSchemas = new Map<object, ValidateFunction>();

  function textProblem(schema: object, text: string): string | undefined {
    // Inside an object, because coercion needs a place to write to.
    const validate =
      parameterSchemas.get(schema) ?? texts.compile({ properties: { text: fromRoot(schema) } });
    parameterSchemas.set(schema, validate);
    return validate({ text }) ? undefined : validate.errors?.map(({ message }) => message).join(', ');
  }

  function bodyErrors(pointer: string, body: unknown): readonly string[] {
    const validate = compiled.get(pointer) ?? bodies.compile({ $ref: `github#${pointer}` });
    compiled.set(pointer, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const detail = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
      return `body${instancePath} ${message}${detail}`;
    });
  }

  return {
    request({ operation, params, query, body }) {
      const described = operationOf(operation);
      if (described === undefined)
        return [`${operation} is no operation of GitHub's API that the stand-in knows`];
      return [
        ...parameterProblems(textProblem, described, { params, query }),
        ...bodyProblems(described, body, schema =>
          bodyErrors(`${pointerOf(operation)}/requestBody/content/application~1json/schema`, schema),
        ),
      ];
    },
    answer({ operation, status, json }) {
      const described = operationOf(operation)?.responses?.[status];
      if (misdescribed.has(operation)) return [];
      if (described === undefined) return [`${operation} never answers ${status}`];
      const pointer = `${pointerOf(operation)}/responses/${status}/content/application~1json/schema`;
      // What is not JSON has no schema there.
      if (described.content?.['application/json'] === undefined || json === undefined) return [];
      return bodyErrors(pointer, json).map(problem => `${operation} answered ${status}: ${problem}`);
    },
  };
}

/** A parameter's schema is compiled by itself, so its references must say where they start. */
function fromRoot(schema: object): object {
  // A text is a text, never a list of one: coercion would make both branches fit.
  if ('oneOf' in schema && Array.isArray(schema.oneOf)) return { anyOf: schema.oneOf };
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/')) as object;
}

function operationOf(operation: string): Operation | undefined {
  const [method = '', path = ''] = operation.split(' ');
  return paths[path]?.[method.toLowerCase()];
}

function pointerOf(operation: string): string {
  const [method = '', path = ''] = operation.split(' ');
  const escaped = path
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D');
  return `/paths/${escaped}/${method.toLowerCase()}`;
}

function bodyProblems(
  { requestBody }: Operation,
  body: unknown,
  errorsOf: (body: unknown) => readonly string[],
): readonly string[] {
  const schema = requestBody?.content?.['application/json']?.schema;
  if (body === undefined)
    return requestBody?.required === true && schema !== undefined ? ['the body is missing'] : [];
  // Clients send `{}` where there is no body; GitHub lets it pass.
  if (schema === undefined)
    return Object.keys(body as object).length === 0 ? [] : ['the operation takes no body'];
  return [...errorsOf(body), ...unknownKeys(schema, body)];
}

function parameterProblems(
  textProblem: (schema: object, text: string) => string | undefined,
  operation: Operation,
  { params, query }: Pick<DescribedRequest, 'params' | 'query'>,
): readonly string[] {
  const described = (operation.parameters ?? []).map(resolve);
  const inQuery = described.filter(parameter => parameter.in === 'query');
  const problems = [...query.keys()]
    .filter(name => !inQuery.some(parameter => parameter.name === name))
    .map(name => `unknown query parameter ${name}`);
  for (const { name, in: place, required, schema } of described) {
    const value = place === 'path' ? params[name] : query.get(name);
    if (value === undefined || value === null) {
      if (required === true && place === 'query') problems.push(`the query parameter ${name} is missing`);
      continue;
    }
    const problem = schema === undefined ? undefined : textProblem(schema, value);
    if (problem !== undefined) problems.push(`${place} parameter ${name} ${problem}`);
  }
  return problems;
}

function resolve(parameter: Parameter | { readonly $ref: string }): Parameter {
  if (!('$ref' in parameter)) return parameter;
  const name = parameter.$ref.split('/').at(-1) ?? '';
  return parameters[name] ?? { name, in: 'unknown' };
}

/** Top level only; a schema that says nothing of its properties allows all. */
function unknownKeys(schema: BodySchema, body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  const known = knownKeys(schema);
  if (known === undefined) return [];
  return Object.keys(body)
    .filter(key => !known.has(key))
    .map(key => `unknown body key ${key}`);
}

/** The property names of a schema and of its alternatives, or undefined when one allows any. */
function knownKeys(schema: BodySchema): ReadonlySet<string> | undefined {
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const { additionalProperties, properties } = schema;
  const isOpen = additionalProperties === true || typeof additionalProperties === 'object';
  // The alternatives of check runs say `additionalProperties: true` only to let their siblings through.
  if (properties === undefined && (isOpen || parts.length === 0)) return undefined;
  if (isOpen && parts.length === 0) return undefined;
  const keys = new Set(Object.keys(properties ?? {}));
  for (const part of parts) {
    const more = properties === undefined ? knownKeys(part) : new Set(Object.keys(part.properties ?? {}));
    if (more === undefined) return undefined;
    for (const key of more) keys.add(key);
  }
  return keys;
}
