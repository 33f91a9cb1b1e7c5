import type { ReviewCase } from './review-case.ts';

const openapi = (paths: string, schemas: string) =>
  `openapi: 3.0.3\ninfo: { title: Shop, version: 1.0.0 }\npaths:\n${paths}components:\n  schemas:\n${schemas}`;
const order =
  '    Order:\n      type: object\n      required: [id]\n      properties:\n        id: { type: string }\n        note: { type: string }\n';
const list =
  "  /orders:\n    get:\n      parameters:\n        - { name: page, in: query, schema: { type: integer } }\n      responses:\n        '200':\n          description: ok\n          content:\n            application/json:\n              schema: { $ref: '#/components/schemas/Order' }\n";
const create =
  "    post:\n      requestBody:\n        content:\n          application/json:\n            schema: { $ref: '#/components/schemas/NewOrder' }\n      responses:\n        '201': { description: made }\n";
const newOrder = (required: string) =>
  `    NewOrder:\n      type: object\n      required: [${required}]\n      properties:\n        sku: { type: string }\n        count: { type: integer }\n`;

/** Changes of interfaces that are described by schemas. */
export const schemaCases: readonly ReviewCase[] = [
  {
    name: 'OpenAPI: an operation goes',
    files: {
      'openapi.yaml': [
        openapi(list + create, order + newOrder('sku')),
        openapi(list, order + newOrder('sku')),
      ],
    },
    finds: ['breaking-openapi openapi.yaml'],
  },
  {
    name: 'OpenAPI: a property of a request becomes required',
    files: {
      'api/openapi.yaml': [
        openapi(list + create, order + newOrder('sku')),
        openapi(list + create, order + newOrder('sku, count')),
      ],
    },
    finds: ['breaking-openapi api/openapi.yaml'],
  },
  {
    name: 'OpenAPI: a property of an answer becomes required',
    files: {
      'api/openapi.yaml': [openapi(list, order), openapi(list, order.replace('[id]', '[id, note]'))],
    },
    finds: [],
  },
  {
    name: 'OpenAPI: an answer gets a property, a query an optional parameter',
    files: {
      'api/openapi.yaml': [
        openapi(list, order),
        openapi(
          list.replace(
            '      responses',
            '        - { name: size, in: query, schema: { type: integer } }\n      responses',
          ),
          `${order}        total: { type: number }\n`,
        ),
      ],
    },
    finds: [],
  },
  {
    name: 'OpenAPI: a query parameter becomes required',
    files: {
      'api/openapi.yaml': [
        openapi(list, order),
        openapi(list.replace('in: query,', 'in: query, required: true,'), order),
      ],
    },
    finds: ['breaking-openapi api/openapi.yaml'],
  },
  {
    name: 'OpenAPI: a property goes from an answer',
    files: {
      'api/openapi.yaml': [
        openapi(list, order),
        openapi(list, order.replace('        note: { type: string }\n', '')),
      ],
    },
    finds: ['breaking-openapi api/openapi.yaml'],
  },
  {
    name: 'OpenAPI: descriptions are reworded, an operation is marked deprecated',
    files: {
      'api/openapi.yaml': [
        openapi(list, order),
        openapi(
          list.replace('    get:\n', '    get:\n      deprecated: true\n').replace('ok', 'fine'),
          order,
        ),
      ],
    },
    finds: [],
  },
  {
    name: 'GraphQL: a field goes',
    files: {
      'schema.graphql': [
        'type Query {\n  user(id: ID!): User\n}\n\ntype User {\n  id: ID!\n  email: String\n}\n',
        'type Query {\n  user(id: ID!): User\n}\n\ntype User {\n  id: ID!\n}\n',
      ],
    },
    finds: ['breaking-schema schema.graphql'],
  },
  {
    name: 'GraphQL: an argument that must be given is added',
    files: {
      'schema.graphql': [
        'type Query {\n  users: [User!]!\n}\n\ntype User {\n  id: ID!\n}\n',
        'type Query {\n  users(tenant: ID!): [User!]!\n}\n\ntype User {\n  id: ID!\n}\n',
      ],
    },
    finds: ['breaking-schema schema.graphql:2'],
  },
  {
    name: 'GraphQL: fields and optional arguments are added',
    files: {
      'schema.graphql': [
        'type Query {\n  users: [User!]!\n}\n\ntype User {\n  id: ID!\n}\n',
        'type Query {\n  users(first: Int = 20): [User!]!\n}\n\n"Somebody."\ntype User {\n  id: ID!\n  name: String\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Protocol Buffers: a field number is used for something else',
    files: {
      'proto/user.proto': [
        'syntax = "proto3";\nmessage User {\n  string id = 1;\n  string name = 2;\n}\n',
        'syntax = "proto3";\nmessage User {\n  string id = 1;\n  int64 age = 2;\n}\n',
      ],
    },
    finds: ['breaking-schema proto/user.proto:4'],
  },
  {
    name: 'Protocol Buffers: a field goes and its number is reserved; another is added',
    files: {
      'proto/user.proto': [
        'syntax = "proto3";\nmessage User {\n  string id = 1;\n  string name = 2;\n}\n',
        'syntax = "proto3";\nmessage User {\n  reserved 2;\n  reserved "name";\n  string id = 1;\n  string mail = 3;\n}\n',
      ],
    },
    finds: [],
    may: ['breaking-schema proto/user.proto'],
  },
  {
    name: 'Protocol Buffers: a method of a service goes',
    files: {
      'proto/users.proto': [
        'syntax = "proto3";\nservice Users {\n  rpc Get(GetRequest) returns (User);\n  rpc List(ListRequest) returns (stream User);\n}\n',
        'syntax = "proto3";\nservice Users {\n  rpc Get(GetRequest) returns (User);\n}\n',
      ],
    },
    finds: ['breaking-schema proto/users.proto'],
  },
];
