import { defineCodeRule } from './define-code-rule.ts';
import { goTemplateInjection } from './go/web.ts';
import { javaTemplateInjection } from './java/web.ts';

/** CWE-1336; portswigger.net/web-security/server-side-template-injection. */
export const serverSideTemplateInjection = defineCodeRule({
  id: 'server-side-template-injection',
  title: 'Server-side template injection',
  severity: 'critical',
  confidence: 'high',
  cwe: ['CWE-1336'],
  owasp: ['A03'],
  what: 'Reports untrusted data that becomes the text of a template.',
  why: 'Templates can call functions: whoever writes the template runs code on the server.',
  fix: 'Keep the template constant and pass values as its variables.',
  references: [
    'https://cwe.mitre.org/data/definitions/1336.html',
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/07-Input_Validation_Testing/18-Testing_for_Server-side_Template_Injection',
  ],
  keywords: ['template', 'render', 'compile', 'ejs', 'pug', 'handlebars', 'nunjucks', 'jinja', 'mako'],
  examples: {
    bad: [
      {
        path: 'src/page.ts',
        text: "import ejs from 'ejs';\napp.post('/x', async (req, res) => {\n  res.send(ejs.render('<p>' + req.body.text + '</p>'));\n});\n",
      },
      {
        path: 'app/page.py',
        text: "from flask import render_template_string\nfrom flask import request\n\ndef view():\n    return render_template_string('Hello ' + request.args['name'])\n",
      },
    ],
    good: [
      {
        path: 'src/page.ts',
        text: "import ejs from 'ejs';\napp.post('/x', async (req, res) => {\n  res.send(ejs.render('<p><%= text %></p>', { text: req.body.text }));\n});\n",
      },
      {
        path: 'app/page.py',
        text: "from flask import render_template_string\nfrom flask import request\n\ndef view():\n    return render_template_string('Hello {{ name }}', name=request.args['name'])\n",
      },
    ],
  },
  models: {
    go: goTemplateInjection,
    java: javaTemplateInjection,
    javascript: {
      sinks: [
        {
          what: 'the text of a template',
          calls: [
            'ejs.render',
            'ejs.compile',
            'pug.render',
            'pug.compile',
            'jade.render',
            'jade.compile',
            'handlebars.compile',
            'Handlebars.compile',
            'handlebars.precompile',
            'nunjucks.renderString',
            'nunjucks.compile',
            'mustache.render',
            'Mustache.render',
            'lodash.template',
            '_.template',
            'underscore.template',
            'doT.template',
            'dot.template',
            'eta.renderString',
            'swig.render',
            'swig.compile',
            'hogan.js.compile',
            'twig.twig',
            'liquidjs.Liquid().parseAndRender',
            'velocityjs.render',
            'vue-template-compiler.compile',
            'squirrelly.render',
            '*.renderString',
          ],
        },
        {
          what: 'the name of a template',
          calls: ['*.render'],
          receiver: /^(?:res|response|reply|ctx)$/,
          deep: false,
        },
      ],
    },
    python: {
      sinks: [
        {
          what: 'the text of a template',
          calls: [
            'flask.render_template_string',
            'jinja2.Template',
            'jinja2.Environment().from_string',
            'jinja2.sandbox.Environment().from_string',
            'mako.template.Template',
            'django.template.Template',
            'tornado.template.Template',
            'chevron.render',
            'pystache.render',
            'string.Formatter().vformat',
            '*.from_string',
            'bottle.template',
            'bottle.SimpleTemplate',
            'Cheetah.Template.Template',
            'django.template.engines.django.from_string',
          ],
          args: ['0:source'],
          deep: false,
          when: call => call.receiver?.ref?.includes('Sandboxed') !== true,
        },
      ],
    },
  },
});
