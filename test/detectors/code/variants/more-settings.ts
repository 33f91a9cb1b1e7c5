import type { Setting } from './settings.ts';

/** Debugging that is a value, and expressions that are texts. */
export const moreSettings: readonly Setting[] = [
  {
    rule: 'debug-mode',
    language: 'javascript',
    top: "import { ApolloServer } from '@apollo/server';",
    use: v => `new ApolloServer({ typeDefs, includeStacktraceInErrorResponses: ${v} });`,
    bad: 'true',
    good: 'false',
  },
  {
    rule: 'debug-mode',
    language: 'go',
    top: 'var server = echo.New()',
    imports: ['github.com/labstack/echo/v4'],
    use: v => `server.Debug = ${v}`,
    bad: 'true',
    good: 'false',
  },
  {
    rule: 'debug-mode',
    language: 'go',
    imports: ['github.com/gin-gonic/gin'],
    use: v => `gin.SetMode(${v})`,
    bad: 'gin.DebugMode',
    good: 'gin.ReleaseMode',
  },
  {
    rule: 'debug-mode',
    language: 'java',
    use: v => `System.setProperty("server.error.include-stacktrace", ${v});`,
    bad: '"always"',
    good: '"never"',
  },
  {
    rule: 'debug-mode',
    language: 'java',
    imports: ['org.eclipse.jetty.server.handler.ErrorHandler'],
    use: v => `new ErrorHandler().setShowStacks(${v});`,
    bad: 'true',
    good: 'false',
    type: 'boolean',
  },
  {
    rule: 'redos',
    language: 'go',
    imports: ['github.com/dlclark/regexp2', 'os'],
    use: v => `regexp2.MustCompile(${v}, 0).MatchString(os.Args[1])`,
    bad: '`^(a+)+$`',
    good: '`^a+$`',
  },
];
