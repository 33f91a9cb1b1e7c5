import type { WholePrograms } from './programs.ts';

const goF = (i: string, b: string): string =>
  `package main\n\nimport (\n${i
    .split(' ')
    .map(x => `\t"${x}"`)
    .join('\n')}\n)\n\n${b}\n`;
const cases: readonly (readonly [rule: string, path: string, vulnerable: boolean, text: string])[] = [
  [
    'debug-mode',
    'src/x.ts',
    true,
    "import express from 'express';\nconst app = express();\nfunction onError(err, req, res, next) {\n  res.status(err.status || 500);\n  res.render('error', { message: err.message, error: err });\n}\napp.use((e, req, res, next) => res.status(500).json({ trace: e.stack.split('\\n') }));\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    true,
    'export const handler = (req, res) => run(req).then(x => res.json(x)).catch(e => { res.statusCode = 500; res.end(e.stack); });\n',
  ],
  [
    'debug-mode',
    'src/x.ts',
    true,
    "router.post('/a', async (req, res) => {\n  try { await go(); } catch (problem) {\n    const text = String(problem.stack);\n    res.status(500).type('text').send(text);\n  }\n});\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    true,
    "import { Catch } from '@nestjs/common';\n@Catch()\nexport class All {\n  catch(exception: Error, host) {\n    const response = host.switchToHttp().getResponse();\n    response.status(500).json({ stack: exception.stack });\n  }\n}\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    true,
    "import inspector from 'inspector';\ninspector.open(9230, '::', false);\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    false,
    "router.post('/a', async (req, res) => {\n  try { await go(); } catch (problem) {\n    logger.error(problem.stack);\n    res.status(500).send(problem.message);\n  }\n});\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    false,
    "const config = require('./config');\napp.use((err, req, res, next) => {\n  const out = { message: err.message };\n  if (config.env === 'development') out.stack = err.stack;\n  res.status(500).json(out);\n});\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    false,
    "export const handler = (req, res) => run(req).catch(e => { send({ stack: e.stack }); res.end('failed'); });\n",
  ],
  [
    'debug-mode',
    'src/x.ts',
    false,
    "app.get('/stack', (req, res) => res.json(stackOf(req.params.id).stack));\n",
  ],
  [
    'debug-mode',
    'app/x.go',
    true,
    goF(
      'net/http net/http/pprof',
      'func routes(r *http.ServeMux) {\n\tr.Handle("/debug/pprof/heap", pprof.Handler("heap"))\n}',
    ),
  ],
  [
    'debug-mode',
    'app/x.go',
    true,
    goF(
      'net/http runtime/debug',
      'func h(w http.ResponseWriter, r *http.Request) {\n\ts := string(debug.Stack())\n\tw.WriteHeader(500)\n\tw.Write([]byte("error: " + s))\n}',
    ),
  ],
  [
    'debug-mode',
    'app/x.go',
    true,
    goF('github.com/gin-gonic/gin', 'func main() {\n\tgin.SetMode("debug")\n\tgin.Default().Run()\n}'),
  ],
  [
    'debug-mode',
    'app/x.go',
    true,
    goF(
      'github.com/labstack/echo/v4',
      'func main() {\n\te := echo.New()\n\te.Debug = true\n\te.Start(":80")\n}',
    ),
  ],
  [
    'debug-mode',
    'app/x.go',
    false,
    goF(
      'github.com/labstack/echo/v4 os',
      'func main() {\n\te := echo.New()\n\te.Debug = os.Getenv("DEBUG") == "1"\n\te.Start(":80")\n}',
    ),
  ],
  [
    'debug-mode',
    'app/x.go',
    false,
    goF(
      'net/http runtime/debug log/slog',
      'func h(w http.ResponseWriter, r *http.Request) {\n\tslog.Error("panic", "stack", string(debug.Stack()))\n\tw.WriteHeader(500)\n}',
    ),
  ],
  [
    'debug-mode',
    'src/main/java/X.java',
    true,
    'import org.springframework.web.bind.annotation.*;\n@ControllerAdvice\nclass X {\n  @ExceptionHandler(RuntimeException.class)\n  @ResponseBody\n  String failed(RuntimeException ex) {\n    StringBuilder all = new StringBuilder();\n    for (StackTraceElement at : ex.getStackTrace()) all.append(at);\n    return all.toString();\n  }\n}\n',
  ],
  [
    'debug-mode',
    'src/main/java/X.java',
    true,
    'class X {\n  static void main(String[] a) {\n    Properties p = new Properties();\n    p.put("server.error.include-stacktrace", "on_param");\n    new SpringApplication(X.class).setDefaultProperties(p);\n  }\n}\n',
  ],
  [
    'debug-mode',
    'src/main/java/X.java',
    true,
    'import javax.servlet.http.*;\nclass X extends HttpServlet {\n  protected void doPost(HttpServletRequest q, HttpServletResponse s) throws IOException {\n    try { run(); } catch (IOException | SQLException e) { s.getWriter().write(Throwables.getStackTraceAsString(e)); }\n  }\n}\n',
  ],
  [
    'debug-mode',
    'src/main/java/X.java',
    false,
    'import javax.servlet.http.*;\nclass X extends HttpServlet {\n  protected void doPost(HttpServletRequest q, HttpServletResponse s) throws IOException {\n    try { run(); } catch (IOException | SQLException e) { LOG.error(Throwables.getStackTraceAsString(e)); s.sendError(500, e.getMessage()); }\n  }\n}\n',
  ],
  [
    'debug-mode',
    'src/main/java/X.java',
    false,
    'class X {\n  static void main(String[] a) {\n    Properties p = new Properties();\n    p.put("server.error.include-message", "always");\n    p.put("server.error.include-stacktrace", "never");\n  }\n}\n',
  ],
  [
    'missing-authentication',
    'app/x.py',
    true,
    "from flask import Blueprint\nops = Blueprint('ops', __name__)\n\n@ops.route('/backoffice/refunds', methods=['POST'])\ndef refunds():\n    return go()\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    true,
    "from fastapi import APIRouter\nadmin_router = APIRouter(prefix='/api/v1/admin', tags=['x'])\n\n@admin_router.post('/ban')\nasync def ban(name: str):\n    return await do(name)\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    true,
    "from django.urls import path\n\nclass Purge(View):\n    def post(self, request):\n        return purge()\n\nurlpatterns = [\n    path('api/internal/purge', Purge.as_view(), name='purge'),\n]\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    true,
    "from quart import Quart\napp = Quart(__name__)\n\n@app.patch('/management/limits')\nasync def limits():\n    return await change()\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    true,
    "from sanic import Sanic\nserver = Sanic('x')\n\n@server.delete('/admin/cache')\nasync def cache(request):\n    return clear()\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    false,
    "from fastapi import APIRouter, Depends\nadmin_router = APIRouter(prefix='/admin', dependencies=[Depends(only_staff)])\n\n@admin_router.post('/ban')\nasync def ban(name: str):\n    return await do(name)\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    false,
    "from django.urls import path, include\n\nurlpatterns = [path('admin/reports/', include('reports.urls'))]\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    false,
    "import httpx\n\ndef call(client):\n    return client.post('/internal/reset')\n",
  ],
  [
    'missing-authentication',
    'app/x.py',
    false,
    "from flask import Blueprint, abort, g\nops = Blueprint('ops', __name__, url_prefix='/manage')\n\n@ops.before_request\ndef gate():\n    if not g.user.is_admin:\n        abort(403)\n\n@ops.route('/x')\ndef x():\n    return go()\n",
  ],
  [
    'mass-assignment',
    'src/main/java/X.java',
    true,
    '@RestController\nclass X {\n  @PostMapping("/a")\n  Mono<Invoice> make(@RequestBody Invoice invoice) {\n    return invoiceRepository.insert(invoice);\n  }\n}\n',
  ],
  [
    'mass-assignment',
    'src/main/java/X.java',
    true,
    '@Path("/a")\nclass X {\n  @POST\n  public void make(Customer customer) {\n    entityManager.persist(customer);\n  }\n}\n',
  ],
  [
    'mass-assignment',
    'src/main/java/X.java',
    true,
    '@Controller\nclass X {\n  @PostMapping("/a")\n  String make(Customer customer) {\n    customerDao.saveOrUpdate(customer);\n    return "ok";\n  }\n}\n',
  ],
  [
    'mass-assignment',
    'src/main/java/X.java',
    true,
    '@RestController\nclass X {\n  @PutMapping("/a")\n  void make(@RequestBody String body) {\n    Customer customer = gson.fromJson(body, Customer.class);\n    session.merge(customer);\n  }\n}\n',
  ],
  [
    'mass-assignment',
    'src/main/java/X.java',
    false,
    '@RestController\nclass X {\n  @PutMapping("/a")\n  void make(@RequestBody CustomerForm form) {\n    Customer customer = mapper.toEntity(form.name(), form.mail());\n    repository.save(customer);\n  }\n}\n',
  ],
  [
    'mass-assignment',
    'src/main/java/X.java',
    false,
    '@RestController\nclass X {\n  @PutMapping("/a")\n  void make(@RequestBody Customer body) {\n    Customer customer = repository.findById(1L).get();\n    customer.setName(body.getName());\n    repository.save(customer);\n  }\n}\n',
  ],
  [
    'redos',
    'app/x.go',
    true,
    goF(
      'net/http github.com/dlclark/regexp2',
      'var words = regexp2.MustCompile(`^(?:\\w+-?)*$`, 0)\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tok, _ := words.MatchString(r.PathValue("slug"))\n\tuse(ok)\n}',
    ),
  ],
  [
    'redos',
    'app/x.go',
    true,
    goF(
      'github.com/gin-gonic/gin github.com/dlclark/regexp2',
      'func h(c *gin.Context) {\n\tre := regexp2.MustCompile(`(.*)*x`, 0)\n\tm, err := re.FindStringMatch(c.Query("q"))\n\tuse(m, err)\n}',
    ),
  ],
  [
    'redos',
    'app/x.go',
    false,
    goF(
      'net/http regexp',
      'var words = regexp.MustCompile(`^(?:\\w+-?)*$`)\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tuse(words.MatchString(r.PathValue("slug")))\n}',
    ),
  ],
  [
    'redos',
    'src/y.ts',
    true,
    "app.get('/x', (req, res) => {\n  res.json(/^(\\d\\d*)+;$/.test(req.query.a));\n});\n",
  ],
  [
    'redos',
    'src/y.ts',
    false,
    "app.get('/x', (req, res) => {\n  res.json(/^(\\d\\d\\d)+;$/.test(req.query.a));\n});\n",
  ],
  [
    'redos',
    'src/y.ts',
    false,
    "app.get('/x', (req, res) => {\n  res.json(/^(a+b+)+;$/.test(req.query.a));\n});\n",
  ],
];

/** Written after the rules knew the other programs of their classes: what they find of programs they have not seen. */
export const laterPrograms: readonly WholePrograms[] = cases.map(([rule, path, vulnerable, text]) => ({
  rule,
  path,
  ng: vulnerable ? [text] : [],
  ok: vulnerable ? [] : [text],
}));
