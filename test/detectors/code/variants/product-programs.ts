import type { Programs } from './programs.ts';

const secrets = ['token', 'sessionId', 'otp', 'resetToken', 'apiKey', 'nonce', 'password', 'csrfToken'];
const ordinary = ['delay', 'color', 'index', 'jitter', 'position', 'sample', 'opacity', 'retryAfter'];

/** Generators that can be foretold, and those that cannot, for secrets and for what is none. */
const randomness: readonly Programs[] = [
  {
    rule: 'insecure-randomness',
    language: 'javascript',
    top: "import crypto from 'node:crypto';",
    ng: secrets.flatMap(name => [
      `const ${name} = Math.random().toString(36).slice(2);\nsave(${name});`,
      `let ${name} = '';\nfor (let i = 0; i < 16; i++) {\n  ${name} += letters[Math.floor(Math.random() * letters.length)];\n}\nsave(${name});`,
    ]),
    ok: [
      ...secrets.map(name => `const ${name} = crypto.randomBytes(16).toString('hex');\nsave(${name});`),
      ...ordinary.map(name => `const ${name} = Math.random() * 100;\nuse(${name});`),
    ],
  },
  {
    rule: 'insecure-randomness',
    language: 'python',
    top: 'import random\nimport secrets',
    ng: secrets.flatMap(name => [
      `${name} = random.randint(100000, 999999)\nsave(${name})`,
      `${name} = ''\nfor _ in range(16):\n    ${name} += random.choice(letters)\nsave(${name})`,
    ]),
    ok: [
      ...secrets.map(name => `${name} = secrets.token_hex(16)\nsave(${name})`),
      ...ordinary.map(name => `${name} = random.random() * 100\nuse(${name})`),
    ],
  },
  {
    rule: 'insecure-randomness',
    language: 'go',
    imports: ['math/rand'],
    ng: secrets.flatMap(name => [
      `${name} := strconv.Itoa(rand.Intn(1000000))\nsave(${name})`,
      `var ${name} string\nfor i := 0; i < 16; i++ {\n\t${name} += string(letters[rand.Intn(len(letters))])\n}\nsave(${name})`,
    ]),
    ok: ordinary.flatMap(name => [
      `${name} := rand.Intn(100)\nuse(${name})`,
      `${name} := rand.Float64()\nuse(${name})`,
    ]),
  },
  {
    rule: 'insecure-randomness',
    language: 'java',
    imports: ['java.security.SecureRandom'],
    ng: secrets.flatMap(name => [
      `String ${name} = String.valueOf(new Random().nextInt(1000000));\nsave(${name});`,
      `StringBuilder builder = new StringBuilder();\nRandom random = new Random();\nfor (int i = 0; i < 16; i++) {\n  builder.append(LETTERS.charAt(random.nextInt(LETTERS.length())));\n}\nString ${name} = builder.toString();\nsave(${name});`,
    ]),
    ok: [
      ...secrets.map(
        name => `String ${name} = String.valueOf(new SecureRandom().nextInt());\nsave(${name});`,
      ),
      ...ordinary.map(name => `double ${name} = Math.random() * 100;\nuse(${name});`),
    ],
  },
];

const methods = ['get', 'post', 'put', 'delete'];
const paths = ['/admin/users', '/api/admin/settings', '/internal/reset'];
const open = ['/users', '/public/news', '/health'];

/** Administrative routes with and without anything that authenticates. */
const routes: readonly Programs[] = [
  {
    rule: 'missing-authentication',
    language: 'javascript',
    ng: methods.flatMap(method =>
      paths.map(path => `router.${method}('${path}', (q, s) => s.json(work(q)));`),
    ),
    ok: methods.flatMap(method => [
      ...open.map(path => `router.${method}('${path}', (q, s) => s.json(work(q)));`),
      `router.${method}('${paths[0]}', requireAdmin, (q, s) => s.json(work(q)));`,
    ]),
  },
  {
    rule: 'missing-authentication',
    language: 'go',
    ng: methods.flatMap(method => paths.map(path => `router.${method.toUpperCase()}("${path}", work)`)),
    ok: methods.flatMap(method => [
      ...open.map(path => `router.${method.toUpperCase()}("${path}", work)`),
      `router.${method.toUpperCase()}("${paths[0]}", requireAdmin(work))`,
    ]),
  },
];

const models = ['User', 'Account', 'Order'];

/** Records made from the whole body, and from named fields of it. */
const records: readonly Programs[] = [
  {
    rule: 'mass-assignment',
    language: 'javascript',
    ng: models.flatMap(model => [
      `${model}.create(req.body);`,
      `const data = req.body;\n${model}.create(data);`,
      `${model}.findByIdAndUpdate(req.params.id, req.body);`,
      `const record = new ${model}(req.body);\nrecord.save();`,
    ]),
    ok: models.flatMap(model => [
      `${model}.create({ name: req.body.name });`,
      `const { name, email } = req.body;\n${model}.create({ name, email });`,
      `${model}.findByIdAndUpdate(req.params.id, { name: req.body.name });`,
      `const record = new ${model}();\nrecord.name = req.body.name;\nrecord.save();`,
    ]),
  },
  {
    rule: 'mass-assignment',
    language: 'python',
    top: 'from flask import request',
    ng: models.flatMap(model => [
      `${model}.objects.create(**request.get_json())`,
      `data = request.json\n${model}.objects.create(**data)`,
      `for key, value in request.json.items():\n    setattr(record, key, value)`,
      `record = ${model}(**request.get_json())\nsession.add(record)`,
    ]),
    ok: models.flatMap(model => [
      `${model}.objects.create(name=request.json['name'])`,
      `data = request.json\n${model}.objects.create(name=data['name'], email=data['email'])`,
      `for key in ('name', 'email'):\n    setattr(record, key, request.json[key])`,
      `record = ${model}(name=request.get_json()['name'])\nsession.add(record)`,
    ]),
  },
  {
    rule: 'mass-assignment',
    language: 'go',
    top: 'var db *gorm.DB',
    imports: ['gorm.io/gorm', 'encoding/json'],
    ng: models.flatMap(model => [
      `var record ${model}\njson.NewDecoder(r.Body).Decode(&record)\ndb.Create(&record)`,
      `var record ${model}\nbody, _ := io.ReadAll(r.Body)\njson.Unmarshal(body, &record)\ndb.Save(&record)`,
      `record := new(${model})\nif err := json.NewDecoder(r.Body).Decode(record); err != nil {\n\treturn\n}\ndb.Create(record)`,
      `fields := map[string]any{}\njson.NewDecoder(r.Body).Decode(&fields)\ndb.Model(&${model}{}).Updates(fields)`,
    ]),
    ok: models.flatMap(model => [
      `var in input\njson.NewDecoder(r.Body).Decode(&in)\nrecord := ${model}{Name: in.Name}\ndb.Create(&record)`,
      `record := ${model}{Name: r.FormValue("name")}\ndb.Create(&record)`,
      `var record ${model}\nrecord.Name = r.FormValue("name")\ndb.Save(&record)`,
      `db.Model(&${model}{}).Updates(map[string]any{"name": r.FormValue("name")})`,
    ]),
  },
];

/** Uses of libraries that differ in names and places only. */
export const productPrograms: readonly Programs[] = [...randomness, ...routes, ...records];
