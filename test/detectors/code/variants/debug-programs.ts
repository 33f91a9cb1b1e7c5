import type { Programs, WholePrograms } from './programs.ts';

const javascriptFile = (body: string): string =>
  `import express from 'express';\n\nconst app = express();\n${body}\n`;

const javascript: WholePrograms = {
  rule: 'debug-mode',
  path: 'src/server.ts',
  ng: [
    "import errorhandler from 'errorhandler';\napp.use(errorhandler());\n",
    "const errorHandler = require('errorhandler');\nconst handler = errorHandler({ log: false });\napp.use(handler);\n",
    ...[
      'app.use((err, req, res, next) => {\n  res.status(500).send(err.stack);\n});',
      'app.use((error, request, response, next) => {\n  response.status(500).json({ message: error.message, stack: error.stack });\n});',
      'app.use(function (err, req, res, next) {\n  const body = { stack: err.stack };\n  res.json(body);\n});',
      "app.get('/x', async (req, res) => {\n  try {\n    res.json(await load());\n  } catch (e) {\n    res.status(500).end(`failed: ${e.stack}`);\n  }\n});",
      "app.get('/x', (req, res) => {\n  load().catch(error => res.status(500).send(error.stack));\n});",
      "app.get('/x', (req, res) => {\n  try {\n    load();\n  } catch (err) {\n    const { stack } = err;\n    res.send(stack);\n  }\n});",
    ].map(javascriptFile),
    "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  reply.status(500).send({ error: error.stack });\n});\n",
    "import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx, next) => {\n  try {\n    await next();\n  } catch (err) {\n    ctx.status = 500;\n    ctx.body = err.stack;\n  }\n});\n",
    'export default async function handler(req, res) {\n  try {\n    res.json(await load());\n  } catch (error) {\n    res.status(500).json({ error: error.message, stack: error.stack });\n  }\n}\n',
    'export async function GET(request) {\n  try {\n    return Response.json(await load());\n  } catch (error) {\n    return Response.json({ stack: error.stack }, { status: 500 });\n  }\n}\n',
    "import inspector from 'node:inspector';\ninspector.open(9229, '0.0.0.0');\n",
  ],
  ok: [
    "import errorhandler from 'errorhandler';\nif (process.env.NODE_ENV === 'development') app.use(errorhandler());\n",
    ...[
      "app.use((err, req, res, next) => {\n  console.error(err.stack);\n  res.status(500).send('Something broke');\n});",
      'app.use((error, request, response, next) => {\n  logger.error({ stack: error.stack });\n  response.status(500).json({ message: error.message });\n});',
      "app.use((err, req, res, next) => {\n  res.status(500).json({ stack: process.env.NODE_ENV === 'production' ? undefined : err.stack });\n});",
      "app.use((err, req, res, next) => {\n  const body = { message: 'failed' };\n  if (process.env.NODE_ENV !== 'production') body.stack = err.stack;\n  res.json(body);\n});",
      "app.use((err, req, res, next) => {\n  if (req.app.get('env') === 'development') {\n    res.send(err.stack);\n    return;\n  }\n  res.send('failed');\n});",
      "app.get('/x', (req, res) => {\n  const stack = cards.stack;\n  res.json({ stack });\n});",
      "app.get('/x', (req, res) => {\n  load().catch(error => res.status(500).send(error.code));\n});",
      "app.get('/x', (req, res) => {\n  try {\n    load();\n  } catch (err) {\n    report(err.stack);\n    res.status(500).end();\n  }\n});",
    ].map(javascriptFile),
    "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  request.log.error(error.stack);\n  reply.status(500).send({ error: 'failed' });\n});\n",
    "import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx, next) => {\n  try {\n    await next();\n  } catch (err) {\n    ctx.app.emit('error', err, ctx);\n    ctx.body = 'failed';\n  }\n});\n",
    'export async function GET(request) {\n  try {\n    return Response.json(await load());\n  } catch (error) {\n    console.error(error.stack);\n    return Response.json({ error: 1 }, { status: 500 });\n  }\n}\n',
    "import inspector from 'node:inspector';\ninspector.open(9229, '127.0.0.1');\n",
  ],
};

const goMain = (imports: readonly string[], body: string): string =>
  `package main\n\nimport (\n${imports.map(path => `\t${path.includes(' ') ? path : `"${path}"`}`).join('\n')}\n)\n\nfunc main() {\n${body.replace(/^/gm, '\t')}\n}\n`;

