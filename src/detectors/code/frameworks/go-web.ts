import type { FrameworkModel } from '../engine/model.ts';

const label = 'an HTTP request value';
const gin = 'github.com/gin-gonic/gin.Context()';
const echo = 'github.com/labstack/echo.Context()';
const fiber = 'github.com/gofiber/fiber.Ctx()';

const ofGin = [
  'Query',
  'DefaultQuery',
  'GetQuery',
  'QueryArray',
  'QueryMap',
  'Param',
  'PostForm',
  'DefaultPostForm',
  'GetPostForm',
  'PostFormArray',
  'PostFormMap',
  'GetHeader',
  'Cookie',
  'GetRawData',
  'FormFile',
  'MultipartForm',
];
const ginBinders = [
  'Bind',
  'BindJSON',
  'BindQuery',
  'BindUri',
  'BindXML',
  'BindYAML',
  'BindHeader',
  'ShouldBind',
  'ShouldBindJSON',
  'ShouldBindQuery',
  'ShouldBindUri',
  'ShouldBindXML',
  'ShouldBindYAML',
  'ShouldBindHeader',
  'ShouldBindWith',
  'ShouldBindBodyWith',
];
const ofEcho = [
  'QueryParam',
  'QueryParams',
  'QueryString',
  'Param',
  'ParamValues',
  'FormValue',
  'FormParams',
  'FormFile',
  'Cookie',
  'Cookies',
  'Path_',
];
const ofFiber = [
  'Query',
  'Queries',
  'Params',
  'AllParams',
  'FormValue',
  'FormFile',
  'Body',
  'BodyRaw',
  'Cookies',
  'Get',
  'GetReqHeaders',
  'OriginalURL',
  'Path',
  'Hostname',
];
const fiberBinders = ['BodyParser', 'QueryParser', 'ParamsParser', 'ReqHeaderParser', 'CookieParser'];

/** Gin, Echo and Fiber: a handler's context carries the request (pkg.go.dev/github.com/gin-gonic/gin#Context). */
export const goWeb: FrameworkModel = {
  language: 'go',
  sources: [
    { refs: [...ofGin, ...ginBinders].map(name => `${gin}.${name}()`), label },
    { refs: [...ofEcho, 'Bind'].map(name => `${echo}.${name}()`), label },
    { refs: [...ofFiber, ...fiberBinders].map(name => `${fiber}.${name}()`), label },
  ],
  fills: [
    {
      calls: [
        ...ginBinders.map(name => `${gin}.${name}`),
        `${echo}.Bind`,
        ...fiberBinders.map(name => `${fiber}.${name}`),
      ],
      from: 'result',
      into: 0,
    },
  ],
  aliases: {
    [`${gin}.Request`]: 'net/http.Request()',
    [`${gin}.Writer`]: 'net/http.ResponseWriter()',
    [`${echo}.Request()`]: 'net/http.Request()',
    [`${echo}.Response()`]: 'net/http.ResponseWriter()',
    'github.com/gin-gonic/gin.Default()': 'github.com/gin-gonic/gin.Engine()',
    'github.com/gin-gonic/gin.New()': 'github.com/gin-gonic/gin.Engine()',
  },
};
