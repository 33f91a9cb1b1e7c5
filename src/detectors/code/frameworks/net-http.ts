import type { FrameworkModel } from '../engine/model.ts';

const label = 'an HTTP request value';
const request = 'net/http.Request()';

/** `net/http` and the routers built on its types: chi, gorilla/mux, httprouter (pkg.go.dev/net/http#Request). */
export const netHttp: FrameworkModel = {
  language: 'go',
  sources: [
    {
      refs: [
        'URL',
        'Form',
        'PostForm',
        'MultipartForm',
        'Header',
        'Trailer',
        'Body',
        'Host',
        'RequestURI',
        'FormValue()',
        'PostFormValue()',
        'PathValue()',
        'Cookie()',
        'Cookies()',
        'CookiesNamed()',
        'Referer()',
        'UserAgent()',
        'FormFile()',
        'MultipartReader()',
        'BasicAuth()',
      ].map(part => `${request}.${part}`),
      label,
    },
    {
      refs: [
        'github.com/go-chi/chi.URLParam()',
        'github.com/go-chi/chi.URLParamFromCtx()',
        'github.com/gorilla/mux.Vars()',
        'github.com/julienschmidt/httprouter.ParamsFromContext()',
        'github.com/julienschmidt/httprouter.Params().ByName()',
      ],
      label: 'a URL path parameter',
    },
    {
      refs: ['github.com/gorilla/websocket.Conn().ReadMessage()', 'golang.org/x/net/websocket.Conn().Read()'],
      label: 'a WebSocket message',
    },
  ],
  fills: [
    {
      calls: [
        'encoding/json.Unmarshal',
        'encoding/xml.Unmarshal',
        'gopkg.in/yaml.Unmarshal',
        'github.com/goccy/go-yaml.Unmarshal',
        'sigs.k8s.io/yaml.Unmarshal',
        'encoding/asn1.Unmarshal',
        'go.mongodb.org/mongo-driver/bson.Unmarshal',
      ],
      from: 0,
      into: 1,
    },
    { calls: ['*.Decode', '*.Read', '*.ReadJSON'], from: 'receiver', into: 0 },
    { calls: ['io.ReadFull', 'io.ReadAtLeast'], from: 0, into: 1 },
    {
      calls: ['io.Copy', 'io.CopyN', 'io.WriteString'],
      from: 1,
      into: 0,
      when: call => !isResponse(call.arg(0)?.ref),
    },
    {
      calls: ['fmt.Fprintf', 'fmt.Fprint', 'fmt.Fprintln'],
      from: 'all',
      into: 0,
      when: call => !isResponse(call.arg(0)?.ref),
    },
    { calls: ['fmt.Sscanf', 'fmt.Sscan'], from: 0, into: 2 },
    { calls: ['copy'], from: 1, into: 0 },
    { calls: ['*.ReadFrom', '*.Scan'], from: 0, into: 0, when: call => call.method === 'ReadFrom' },
  ],
  aliases: {
    'net/http.ResponseWriter': 'net/http.ResponseWriter',
    'io/ioutil.ReadAll': 'io.ReadAll',
    'io/ioutil.ReadFile': 'os.ReadFile',
    'io/ioutil.WriteFile': 'os.WriteFile',
    'io/ioutil.ReadDir': 'os.ReadDir',
    'net/http.NewServeMux()': 'net/http.ServeMux()',
    'github.com/go-chi/chi/v5': 'github.com/go-chi/chi',
  },
};

/** What is written to a response reaches the caller, not the program. */
function isResponse(ref: string | undefined): boolean {
  return ref === undefined || /ResponseWriter|\.Writer$|Context\(\)\.Response|^os\.Std/.test(ref);
}