const go: WholePrograms = {
  rule: 'debug-mode',
  path: 'cmd/main.go',
  ng: [
    goMain(
      ['net/http', '_ "net/http/pprof"'],
      'http.HandleFunc("/", home)\nhttp.ListenAndServe(":8080", nil)',
    ),
    goMain(
      ['log', 'net/http', '_ "net/http/pprof"'],
      'log.Fatal(http.ListenAndServe("0.0.0.0:6060", http.DefaultServeMux))',
    ),
    goMain(
      ['net/http', 'net/http/pprof'],
      'mux := http.NewServeMux()\nmux.HandleFunc("/debug/pprof/", pprof.Index)\nhttp.ListenAndServe(":8080", mux)',
    ),
    goMain(
      ['net/http', 'net/http/pprof', 'github.com/gorilla/mux'],
      'r := mux.NewRouter()\nr.HandleFunc("/debug/pprof/profile", pprof.Profile)\nhttp.ListenAndServe(":8080", r)',
    ),
    goMain(
      ['github.com/gin-gonic/gin', 'github.com/gin-contrib/pprof'],
      'r := gin.New()\npprof.Register(r)\nr.Run(":8080")',
    ),
    goMain(
      ['net/http', 'github.com/go-chi/chi/v5', 'github.com/go-chi/chi/v5/middleware'],
      'r := chi.NewRouter()\nr.Mount("/debug", middleware.Profiler())\nhttp.ListenAndServe(":8080", r)',
    ),
    goMain(
      ['github.com/gofiber/fiber/v2', 'github.com/gofiber/fiber/v2/middleware/pprof'],
      'app := fiber.New()\napp.Use(pprof.New())\napp.Listen(":8080")',
    ),
    goMain(
      ['net/http', 'runtime/debug'],
      'http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {\n\tdefer func() {\n\t\tif e := recover(); e != nil {\n\t\t\thttp.Error(w, string(debug.Stack()), 500)\n\t\t}\n\t}()\n\twork(r)\n})',
    ),
    goMain(
      ['fmt', 'net/http', 'runtime/debug'],
      'http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {\n\tstack := debug.Stack()\n\tfmt.Fprintf(w, "%s", stack)\n})',
    ),
    goMain(
      ['net/http', 'runtime/debug'],
      'http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {\n\tw.Write(debug.Stack())\n})',
    ),
    goMain(
      ['runtime/debug', 'github.com/gin-gonic/gin'],
      'r := gin.New()\nr.GET("/", func(c *gin.Context) {\n\tc.JSON(500, gin.H{"stack": string(debug.Stack())})\n})',
    ),
  ],
  ok: [
    goMain(['net/http'], 'http.HandleFunc("/", home)\nhttp.ListenAndServe(":8080", nil)'),
    goMain(
      ['net/http', '_ "net/http/pprof"'],
      'go http.ListenAndServe("localhost:6060", nil)\nhttp.ListenAndServe(":8080", router())',
    ),
    goMain(
      ['net/http', '_ "net/http/pprof"'],
      'mux := http.NewServeMux()\nmux.HandleFunc("/", home)\nhttp.ListenAndServe(":8080", mux)',
    ),
    goMain(
      ['net/http', 'net/http/pprof'],
      'mux := http.NewServeMux()\nmux.HandleFunc("/debug/pprof/", pprof.Index)\nhttp.ListenAndServe("127.0.0.1:6060", mux)',
    ),
    goMain(
      ['net/http', 'net/http/pprof'],
      'mux := http.NewServeMux()\nmux.HandleFunc("/debug/pprof/", requireAdmin(pprof.Index))\nhttp.ListenAndServe(":8080", mux)',
    ),
    goMain(
      ['github.com/gin-gonic/gin', 'github.com/gin-contrib/pprof'],
      'r := gin.New()\nadmin := r.Group("/admin", gin.BasicAuth(accounts))\npprof.RouteRegister(admin)\nr.Run(":8080")',
    ),
    goMain(
      ['os', 'runtime/pprof'],
      'f, _ := os.Create("cpu.prof")\npprof.StartCPUProfile(f)\ndefer pprof.StopCPUProfile()',
    ),
    goMain(
      ['log', 'net/http', 'runtime/debug'],
      'http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {\n\tlog.Printf("%s", debug.Stack())\n\thttp.Error(w, "failed", 500)\n})',
    ),
    goMain(
      ['os', 'runtime/debug', 'fmt'],
      'defer func() {\n\tif e := recover(); e != nil {\n\t\tfmt.Fprintf(os.Stderr, "%s", debug.Stack())\n\t}\n}()\nwork()',
    ),
    goMain(
      ['os', 'github.com/gin-gonic/gin'],
      'if os.Getenv("APP_DEBUG") == "1" {\n\tgin.SetMode(gin.DebugMode)\n}\ngin.New().Run()',
    ),
    goMain(
      ['github.com/gofiber/fiber/v2', 'github.com/gofiber/fiber/v2/middleware/recover'],
      'app := fiber.New()\napp.Use(recover.New(recover.Config{EnableStackTrace: true}))\napp.Listen(":8080")',
    ),
    goMain(
      ['runtime/debug', 'github.com/gin-gonic/gin'],
      'r := gin.New()\nr.GET("/", func(c *gin.Context) {\n\tlogger.Error(string(debug.Stack()))\n\tc.JSON(500, gin.H{"error": "failed"})\n})',
    ),
  ],
};

