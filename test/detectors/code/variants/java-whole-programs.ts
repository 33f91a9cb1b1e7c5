import type { WholePrograms } from './programs.ts';

/** A servlet like those of test suites for analysers: constant conditions, containers, helpers. */
const servlet = (body: string, top = '') =>
  `package testcases;\nimport java.io.*;\nimport java.sql.*;\nimport java.util.*;\nimport java.util.logging.*;\nimport javax.servlet.http.*;\n\npublic class CWE_01 extends AbstractTestCaseServlet {\n${top}\n${body}\n}\n`;
/** A controller of Spring. */
const spring = (annotations: string, body: string, fields = '') =>
  `package app;\nimport org.springframework.web.bind.annotation.*;\nimport org.springframework.http.*;\nimport java.util.*;\n\n${annotations}\npublic class UserController {\n${fields}\n${body}\n}\n`;
/** Programs in the manner of test suites and of frameworks. */
export const javaWholePrograms: readonly WholePrograms[] = [
  {
    rule: 'sql-injection',
    path: 'src/A.java',
    ng: [
      servlet(`  private boolean badPrivate = false;
  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    badPrivate = true;
    data = bad_source(request, response);
    Connection dbConnection = null; Statement sqlStatement = null;
    try {
      dbConnection = IO.getDBConnection();
      sqlStatement = dbConnection.createStatement();
      Boolean result = sqlStatement.execute("insert into users (status) values ('updated') where name='" + data + "'");
    } catch (SQLException exceptSql) { IO.logger.log(Level.WARNING, "Error", exceptSql); }
  }
  private String bad_source(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    if (badPrivate) { data = request.getParameter("name"); } else { data = null; }
    return data;
  }`),
      servlet(
        `  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    if (PRIVATE_STATIC_FINAL_FIVE == 5) {
      data = "";
      Cookie cookieSources[] = request.getCookies();
      if (cookieSources != null) { data = cookieSources[0].getValue(); }
    } else { data = null; }
    for (int j = 0; j < 1; j++) {
      Connection c = IO.getDBConnection();
      PreparedStatement sqlStatement = c.prepareStatement("insert into users (status) values ('updated') where name='" + data + "'");
      sqlStatement.execute();
    }
  }`,
        '  private static final int PRIVATE_STATIC_FINAL_FIVE = 5;',
      ),
      servlet(`  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data = "";
    StringTokenizer tokenizer = new StringTokenizer(request.getQueryString(), "&");
    while (tokenizer.hasMoreTokens()) {
      String token = tokenizer.nextToken();
      if (token.startsWith("id=")) { data = token.substring(3); break; }
    }
    Container dataContainer = new Container();
    dataContainer.containerOne = data;
    Container copy = dataContainer;
    String d2 = copy.containerOne;
    Connection c = IO.getDBConnection();
    c.createStatement().executeQuery("select * from users where name='" + d2 + "'");
  }
  static class Container { public String containerOne; }`),
      servlet(`  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data = request.getParameter("name");
    HashMap<Integer,String> dataHashMap = new HashMap<Integer,String>();
    dataHashMap.put(0, data); dataHashMap.put(1, data); dataHashMap.put(2, data);
    String d = dataHashMap.get(2);
    IO.getDBConnection().createStatement().execute("select * from users where name='" + d + "'");
  }`),
      servlet(`  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String dataCopy;
    { String data = request.getParameter("name"); StringBuilder sb = new StringBuilder(data); dataCopy = sb.toString(); }
    { String data = dataCopy; IO.getDBConnection().createStatement().execute("select * from users where name='" + data + "'"); }
  }`),
      servlet(`  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data = request.getParameter("name");
    String dataSerialObject = null;
    ByteArrayOutputStream streamByteArrayOutput = new ByteArrayOutputStream();
    byte[] bytes = data.getBytes();
    String d = new String(bytes);
    switch (6) { case 6: IO.getDBConnection().createStatement().execute("select * from users where name='" + d + "'"); break; default: IO.writeLine("x"); break; }
  }`),
      servlet(`  public void bad(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String[] dataArray = new String[5];
    dataArray[2] = request.getParameter("name");
    sink(dataArray);
  }
  private void sink(String dataArray[]) throws Throwable {
    String data = dataArray[2];
    IO.getDBConnection().createStatement().execute("select * from users where name='" + data + "'");
  }`),
    ],
    ok: [
      servlet(`  private void goodG2B1(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    if (5 != 5) { data = request.getParameter("x"); } else { data = "foo"; }
    Connection c = IO.getDBConnection();
    c.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
  }`),
      servlet(`  private boolean privateReturnsFalse() { return false; }
  private void goodG2B1(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    if (privateReturnsFalse()) { data = request.getParameter("x"); } else { data = "foo"; }
    IO.getDBConnection().createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
  }`),
      servlet(`  private boolean privateFalse = false;
  private void goodG2B1(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    if (privateFalse) { data = request.getParameter("x"); } else { data = "foo"; }
    IO.getDBConnection().createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
  }`),
      servlet(`  private void goodB2G1(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data = request.getParameter("name");
    while (true) {
      PreparedStatement s = IO.getDBConnection().prepareStatement("insert into users (status) values ('updated') where name=?");
      s.setString(1, data);
      s.execute();
      break;
    }
  }`),
      servlet(`  private void goodG2B(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data = "foo";
    Vector<String> dataVector = new Vector<String>(5);
    dataVector.add(0, data); dataVector.add(1, data); dataVector.add(2, data);
    sink(dataVector);
  }
  private void sink(Vector<String> dataVector) throws Throwable {
    String data = dataVector.remove(2);
    IO.getDBConnection().createStatement().execute("select * from users where name='" + data + "'");
  }`),
      servlet(`  private void goodG2B(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data = "foo";
    LinkedList<String> l = new LinkedList<String>();
    l.add(0, data); l.add(1, request.getParameter("x")); l.add(2, data);
    String d = l.remove(2);
    IO.getDBConnection().createStatement().execute("select * from users where name='" + d + "'");
  }`),
      servlet(`  private void goodG2B(HttpServletRequest request, HttpServletResponse response) throws Throwable {
    String data;
    switch (5) { case 6: data = request.getParameter("x"); break; default: data = "foo"; break; }
    IO.getDBConnection().createStatement().execute("select * from users where name='" + data + "'");
  }`),
      servlet(`  public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String param = request.getParameter("x"); if (param == null) param = "";
    String bar = new Test().doSomething(request, param);
    String sql = "SELECT * from USERS where USERNAME=? and PASSWORD='" + bar + "'";
    java.sql.PreparedStatement statement = DatabaseHelper.getSqlConnection().prepareStatement(sql);
  }
  private class Test {
    public String doSomething(HttpServletRequest request, String param) throws IOException {
      String bar;
      String guess = "ABC";
      char switchTarget = guess.charAt(1);
      switch (switchTarget) { case 'A': bar = param; break; case 'B': bar = "bob"; break; case 'C': case 'D': bar = param; break; default: bar = "bob's your uncle"; break; }
      return bar;
    }
  }`),
      servlet(`  public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String param = request.getParameter("x");
    String bar;
    int num = 106;
    bar = (7 * 18) + num > 200 ? "This_should_always_happen" : param;
    DatabaseHelper.getSqlStatement().executeQuery("SELECT * from USERS where USERNAME='" + bar + "'");
  }`),
    ],
  },
  {
    rule: 'sql-injection',
    path: 'src/UserController.java',
    ng: [
      spring(
        '@RestController',
        `  @GetMapping("/users")\n  public List<User> find(@RequestParam String name) {\n    return jdbcTemplate.query("SELECT * FROM users WHERE name = '" + name + "'", mapper);\n  }`,
        '  private final JdbcTemplate jdbcTemplate;',
      ),
      spring(
        '@RestController',
        `  @PostMapping("/users")\n  public User find(@RequestBody UserQuery query) {\n    return em.createQuery("from User where name = '" + query.getName() + "'", User.class).getSingleResult();\n  }`,
        '  @PersistenceContext EntityManager em;',
      ),
      spring(
        '@RestController',
        `  @GetMapping("/users/{id}")\n  public User find(@PathVariable("id") String id) {\n    return load(id);\n  }\n  private User load(String id) {\n    String sql = "SELECT * FROM users WHERE id = " + id;\n    return jdbc.queryForObject(sql, mapper);\n  }`,
        '  @Autowired private NamedParameterJdbcTemplate jdbc;',
      ),
    ],
    ok: [
      spring(
        '@RestController',
        `  @GetMapping("/users")\n  public List<User> find(@RequestParam String name) {\n    return jdbcTemplate.query("SELECT * FROM users WHERE name = ?", mapper, name);\n  }`,
        '  private final JdbcTemplate jdbcTemplate;',
      ),
      spring(
        '@RestController',
        `  @GetMapping("/users/{id}")\n  public User find(@PathVariable Long id) {\n    return jdbc.queryForObject("SELECT * FROM users WHERE id = " + id, mapper);\n  }`,
        '  private final JdbcTemplate jdbc;',
      ),
      spring(
        '@RestController',
        `  @GetMapping("/users")\n  public List<User> find(@RequestParam Sort sort) {\n    return jdbc.query("SELECT * FROM users ORDER BY " + sort.name(), mapper);\n  }\n  enum Sort { NAME, AGE }`,
        '  private final JdbcTemplate jdbc;',
      ),
    ],
  },
  {
    rule: 'xss',
    path: 'src/UserController.java',
    ng: [
      spring(
        '@RestController',
        `  @GetMapping("/hello")\n  public String hello(@RequestParam String name) {\n    return "<h1>Hello " + name + "</h1>";\n  }`,
      ),
      spring(
        '@Controller',
        `  @GetMapping(value = "/hello", produces = "text/html")\n  @ResponseBody\n  public String hello(@RequestParam String name) {\n    return "<h1>" + name + "</h1>";\n  }`,
      ),
    ],
    ok: [
      spring(
        '@RestController',
        `  @GetMapping("/hello")\n  public String hello(@RequestParam String name) {\n    return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";\n  }`,
      ),
      spring(
        '@RestController',
        `  @GetMapping(value = "/hello", produces = MediaType.TEXT_PLAIN_VALUE)\n  public String hello(@RequestParam String name) {\n    return "Hello " + name;\n  }`,
      ),
      spring(
        '@Controller',
        `  @GetMapping("/hello")\n  public String hello(@RequestParam String name, Model model) {\n    model.addAttribute("name", name);\n    return "hello";\n  }`,
      ),
      spring(
        '@RestController',
        `  @GetMapping("/user")\n  public User hello(@RequestParam String name) {\n    return new User(name);\n  }`,
      ),
    ],
  },
  {
    rule: 'open-redirect',
    path: 'src/UserController.java',
    ng: [
      spring(
        '@Controller',
        `  @GetMapping("/go")\n  public String go(@RequestParam String url) {\n    return "redirect:" + url;\n  }`,
      ),
      spring(
        '@Controller',
        `  @GetMapping("/go")\n  public RedirectView go(@RequestParam String url) {\n    return new RedirectView(url);\n  }`,
      ),
      spring(
        '@RestController',
        `  @GetMapping("/go")\n  public ResponseEntity<Void> go(@RequestParam String url) {\n    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(url)).build();\n  }`,
      ),
    ],
    ok: [
      spring(
        '@Controller',
        `  @GetMapping("/go")\n  public String go(@RequestParam String id) {\n    return "redirect:/users/" + id;\n  }`,
      ),
      spring(
        '@Controller',
        `  @GetMapping("/go")\n  public RedirectView go(@RequestParam String url) {\n    return new RedirectView("/home");\n  }`,
      ),
    ],
  },
  {
    rule: 'ssrf',
    path: 'src/UserController.java',
    ng: [
      spring(
        '@RestController',
        `  @GetMapping("/fetch")\n  public String fetch(@RequestParam String url) {\n    RestTemplate rest = new RestTemplate();\n    return rest.getForObject(url, String.class);\n  }`,
      ),
      spring(
        '@RestController',
        `  @GetMapping("/fetch")\n  public Mono<String> fetch(@RequestParam String url) {\n    return webClient.get().uri(url).retrieve().bodyToMono(String.class);\n  }`,
        '  private final WebClient webClient;',
      ),
    ],
    ok: [
      spring(
        '@RestController',
        `  @GetMapping("/fetch")\n  public String fetch(@RequestParam String id) {\n    return new RestTemplate().getForObject("https://api.example.com/" + id, String.class);\n  }`,
      ),
    ],
  },
  {
    rule: 'path-traversal',
    path: 'src/UserController.java',
    ng: [
      spring(
        '@RestController',
        `  @PostMapping("/upload")\n  public void upload(@RequestParam("file") MultipartFile file) throws IOException {\n    file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename()));\n  }`,
      ),
      spring(
        '@RestController',
        `  @GetMapping("/file")\n  public Resource get(@RequestParam String name) {\n    return new FileSystemResource("/srv/files/" + name);\n  }`,
      ),
    ],
    ok: [
      spring(
        '@RestController',
        `  @PostMapping("/upload")\n  public void upload(@RequestParam("file") MultipartFile file) throws IOException {\n    file.transferTo(new File("/srv/uploads/" + UUID.randomUUID()));\n  }`,
      ),
      spring(
        '@RestController',
        `  @GetMapping("/file")\n  public Resource get(@RequestParam String name) {\n    return new FileSystemResource("/srv/files/" + FilenameUtils.getName(name));\n  }`,
      ),
    ],
  },
  {
    rule: 'mass-assignment',
    path: 'src/UserController.java',
    ng: [
      spring(
        '@RestController',
        `  @PostMapping("/users")\n  public User create(@RequestBody User user) {\n    return userRepository.save(user);\n  }`,
        '  private final UserRepository userRepository;',
      ),
      spring(
        '@Controller',
        `  @PostMapping("/users")\n  public String create(@ModelAttribute User user) {\n    repository.save(user);\n    return "ok";\n  }`,
        '  private final UserRepository repository;',
      ),
      spring(
        '@RestController',
        `  @PutMapping("/users/{id}")\n  public void update(@PathVariable Long id, @RequestBody Map<String, Object> body) throws Exception {\n    User user = repo.find(id);\n    BeanUtils.populate(user, body);\n    repo.save(user);\n  }`,
        '  private UserRepo repo;',
      ),
      spring(
        '@RestController',
        `  @PostMapping("/users")\n  public void create(@Valid @RequestBody Account account) {\n    entityManager.persist(account);\n  }`,
        '  private EntityManager entityManager;',
      ),
    ],
    ok: [
      spring(
        '@RestController',
        `  @PostMapping("/users")\n  public User create(@RequestBody CreateUserRequest request) {\n    User user = new User();\n    user.setName(request.getName());\n    return userRepository.save(user);\n  }`,
        '  private final UserRepository userRepository;',
      ),
      spring(
        '@RestController',
        `  @PostMapping("/users")\n  public User create(@RequestBody UserDto dto) {\n    return userRepository.save(new User(dto.getName(), dto.getEmail()));\n  }`,
        '  private final UserRepository userRepository;',
      ),
      spring(
        '@RestController',
        `  @PostMapping("/users")\n  public User create(@RequestParam String name) {\n    User u = new User();\n    u.setName(name);\n    return userRepository.save(u);\n  }`,
        '  private final UserRepository userRepository;',
      ),
    ],
  },
  {
    rule: 'missing-authentication',
    path: 'src/AdminController.java',
    ng: ['Get', 'Post', 'Put', 'Delete'].flatMap(verb =>
      ['/admin/users', '/api/admin/settings', '/internal/reset'].map(path =>
        spring(
          '@RestController',
          `  @${verb}Mapping("${path}")\n  public String work() {\n    return run();\n  }`,
        ),
      ),
    ),
    ok: ['Get', 'Post', 'Put', 'Delete'].flatMap(verb => [
      ...['/users', '/public/news'].map(path =>
        spring(
          '@RestController',
          `  @${verb}Mapping("${path}")\n  public String work() {\n    return run();\n  }`,
        ),
      ),
      spring(
        '@RestController',
        `  @PreAuthorize("hasRole('ADMIN')")\n  @${verb}Mapping("/admin/users")\n  public String work() {\n    return run();\n  }`,
      ),
    ]),
  },
  {
    rule: 'missing-authentication',
    path: 'src/AdminController.java',
    ng: [
      spring(
        '@RestController',
        `  @DeleteMapping("/admin/users/{id}")\n  public void remove(@PathVariable Long id) {\n    repo.deleteById(id);\n  }`,
        '  private Repo repo;',
      ),
      spring(
        '@RestController\n@RequestMapping("/admin")',
        `  @PostMapping("/reset")\n  public void reset() {\n    service.reset();\n  }`,
        '  private Service service;',
      ),
    ],
    ok: [
      spring(
        '@RestController',
        `  @PreAuthorize("hasRole('ADMIN')")\n  @DeleteMapping("/admin/users/{id}")\n  public void remove(@PathVariable Long id) {\n    repo.deleteById(id);\n  }`,
        '  private Repo repo;',
      ),
      spring(
        '@RestController',
        `  @GetMapping("/public/news")\n  public List<News> news() {\n    return repo.findAll();\n  }`,
        '  private Repo repo;',
      ),
    ],
  },
  {
    rule: 'debug-mode',
    path: 'src/A.java',
    ng: [
      servlet(
        '  public void doGet(HttpServletRequest q, HttpServletResponse r) throws IOException {\n    try { run(); } catch (Exception e) { e.printStackTrace(r.getWriter()); }\n  }',
      ),
      'package a;\n@EnableWebSecurity(debug = true)\npublic class C {}\n',
    ],
    ok: [
      servlet(
        '  public void doGet(HttpServletRequest q, HttpServletResponse r) throws IOException {\n    try { run(); } catch (Exception e) { log.error("failed", e); r.sendError(500); }\n  }',
      ),
      'package a;\n@EnableWebSecurity\npublic class C {}\n',
    ],
  },
];
