import { defineCodeRule } from './define-code-rule.ts';
import { goLdapInjection } from './go/queries.ts';
import { javaLdapInjection } from './java/queries.ts';

/** CWE-90; RFC 4515. */
export const ldapInjection = defineCodeRule({
  id: 'ldap-injection',
  title: 'LDAP injection',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-90'],
  owasp: ['A03'],
  what: 'Reports untrusted data that becomes part of an LDAP filter or distinguished name.',
  why: 'With `*` and parentheses the filter matches other entries: logins without a password, data of others.',
  fix: 'Escape the value for filters (`ldap.filter.escape_filter_chars`, `ldap-escape`) or build the filter from objects.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  keywords: ['ldap', 'search'],
  examples: {
    bad: [
      {
        path: 'src/ldap.ts',
        text: "import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });\napp.post('/x', async (req, res) => {\n  client.search('dc=example', { filter: `(uid=${req.body.user})` }, done);\n});\n",
      },
      {
        path: 'app/ldap_view.py',
        text: "import ldap\nconn = ldap.initialize(URL)\nfrom flask import request\n\ndef view():\n    return conn.search_s('dc=example', 2, '(uid=' + request.args['user'] + ')')\n",
      },
    ],
    good: [
      {
        path: 'src/ldap.ts',
        text: "import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });\napp.post('/x', async (req, res) => {\n  client.search('dc=example', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.body.user }) }, done);\n});\n",
      },
      {
        path: 'app/ldap_view.py',
        text: "import ldap\nfrom ldap.filter import escape_filter_chars\nconn = ldap.initialize(URL)\nfrom flask import request\n\ndef view():\n    return conn.search_s('dc=example', 2, '(uid=' + escape_filter_chars(request.args['user']) + ')')\n",
      },
    ],
  },
  models: {
    go: goLdapInjection,
    java: javaLdapInjection,
    javascript: {
      sinks: [
        {
          what: 'an LDAP filter',
          calls: ['*.search', '*.searchAsync'],
          args: [1, 0],
          when: call =>
            call.receiver?.ref?.startsWith('ldap') === true ||
            /ldap/i.test(call.receiverName) ||
            call.imports('ldapjs') ||
            call.imports('ldapts') ||
            call.imports('activedirectory'),
        },
        {
          what: 'an LDAP name',
          calls: ['*.bind', '*.modify', '*.del', '*.compare'],
          args: [0],
          when: call => call.receiver?.ref?.startsWith('ldap') === true || /ldap/i.test(call.receiverName),
        },
      ],
      sanitizers: [
        {
          calls: [
            'ldap-escape.filter',
            'ldap-escape.dn',
            'ldapjs.EqualityFilter',
            'ldapts.EqualityFilter',
            'ldapjs.filters.EqualityFilter',
            'ldapjs.parseFilter_',
            '*.escapeFilter',
            '*.escapeDN',
          ],
        },
      ],
    },
    python: {
      sinks: [
        {
          what: 'an LDAP filter',
          calls: ['*.search_s', '*.search_ext_s', '*.search_st', '*.search_ext', '*.search_async'],
          args: [0, 1, 2, 'filterstr', 'base'],
        },
        {
          what: 'an LDAP filter',
          calls: ['*.search', '*.paged_search'],
          args: [0, 1, 'search_filter', 'search_base'],
          when: call => call.imports('ldap3') || call.imports('ldap'),
        },
        {
          what: 'an LDAP name',
          calls: ['*.simple_bind_s', '*.bind_s', '*.modify_s', '*.delete_s'],
          args: [0],
        },
      ],
      sanitizers: [
        {
          calls: [
            'ldap.filter.escape_filter_chars',
            'ldap.dn.escape_dn_chars',
            'ldap3.utils.conv.escape_filter_chars',
            'ldap3.utils.dn.escape_rdn',
            'ldap.filter.filter_format',
          ],
        },
      ],
    },
  },
});