const javaBodies: Programs = {
  rule: 'debug-mode',
  language: 'java',
  imports: ['org.apache.commons.lang3.exception.ExceptionUtils'],
  ng: [
    'try {\n  work();\n} catch (Exception e) {\n  e.printStackTrace(response.getWriter());\n}',
    'PrintWriter out = response.getWriter();\ntry {\n  work();\n} catch (Exception e) {\n  e.printStackTrace(out);\n}',
    'try {\n  work();\n} catch (Exception e) {\n  StringWriter trace = new StringWriter();\n  e.printStackTrace(new PrintWriter(trace));\n  response.getWriter().println(trace.toString());\n}',
    'try {\n  work();\n} catch (Exception e) {\n  response.getWriter().println(ExceptionUtils.getStackTrace(e));\n}',
    'try {\n  work();\n} catch (Exception e) {\n  String trace = ExceptionUtils.getStackTrace(e);\n  response.sendError(500, trace);\n}',
    'try {\n  work();\n} catch (Exception e) {\n  response.getWriter().print(Arrays.toString(e.getStackTrace()));\n}',
  ],
  ok: [
    'try {\n  work();\n} catch (Exception e) {\n  e.printStackTrace();\n  response.sendError(500);\n}',
    'try {\n  work();\n} catch (Exception e) {\n  e.printStackTrace(System.err);\n  response.getWriter().println("failed");\n}',
    'try {\n  work();\n} catch (Exception e) {\n  StringWriter trace = new StringWriter();\n  e.printStackTrace(new PrintWriter(trace));\n  log.error(trace.toString());\n  response.getWriter().println("failed");\n}',
    'try {\n  work();\n} catch (Exception e) {\n  log.error(ExceptionUtils.getStackTrace(e));\n  response.sendError(500, "failed");\n}',
    'try {\n  work();\n} catch (Exception e) {\n  String trace = ExceptionUtils.getStackTrace(e);\n  store(trace);\n  response.sendError(500, "failed");\n}',
    'try {\n  work();\n} catch (Exception e) {\n  log.warn(Arrays.toString(e.getStackTrace()));\n}',
  ],
};

const javaFile = (text: string): string =>
  `package app;\n\nimport org.springframework.boot.*;\nimport org.springframework.web.bind.annotation.*;\nimport org.springframework.http.ResponseEntity;\n\n${text}\n`;

const javaWholes: WholePrograms = {
  rule: 'debug-mode',
  path: 'src/main/java/app/App.java',
  ng: [
    '@EnableWebSecurity(debug = true)\npublic class App {}',
    '@Configuration\n@EnableWebSecurity(debug = App.DEBUG)\npublic class App {\n  static final boolean DEBUG = true;\n}',
    'public class App {\n  @Bean\n  WebSecurityCustomizer customizer() {\n    return web -> web.debug(true);\n  }\n}',
    'public class App {\n  public static void main(String[] args) {\n    new SpringApplicationBuilder(App.class).properties("server.error.include-stacktrace=always").run(args);\n  }\n}',
    'public class App {\n  public static void main(String[] args) {\n    SpringApplication app = new SpringApplication(App.class);\n    app.setDefaultProperties(Map.of("server.error.include-stacktrace", "always"));\n    app.run(args);\n  }\n}',
    '@RestControllerAdvice\npublic class App {\n  @ExceptionHandler(Exception.class)\n  ResponseEntity<String> failed(Exception e) {\n    return ResponseEntity.status(500).body(ExceptionUtils.getStackTrace(e));\n  }\n}',
    '@RestControllerAdvice\npublic class App {\n  @ExceptionHandler(Exception.class)\n  ResponseEntity<?> failed(Exception e) {\n    return ResponseEntity.status(500).body(e.getStackTrace());\n  }\n}',
    'public class App {\n  Map<String, Object> attributes(WebRequest request) {\n    return errors.getErrorAttributes(request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STACK_TRACE));\n  }\n}',
  ].map(javaFile),
  ok: [
    '@EnableWebSecurity\npublic class App {}',
    '@EnableWebSecurity(debug = false)\npublic class App {}',
    '@Configuration\n@EnableWebSecurity(debug = App.DEBUG)\npublic class App {\n  static final boolean DEBUG = false;\n}',
    'public class App {\n  @Bean\n  WebSecurityCustomizer customizer() {\n    return web -> web.debug(false);\n  }\n}',
    'public class App {\n  public static void main(String[] args) {\n    new SpringApplicationBuilder(App.class).properties("server.error.include-stacktrace=never").run(args);\n  }\n}',
    'public class App {\n  public static void main(String[] args) {\n    SpringApplication app = new SpringApplication(App.class);\n    app.setDefaultProperties(Map.of("server.error.include-stacktrace", "never"));\n    app.run(args);\n  }\n}',
    '@RestControllerAdvice\npublic class App {\n  @ExceptionHandler(Exception.class)\n  ResponseEntity<String> failed(Exception e) {\n    log.error("failed", e);\n    return ResponseEntity.status(500).body("failed");\n  }\n}',
    'public class App {\n  Map<String, Object> attributes(WebRequest request) {\n    return errors.getErrorAttributes(request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.MESSAGE));\n  }\n}',
  ].map(javaFile),
};

/** Uses of debugging pages and stack traces, as bodies of a handler. */
export const debugPrograms: readonly Programs[] = [javaBodies];

/** The same as whole files. */
export const debugWholePrograms: readonly WholePrograms[] = [javascript, go, javaWholes];
