import type { ReviewCase } from './review-case.ts';

/** Changes of what others call, written before the rules were looked at; `finds` is what a reviewer would say. */
export const exportCases: readonly ReviewCase[] = [
  {
    name: 'TypeScript: a parameter becomes required',
    files: {
      'src/client.ts': [
        'export function connect(url: string): Client {\n  return new Client(url);\n}\n',
        'export function connect(url: string, token: string): Client {\n  return new Client(url, token);\n}\n',
      ],
    },
    finds: ['breaking-export src/client.ts:1'],
  },
  {
    name: 'TypeScript: an optional parameter is added',
    files: {
      'src/client.ts': [
        'export function connect(url: string): Client {\n  return new Client(url);\n}\n',
        'export function connect(url: string, token?: string): Client {\n  return new Client(url, token);\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'TypeScript: an option of an exported interface becomes required',
    files: {
      'packages/http/src/options.ts': [
        'export interface RequestOptions {\n  timeoutMs?: number;\n  retries?: number;\n}\n',
        'export interface RequestOptions {\n  timeoutMs: number;\n  retries?: number;\n}\n',
      ],
    },
    finds: ['breaking-export packages/http/src/options.ts:2'],
  },
  {
    name: 'TypeScript: an interface gains an optional member',
    files: {
      'packages/http/src/options.ts': [
        'export interface RequestOptions {\n  timeoutMs?: number;\n}\n',
        'export interface RequestOptions {\n  timeoutMs?: number;\n  signal?: AbortSignal;\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'TypeScript: a method of an exported class becomes private',
    files: {
      'src/queue.ts': [
        'export class Queue<T> {\n  readonly #items: T[] = [];\n\n  drain(): T[] {\n    return this.#items.splice(0);\n  }\n}\n',
        'export class Queue<T> {\n  readonly #items: T[] = [];\n\n  private drain(): T[] {\n    return this.#items.splice(0);\n  }\n}\n',
      ],
    },
    finds: ['breaking-export src/queue.ts'],
  },
  {
    name: 'TypeScript: a private method of an exported class goes',
    files: {
      'src/queue.ts': [
        'export class Queue<T> {\n  private items: T[] = [];\n\n  size(): number {\n    return this.count();\n  }\n\n  private count(): number {\n    return this.items.length;\n  }\n}\n',
        'export class Queue<T> {\n  private items: T[] = [];\n\n  size(): number {\n    return this.items.length;\n  }\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'TypeScript: a function moves to another file and is exported again from the old one',
    files: {
      'src/text.ts': [
        'export function slug(text: string): string {\n  return text.toLowerCase();\n}\n',
        "export { slug } from './text/slug.ts';\n",
      ],
      'src/text/slug.ts': [
        null,
        'export function slug(text: string): string {\n  return text.toLowerCase();\n}\n',
      ],
    },
    finds: [],
    may: ['missing-tests src/text/slug.ts'],
  },
  {
    name: 'TypeScript: a variant goes from an exported union',
    files: {
      'src/status.ts': [
        "export type Status = 'open' | 'closed' | 'merged';\n",
        "export type Status = 'open' | 'closed';\n",
      ],
    },
    finds: ['breaking-export src/status.ts:1'],
  },
  {
    name: 'TypeScript: a member goes from an exported enum',
    files: {
      'src/color.ts': [
        'export enum Color {\n  Red,\n  Green,\n  Blue,\n}\n',
        'export enum Color {\n  Red,\n  Blue,\n}\n',
      ],
    },
    finds: ['breaking-export src/color.ts'],
  },
  {
    name: 'TypeScript: a function becomes asynchronous',
    files: {
      'src/config.ts': [
        'export function readConfig(path: string): Config {\n  return JSON.parse(readFileSync(path, "utf8"));\n}\n',
        'export async function readConfig(path: string): Promise<Config> {\n  return JSON.parse(await readFile(path, "utf8"));\n}\n',
      ],
    },
    finds: ['breaking-export src/config.ts:1'],
  },
  {
    name: 'TypeScript: parameters are renamed and a comment is added',
    files: {
      'src/clamp.ts': [
        'export const clamp = (n: number, lo: number, hi: number): number => Math.min(hi, Math.max(lo, n));\n',
        '/** Keeps a value within bounds. */\nexport const clamp = (value: number, low: number, high: number): number =>\n  Math.min(high, Math.max(low, value));\n',
      ],
    },
    finds: [],
  },
  {
    name: 'JavaScript: a CommonJS export goes',
    files: {
      'lib/index.js': [
        'const parse = require("./parse");\nconst format = require("./format");\n\nmodule.exports = { parse, format };\n',
        'const parse = require("./parse");\n\nmodule.exports = { parse };\n',
      ],
    },
    finds: ['breaking-export lib/index.js'],
  },
  {
    name: 'JavaScript: a helper that was never exported goes',
    files: {
      'lib/parse.js': [
        'function trim(text) {\n  return text.trim();\n}\n\nexports.parse = function parse(text) {\n  return JSON.parse(trim(text));\n};\n',
        'exports.parse = function parse(text) {\n  return JSON.parse(text.trim());\n};\n',
      ],
    },
    finds: [],
  },
  {
    name: 'JavaScript: a default export becomes a named one',
    files: {
      'src/Button.jsx': [
        'export default function Button({ label }) {\n  return <button>{label}</button>;\n}\n',
        'export function Button({ label }) {\n  return <button>{label}</button>;\n}\n',
      ],
    },
    finds: ['breaking-export src/Button.jsx:1'],
  },
  {
    name: 'Python: a parameter without default is added before others',
    files: {
      'mylib/store.py': [
        'def save(path, data, *, indent=2):\n    with open(path, "w") as f:\n        json.dump(data, f, indent=indent)\n',
        'def save(path, encoding, data, *, indent=2):\n    with open(path, "w", encoding=encoding) as f:\n        json.dump(data, f, indent=indent)\n',
      ],
    },
    finds: ['breaking-export mylib/store.py:1'],
  },
  {
    name: 'Python: a keyword-only argument with a default is added',
    files: {
      'mylib/store.py': [
        'def save(path, data, *, indent=2):\n    write(path, data, indent)\n',
        'def save(path, data, *, indent=2, sort_keys=False):\n    write(path, data, indent, sort_keys)\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Python: a name leaves __all__ and the module',
    files: {
      'mylib/__init__.py': [
        'from .core import Client, Server\n\n__all__ = ["Client", "Server"]\n',
        'from .core import Client\n\n__all__ = ["Client"]\n',
      ],
    },
    finds: ['breaking-export mylib/__init__.py'],
  },
  {
    name: 'Python: a private helper is renamed',
    files: {
      'mylib/core.py': [
        'def _load(path):\n    return open(path).read()\n\n\ndef load(path):\n    return _load(path)\n',
        'def _read(path):\n    return open(path).read()\n\n\ndef load(path):\n    return _read(path)\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Python: a public method goes from a class',
    files: {
      'mylib/client.py': [
        'class Client:\n    def get(self, url):\n        return self._send("GET", url)\n\n    def post(self, url, body):\n        return self._send("POST", url, body)\n',
        'class Client:\n    def get(self, url):\n        return self._send("GET", url)\n',
      ],
    },
    finds: ['breaking-export mylib/client.py'],
  },
  {
    name: 'Go: an exported function takes a context',
    files: {
      'store/store.go': [
        'package store\n\nfunc Get(key string) (string, error) {\n\treturn lookup(key)\n}\n',
        'package store\n\nfunc Get(ctx context.Context, key string) (string, error) {\n\treturn lookup(ctx, key)\n}\n',
      ],
    },
    finds: ['breaking-export store/store.go:3'],
  },
  {
    name: 'Go: a function moves to another file of its package',
    files: {
      'store/store.go': [
        'package store\n\nfunc Get(key string) string { return m[key] }\n\nfunc Put(key, value string) { m[key] = value }\n',
        'package store\n\nfunc Get(key string) string { return m[key] }\n',
      ],
      'store/put.go': [null, 'package store\n\nfunc Put(key, value string) { m[key] = value }\n'],
    },
    finds: [],
  },
  {
    name: 'Go: an interface that others implement gets a method',
    files: {
      'store/backend.go': [
        'package store\n\ntype Backend interface {\n\tGet(key string) ([]byte, error)\n}\n',
        'package store\n\ntype Backend interface {\n\tGet(key string) ([]byte, error)\n\tDelete(key string) error\n}\n',
      ],
    },
    finds: ['breaking-export store/backend.go'],
  },
  {
    name: 'Go: a struct gets a field',
    files: {
      'store/options.go': [
        'package store\n\ntype Options struct {\n\tPath string\n}\n',
        'package store\n\ntype Options struct {\n\tPath string\n\tReadOnly bool\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Go: an exported name below internal/ goes',
    files: {
      'internal/cache/cache.go': [
        'package cache\n\nfunc Reset() { entries = nil }\n\nfunc Len() int { return len(entries) }\n',
        'package cache\n\nfunc Len() int { return len(entries) }\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Java: a public method takes one more parameter',
    files: {
      'src/main/java/com/acme/Mailer.java': [
        'package com.acme;\n\npublic class Mailer {\n    public void send(String to) {\n        queue.add(to);\n    }\n}\n',
        'package com.acme;\n\npublic class Mailer {\n    public void send(String to, String subject) {\n        queue.add(to, subject);\n    }\n}\n',
      ],
    },
    finds: ['breaking-export src/main/java/com/acme/Mailer.java:4'],
  },
  {
    name: 'Java: an overload is added',
    files: {
      'src/main/java/com/acme/Mailer.java': [
        'package com.acme;\n\npublic class Mailer {\n    public void send(String to) {\n        queue.add(to);\n    }\n}\n',
        'package com.acme;\n\npublic class Mailer {\n    public void send(String to) {\n        send(to, "");\n    }\n\n    public void send(String to, String subject) {\n        queue.add(to, subject);\n    }\n}\n',
      ],
    },
    finds: [],
    may: ['missing-tests src/main/java/com/acme/Mailer.java'],
  },
  {
    name: 'Java: a public method becomes package-private',
    files: {
      'src/main/java/com/acme/Ids.java': [
        'package com.acme;\n\npublic final class Ids {\n    public static String next() {\n        return UUID.randomUUID().toString();\n    }\n}\n',
        'package com.acme;\n\npublic final class Ids {\n    static String next() {\n        return UUID.randomUUID().toString();\n    }\n}\n',
      ],
    },
    finds: ['breaking-export src/main/java/com/acme/Ids.java:4'],
  },
  {
    name: 'an export of a test helper changes',
    files: {
      'test/helpers.ts': [
        'export function makeUser(name: string) {\n  return { name };\n}\n',
        'export function makeUser(name: string, age: number) {\n  return { name, age };\n}\n',
      ],
    },
    finds: [],
  },
];
