import type { WholePrograms } from './programs.ts';

/** Handlers of Go's frameworks. */
export const goWholePrograms: readonly WholePrograms[] = [
  {
    rule: 'sql-injection',
    path: 'app/main.go',
    ng: [
      'package main\nimport (\n\t"database/sql"\n\t"github.com/gin-gonic/gin"\n)\nfunc main() {\n\tr := gin.Default()\n\tr.GET("/u", func(c *gin.Context) {\n\t\tid := c.Query("id")\n\t\trows, err := db.Query("SELECT * FROM u WHERE id = " + id)\n\t\tuse(rows, err)\n\t})\n}',
      'package main\nimport (\n\t"github.com/labstack/echo/v4"\n\t"database/sql"\n)\ntype H struct{ db *sql.DB }\nfunc (h *H) Get(c echo.Context) error {\n\tname := c.QueryParam("name")\n\t_, err := h.db.Exec("DELETE FROM u WHERE name = \'" + name + "\'")\n\treturn err\n}',
      'package main\nimport (\n\t"github.com/gofiber/fiber/v2"\n\t"database/sql"\n)\nfunc get(c *fiber.Ctx) error {\n\tvar body struct{ Name string }\n\tif err := c.BodyParser(&body); err != nil {\n\t\treturn err\n\t}\n\t_, err := db.Query(fmt.Sprintf("SELECT * FROM u WHERE n = \'%s\'", body.Name))\n\treturn err\n}',
      'package main\nimport (\n\t"net/http"\n\t"github.com/gorilla/mux"\n)\nfunc get(w http.ResponseWriter, r *http.Request) {\n\tvars := mux.Vars(r)\n\tdb.Query("SELECT * FROM u WHERE id = \'" + vars["id"] + "\'")\n}',
      'package main\nimport (\n\t"net/http"\n\t"github.com/go-chi/chi/v5"\n)\ntype Repo struct{ db *sql.DB }\nfunc (r Repo) Find(id string) (*User, error) {\n\trow := r.db.QueryRow("SELECT * FROM u WHERE id = \'" + id + "\'")\n\treturn scan(row)\n}\ntype API struct{ repo Repo }\nfunc (a *API) get(w http.ResponseWriter, r *http.Request) {\n\tu, err := a.repo.Find(chi.URLParam(r, "id"))\n\trender(w, u, err)\n}',
      'package main\nimport "github.com/gin-gonic/gin"\ntype req struct{ Name string `json:"name"` }\nfunc create(c *gin.Context) {\n\tvar in req\n\tif err := c.ShouldBindJSON(&in); err != nil {\n\t\tc.JSON(400, nil)\n\t\treturn\n\t}\n\tdb.Exec("INSERT INTO u VALUES (\'" + in.Name + "\')")\n}',
    ],
    ok: [
      'package main\nimport (\n\t"database/sql"\n\t"github.com/gin-gonic/gin"\n)\nfunc main() {\n\tr := gin.Default()\n\tr.GET("/u", func(c *gin.Context) {\n\t\tid := c.Query("id")\n\t\trows, err := db.Query("SELECT * FROM u WHERE id = ?", id)\n\t\tuse(rows, err)\n\t})\n}',
      'package main\nimport (\n\t"github.com/labstack/echo/v4"\n\t"database/sql"\n)\ntype H struct{ db *sql.DB }\nfunc (h *H) Get(c echo.Context) error {\n\tid, err := strconv.Atoi(c.Param("id"))\n\tif err != nil {\n\t\treturn err\n\t}\n\t_, err = h.db.Exec("DELETE FROM u WHERE id = " + strconv.Itoa(id))\n\treturn err\n}',
      'package main\nimport "github.com/gin-gonic/gin"\ntype req struct{ ID int `json:"id"` }\nfunc create(c *gin.Context) {\n\tvar in req\n\tif err := c.ShouldBindJSON(&in); err != nil {\n\t\treturn\n\t}\n\tdb.Exec(fmt.Sprintf("DELETE FROM u WHERE id = %d", in.ID))\n}',
    ],
  },
  {
    rule: 'mass-assignment',
    path: 'app/main.go',
    ng: [
      'package main\nimport "github.com/gin-gonic/gin"\nfunc create(c *gin.Context) {\n\tvar user User\n\tif err := c.ShouldBindJSON(&user); err != nil {\n\t\treturn\n\t}\n\tdb.Create(&user)\n}',
      'package main\nimport "net/http"\ntype User struct { Name string; Role string }\nfunc create(w http.ResponseWriter, r *http.Request) {\n\tvar user User\n\tjson.NewDecoder(r.Body).Decode(&user)\n\tdb.Save(&user)\n}',
      'package main\nimport "github.com/labstack/echo/v4"\nfunc update(c echo.Context) error {\n\tu := new(User)\n\tif err := c.Bind(u); err != nil {\n\t\treturn err\n\t}\n\treturn db.Model(&existing).Updates(u).Error\n}',
      'package main\nimport "github.com/gin-gonic/gin"\nfunc update(c *gin.Context) {\n\tvar fields map[string]interface{}\n\tc.BindJSON(&fields)\n\tdb.Model(&User{}).Where("id = ?", 1).Updates(fields)\n}',
    ],
    ok: [
      'package main\nimport "github.com/gin-gonic/gin"\ntype input struct{ Name string }\nfunc create(c *gin.Context) {\n\tvar in input\n\tif err := c.ShouldBindJSON(&in); err != nil {\n\t\treturn\n\t}\n\tuser := User{Name: in.Name}\n\tdb.Create(&user)\n}',
      'package main\nimport "github.com/gin-gonic/gin"\nfunc create(c *gin.Context) {\n\tuser := User{Name: c.PostForm("name"), Role: "user"}\n\tdb.Create(&user)\n}',
      'package main\nimport "github.com/gin-gonic/gin"\nfunc update(c *gin.Context) {\n\tvar in input\n\tc.BindJSON(&in)\n\tdb.Model(&User{}).Where("id = ?", 1).Updates(map[string]interface{}{"name": in.Name})\n}',
    ],
  },
  {
    rule: 'debug-mode',
    path: 'app/main.go',
    ng: [
      'package main\nimport (\n\t"net/http"\n\t_ "net/http/pprof"\n)\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}',
      'package main\nimport "github.com/gin-gonic/gin"\nfunc main() {\n\tgin.SetMode(gin.DebugMode)\n}',
    ],
    ok: [
      'package main\nimport (\n\t"net/http"\n\t_ "net/http/pprof"\n)\nfunc main() {\n\thttp.ListenAndServe("localhost:6060", nil)\n}',
      'package main\nimport "github.com/gin-gonic/gin"\nfunc main() {\n\tgin.SetMode(gin.ReleaseMode)\n}',
    ],
  },
];
