import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeRoutes } from '../test/fakes/github/index.ts';

/**
 * Writes `test/fakes/github/openapi.json`: the requests (paths, parameters, bodies; no prose, no responses) of
 * the operations that the stand-in has, from the npm package `@octokit/openapi` 23.0.2. That package unpacks to
 * 385 MB, so it is no dependency: `npm install --prefix <folder> @octokit/openapi@23.0.2`, then
 * `node scripts/run.mjs scripts/slim-openapi.ts <folder>`.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: slim-openapi.ts <folder in which @octokit/openapi is installed>');

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const file = join(folder, 'node_modules/@octokit/openapi/generated/api.github.com.json');
const description = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
const paths = description['paths'] as Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

const dropped = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'responses',
  'callbacks',
  'x-github',
]);
const referenced = new Set<string>();

/** A copy without prose; property names that look like prose keys are kept. */
function slim(value: Json, isMap = false): Json {
  if (Array.isArray(value)) return value.map(item => slim(item as Json));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).filter(([key]) => isMap || !dropped.has(key));
  for (const [key, item] of entries) if (key === '$ref' && typeof item === 'string') referenced.add(item);
  return Object.fromEntries(entries.map(([key, item]) => [key, slim(item, key === 'properties')]));
}

const slimPaths: Record<string, Record<string, Json>> = {};
for (const { operation } of fakeRoutes) {
  const [method = '', path = ''] = operation.split(' ');
  const described = paths[path]?.[method.toLowerCase()];
  if (described === undefined) throw new Error(`${operation} is not in GitHub's description`);
  slimPaths[path] = { ...slimPaths[path], [method.toLowerCase()]: slim(described) };
}

const components: Record<string, Record<string, Json>> = { parameters: {}, schemas: {} };
for (const reference of referenced) {
  const [, , kind = '', name = ''] = reference.split('/');
  const component = ((description['components'] as JsonObject)[kind] as JsonObject)[name];
  // Adding to the set while it is walked visits what this one refers to as well.
  if (component !== undefined) components[kind] = { ...components[kind], [name]: slim(component) };
}

const info = description['info'] as JsonObject;
const slimmed = {
  openapi: description['openapi'],
  info: { title: info['title'], version: info['version'], license: info['license'] },
  paths: slimPaths,
  components,
};
writeFileSync('test/fakes/github/openapi.json', `${JSON.stringify(slimmed)}\n`);
