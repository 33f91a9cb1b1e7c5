import type { Flow } from './javascript-flows.ts';

const ng = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: true, body, top });
const ok = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: false, body, top });

/** The same for Go; see `javascript-flows.ts`. */
export const goFlows: readonly Flow[] = [
  ng('direct', 'SINK(SOURCE)'),
  ng('through a variable', 'value := SOURCE\nSINK(value)'),
  ng('through a declared variable', 'var value string = SOURCE\nSINK(value)'),
  ng('through a reassigned variable', 'value := "fixed"\nvalue = SOURCE\nSINK(value)'),
  ng('through a slice', 'items := []string{"a"}\nitems = append(items, SOURCE)\nSINK(items[1])'),
  ng(
    'through a map',
    'data := map[string]string{}\ndata["a"] = "fixed"\ndata["b"] = SOURCE\nSINK(data["b"])',
  ),
  ng(
    'through a struct field',
    'in := input{name: SOURCE, kind: "fixed"}\nSINK(in.name)',
    'type input struct {\n\tname string\n\tkind string\n}',
  ),
  ng(
    'through a field of a pointer',
    'in := &input{}\nin.name = SOURCE\nSINK(in.name)',
    'type input struct {\n\tname string\n}',
  ),
  ng('through a helper', 'SINK(identity(SOURCE))', 'func identity(text string) string {\n\treturn text\n}'),
  ng(
    'into a helper with the sink',
    'use(w, r, SOURCE)',
    'func use(w http.ResponseWriter, r *http.Request, value string) {\n\tSINK(value)\n}',
  ),
  ng(
    'through a helper with two results',
    'value, err := load(SOURCE)\nif err != nil {\n\treturn\n}\nSINK(value)',
    'func load(text string) (string, error) {\n\tif text == "" {\n\t\treturn "", errEmpty\n\t}\n\treturn text, nil\n}',
  ),
  ng(
    'through a method',
    'b := box{value: SOURCE}\nSINK(b.get())',
    'type box struct{ value string }\n\nfunc (b box) get() string {\n\treturn b.value\n}',
  ),
  ng('through a closure', 'value := SOURCE\nrun := func() string { return value }\nSINK(run())'),
  ng('in one branch', 'value := "fixed"\nif flag {\n\tvalue = SOURCE\n}\nSINK(value)'),
  ng('in a live branch', 'value := SOURCE\nif 1+1 == 3 {\n\tvalue = "fixed"\n}\nSINK(value)'),
  ng(
    'through a loop',
    'value := ""\nfor _, part := range []string{SOURCE} {\n\tvalue += part\n}\nSINK(value)',
  ),
  ng(
    'through a counted loop',
    'parts := strings.Split(SOURCE, ",")\nvalue := ""\nfor i := 0; i < len(parts); i++ {\n\tvalue = value + parts[i]\n}\nSINK(value)',
  ),
  ng(
    'through a builder',
    'var b strings.Builder\nb.WriteString("a")\nb.WriteString(SOURCE)\nSINK(b.String())',
  ),
  ng('through Sprintf', 'value := fmt.Sprintf("%s", SOURCE)\nSINK(value)'),
  ng(
    'through a switch',
    'var value string\nswitch mode {\ncase "a":\n\tvalue = "fixed"\ndefault:\n\tvalue = SOURCE\n}\nSINK(value)',
  ),
  ng('through a channel', 'ch := make(chan string, 1)\nch <- SOURCE\nvalue := <-ch\nSINK(value)'),
  ng('through bytes', 'data := []byte(SOURCE)\nSINK(string(data))'),
  ng('sanitised in one branch only', 'value := SOURCE\nif flag {\n\tvalue = SAFE(value)\n}\nSINK(value)'),
  ng('sanitised copy not used', 'value := SOURCE\nclean := SAFE(value)\nuseIt(clean)\nSINK(value)'),
  ng(
    'check without consequence',
    'value := SOURCE\nif !allowed[value] {\n\tcount++\n}\nSINK(value)',
    'var allowed = map[string]bool{"a": true, "b": true}',
  ),
  ng(
    'another value checked',
    'value := SOURCE\nother := r.FormValue("other")\nif !allowed[other] {\n\treturn\n}\nSINK(value)',
    'var allowed = map[string]bool{"a": true, "b": true}',
  ),
  ng('trimmed only', 'value := strings.TrimSpace(SOURCE)\nSINK(value)'),
  ng('in a goroutine', 'value := SOURCE\ngo func(text string) {\n\tSINK(text)\n}(value)'),
  ok('constant', 'value := "fixed"\nSINK(value)'),
  ok('package constant', 'SINK(fallback)', 'const fallback = "fixed"'),
  ok('sanitised', 'value := SAFE(SOURCE)\nSINK(value)'),
  ok(
    'sanitised in a helper',
    'SINK(clean(SOURCE))',
    'func clean(text string) string {\n\treturn SAFE(text)\n}',
  ),
  ok('reassigned', 'value := SOURCE\nvalue = "fixed"\nSINK(value)'),
  ok('other slice item', 'items := []string{"a", SOURCE}\nSINK(items[0])'),
  ok(
    'item removed before',
    'items := []string{"safe", SOURCE, "moresafe"}\nitems = append(items[:1], items[2:]...)\nSINK(items[1])',
  ),
  ok('other key', 'data := map[string]string{"a": "fixed", "b": SOURCE}\nSINK(data["a"])'),
  ok(
    'other field',
    'in := input{name: SOURCE, kind: "fixed"}\nSINK(in.kind)',
    'type input struct {\n\tname string\n\tkind string\n}',
  ),
  ok(
    'field overwritten',
    'in := &input{name: SOURCE}\nin.name = "fixed"\nSINK(in.name)',
    'type input struct {\n\tname string\n}',
  ),
  ok('other variable', 'value := SOURCE\nother := "fixed"\nuseIt(value)\nSINK(other)'),
  ok('dead branch', 'value := "fixed"\nif 7*6 < 40 {\n\tvalue = SOURCE\n}\nSINK(value)'),
  ok(
    'dead switch case',
    'guess := "ABC"[1]\nvar value string\nswitch guess {\ncase \'A\':\n\tvalue = SOURCE\ncase \'B\':\n\tvalue = "fixed"\ndefault:\n\tvalue = SOURCE\n}\nSINK(value)',
  ),
  ok('after a return', 'if true {\n\treturn\n}\nSINK(SOURCE)'),
  ok(
    'helper returns a constant',
    'SINK(ignore(SOURCE))',
    'func ignore(text string) string {\n\treturn "fixed"\n}',
  ),
  ok(
    'other result of a helper',
    '_, value := pair(SOURCE)\nSINK(value)',
    'func pair(text string) (string, string) {\n\treturn text, "fixed"\n}',
  ),
  ok(
    'allow-list with early return',
    'value := SOURCE\nif !allowed[value] {\n\treturn\n}\nSINK(value)',
    'var allowed = map[string]bool{"a": true, "b": true}',
  ),
  ok(
    'allow-list with comma ok',
    'value := SOURCE\nif _, found := allowed[value]; !found {\n\thttp.Error(w, "no", 400)\n\treturn\n}\nSINK(value)',
    'var allowed = map[string]struct{}{"a": {}, "b": {}}',
  ),
  ok(
    'looked up in a table',
    'value, found := table[SOURCE]\nif !found {\n\treturn\n}\nSINK(value)',
    'var table = map[string]string{"a": "one", "b": "two"}',
  ),
  ok(
    'contained in a slice',
    'value := SOURCE\nif !slices.Contains(names, value) {\n\treturn\n}\nSINK(value)',
    'var names = []string{"a", "b"}',
  ),
  ok(
    'narrowed by a switch',
    'value := SOURCE\nswitch value {\ncase "a", "b":\n\tSINK(value)\ndefault:\n\treturn\n}',
  ),
  ok(
    'numeric',
    'number, err := strconv.Atoi(SOURCE)\nif err != nil {\n\treturn\n}\nSINK(strconv.Itoa(number))',
  ),
  ok(
    'matched against a narrow pattern',
    'value := SOURCE\nif !pattern.MatchString(value) {\n\treturn\n}\nSINK(value)',
    'var pattern = regexp.MustCompile(`^[a-z0-9]{1,20}$`)',
  ),
  ok(
    'pattern through a predicate',
    'value := SOURCE\nif !isName(value) {\n\treturn\n}\nSINK(value)',
    'func isName(text string) bool {\n\treturn regexp.MustCompile(`^[a-z]+$`).MatchString(text)\n}',
  ),
  ok('equal to a constant', 'value := SOURCE\nif value == "fixed" {\n\tSINK(value)\n}'),
  ok('chosen by a condition', 'value := "one"\nif SOURCE == "b" {\n\tvalue = "two"\n}\nSINK(value)'),
  ok(
    'overwritten in every branch',
    'value := SOURCE\nif flag {\n\tvalue = "one"\n} else {\n\tvalue = "two"\n}\nSINK(value)',
  ),
  ok('unused closure parameter', 'run := func(text string) string { return "fixed" }\nSINK(run(SOURCE))'),
];
