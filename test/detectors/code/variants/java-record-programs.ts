import type { WholePrograms } from './programs.ts';

const controller = (members: string): string =>
  `package app;\n\nimport java.util.*;\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\npublic class Records {\n${members.replace(/^/gm, '  ')}\n}\n`;

const records = ['User', 'Account', 'Order'];

/** Records bound from the whole request and stored, and records made of named parts of it. */
export const javaRecordPrograms: readonly WholePrograms[] = [
  {
    rule: 'mass-assignment',
    path: 'src/main/java/app/Records.java',
    ng: [
      ...records.flatMap(record => [
        `private final ${record}Repository repository;\n@PostMapping("/x")\n${record} create(@RequestBody ${record} body) {\n  return repository.save(body);\n}`,
        `@PersistenceContext EntityManager em;\n@PutMapping("/x")\nvoid replace(@ModelAttribute ${record} bound) {\n  em.merge(bound);\n}`,
        `private final ${record}Service service;\n@PostMapping("/x")\nvoid create(@Valid @RequestBody ${record} body) {\n  ${record} entity = body;\n  service.update(entity);\n}`,
      ]),
      '@PostMapping("/x")\nvoid create(@RequestBody List<User> all) {\n  userRepository.saveAll(all);\n}',
      '@PatchMapping("/x")\nvoid change(@RequestBody Map<String, Object> fields) throws Exception {\n  User user = find();\n  BeanUtils.populate(user, fields);\n  userRepository.save(user);\n}',
      '@PatchMapping("/x")\nvoid change(@RequestBody String json) throws Exception {\n  User user = find();\n  mapper.readerForUpdating(user).readValue(json);\n  userRepository.save(user);\n}',
      '@PatchMapping("/x")\nvoid change(@RequestBody User body) {\n  User user = find();\n  BeanUtils.copyProperties(body, user);\n  userRepository.save(user);\n}',
      '@PatchMapping("/x")\nvoid change(@RequestBody Map<String, Object> fields) throws Exception {\n  User user = mapper.updateValue(find(), fields);\n  userRepository.save(user);\n}',
      '@PostMapping("/x")\nvoid create(HttpServletRequest request) throws Exception {\n  User user = new User();\n  BeanUtils.populate(user, request.getParameterMap());\n  em.persist(user);\n}',
      '@PostMapping("/x")\nvoid create(@RequestBody String json) throws Exception {\n  User user = mapper.readValue(json, User.class);\n  userRepository.save(user);\n}',
    ].map(controller),
    ok: [
      ...records.flatMap(record => [
        `private final ${record}Repository repository;\n@PostMapping("/x")\n${record} create(@RequestBody ${record}Request body) {\n  ${record} record = new ${record}();\n  record.setName(body.getName());\n  return repository.save(record);\n}`,
        `@PersistenceContext EntityManager em;\n@PutMapping("/x")\nvoid replace(@RequestParam String name) {\n  em.merge(new ${record}(name));\n}`,
        `private final ${record}Service service;\n@PostMapping("/x")\nvoid create(@RequestBody Create${record}Dto dto) {\n  service.update(dto);\n}`,
      ]),
      '@PostMapping("/x")\nvoid create(@RequestBody User body) {\n  User fresh = new User(body.getName(), body.getEmail());\n  userRepository.save(fresh);\n}',
      '@PatchMapping("/x")\nvoid change(@RequestBody Map<String, Object> fields) {\n  User user = find();\n  user.setName((String) fields.get("name"));\n  userRepository.save(user);\n}',
      '@PatchMapping("/x")\nvoid change(@RequestBody User body) {\n  User user = find();\n  BeanUtils.copyProperties(body, user, "id", "role");\n  userRepository.save(user);\n}',
      '@InitBinder\nvoid binder(WebDataBinder binder) {\n  binder.setAllowedFields("name", "email");\n}\n@PostMapping("/x")\nvoid create(@ModelAttribute User bound) {\n  userRepository.save(bound);\n}',
      '@PostMapping("/x")\nvoid create(@RequestBody String json) throws Exception {\n  NewUser input = mapper.readValue(json, NewUser.class);\n  userRepository.save(new User(input.name()));\n}',
      '@PostMapping("/x")\nvoid log(@RequestBody User body) {\n  logger.info(body.getName());\n}',
      '@PostMapping("/x")\nvoid touch(@PathVariable long id) {\n  User user = userRepository.findById(id);\n  user.setSeen(now());\n  userRepository.save(user);\n}',
    ].map(controller),
  },
];
