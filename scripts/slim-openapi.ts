import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeRoutes } from '../test/fakes/github/index.ts';

/**
 * Writes `test/fakes/github/openapi.json`: requests and successful answers (no prose, no examples) of the
 * operations that the stand-in has, from the npm package `@octokit/openapi` 23.0.2. That package unpacks to
 * 385 MB, so it is no dependency: `npm install --prefix <folder> @octokit/openapi@23.0.2`, then
 * `node scripts/run.mjs scripts/slim-openapi.ts <folder>`.
 *
 * The result is OpenAPI 3.1: `nullable: true` becomes a JSON Schema type. GitHub's nullable enums do not list
 * `null`, so a validator of the 3.0 form refuses GitHub's own examples.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: slim-openapi.ts <folder in which @octokit/openapi is installed>');

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a path, empty when there is none. */
function objectAt(value: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = path.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), value);
  return isObject(found) ? found : {};
}

const dropped = new Set([
  'callbacks',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'headers',
  'nullable',
  'operationId',
  'summary',
  'tags',
  'title',
  'x-github',
]);

/** A copy without prose; property names that look like prose keys are kept. */
function slim(value: Json, isMap = false): Json {
  if (Array.isArray(value)) return value.map(item => slim(item));
  if (!isObject(value)) return value;
  const kept = Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isMap || !dropped.has(key))
      .map(([key, item]) => [key, slim(item, key === 'properties')]),
  );
  return !isMap && value['nullable'] === true ? allowNull(kept) : kept;
}

function allowNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...values.filter(value => value !== null), null] }),
  };
}

/** Parameters and JSON body as they are, and the JSON schemas of the 2xx answers. */
function slimOperation(operation: JsonObject): JsonObject {
  const { responses, ...request } = operation;
  const successes = Object.entries(objectAt(responses)).filter(([status]) => status.startsWith('2'));
  const answers = successes.map(([status, response]) => {
    const { schema } = objectAt(response, 'content', 'application/json');
    const content = schema === undefined ? {} : { content: { 'application/json': { schema: slim(schema) } } };
    return [status, content] as const;
  });
  return { ...objectAt(slim(request)), responses: Object.fromEntries(answers) };
}

/** Every `#/components/<kind>/<name>` that a value mentions itself. */
function references(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const own = typeof value['$ref'] === 'string' ? [value['$ref']] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

function slimPaths(description: JsonObject): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { operation } of fakeRoutes) {
    const [method = '', path = ''] = operation.split(' ');
    const described = objectAt(description, 'paths', path)[method.toLowerCase()];
    if (!isObject(described)) throw new Error(`${operation} is not in GitHub's description`);
    paths[path] = { ...paths[path], [method.toLowerCase()]: slimOperation(described) };
  }
  return paths;
}

function collectComponents(description: JsonObject, paths: JsonObject): JsonObject {
  const components: Record<string, Record<string, Json>> = { parameters: {}, schemas: {} };
  const waiting = [...references(paths)];
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [, , kind = '', name = ''] = reference.split('/');
    if (components[kind]?.[name] !== undefined) continue;
    const component = slim(objectAt(description, 'components', kind, name));
    components[kind] = { ...components[kind], [name]: component };
    waiting.push(...references(component));
  }
  return components;
}

/** One path or component a line, so that a change of GitHub's is a readable difference. */
function lines(entries: JsonObject, print: (value: Json) => string = value => JSON.stringify(value)): string {
  const sorted = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{\n${sorted.map(([key, value]) => `${JSON.stringify(key)}:${print(value)}`).join(',\n')}\n}`;
}

const file = join(folder, 'node_modules/@octokit/openapi/generated/api.github.com.json');
const description = objectAt(JSON.parse(readFileSync(file, 'utf8')) as Json);
const { title = '', version = '', license = {} } = objectAt(description, 'info');
const paths = slimPaths(description);
const components = collectComponents(description, paths);
const text = `{"openapi":"3.1.0","info":${JSON.stringify({ title, version, license })},
"paths":${lines(paths)},
"components":${lines(components, section => lines(objectAt(section)))}}\n`;
writeFileSync('test/fakes/github/openapi.json', text);
console.log(`${fakeRoutes.length} operations, ${Math.round(text.length / 1024)} KB`);
