import { catalogue } from '../../../detectors/iam/catalogue/catalogue.ts';
import { globsOverlap, matchesGlob } from '../../../detectors/iam/policy/glob.ts';
import { type PolicyDocument, type PolicyStatement, statementsOf, textsOf } from './policy-document.ts';

/** Services whose actions of AWS's level "Permissions management" decide who may do what in an account. */
const services = ['iam', 'organizations', 'sso'];

/** What lets somebody come in as somebody else: credentials, memberships, providers of identities. */
const waysIn = [
  'iam:AddUserToGroup',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateOpenIDConnectProvider',
  'iam:CreateSAMLProvider',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'iam:UpdateLoginProfile',
  'iam:UpdateSAMLProvider',
  'iam:UploadSigningCertificate',
  'identitystore:CreateGroupMembership',
  'sso:CreateAccountAssignment',
  'sso:PutInlinePolicyToPermissionSet',
  'sts:AssumeRoot',
];

/**
 * Statements that give rights over rights, one sentence each: whatever they are narrowed to, who holds them can come to
 * all others. Stricter than the rules for repositories, which leave alone what its author may have meant.
 */
export function rightsOverRights(document: PolicyDocument): readonly string[] {
  const deciding = services.flatMap(service =>
    catalogue
      .actions(`${service}:*`)
      .filter(({ level }) => level === 'permissions')
      .map(({ name }) => name),
  );
  return statementsOf(document).flatMap((statement, index) => {
    if (statement.Effect !== 'Allow') return [];
    const given = [
      ...deciding.filter(action => covers(statement, action)),
      ...waysIn.filter(action => covers(statement, action) && !isForOneself(statement, action)),
      ...(covers(statement, 'sts:AssumeRole') && isForAnyRole(statement) ? ['sts:AssumeRole'] : []),
    ];
    const [first] = given;
    const more = given.length > 1 ? ` and ${given.length - 1} more` : '';
    return first === undefined
      ? []
      : [`Statement ${statement.Sid ?? index + 1} gives a way to all rights by ${first}${more}.`];
  });
}

/** By a pattern, however it is spelt; by NotAction all that it does not name. */
function covers({ Action, NotAction }: PolicyStatement, action: string): boolean {
  const wanted = action.toLowerCase();
  const isNamed = (pattern: string): boolean => globsOverlap(wanted, pattern.toLowerCase());
  return NotAction === undefined
    ? textsOf(Action).some(isNamed)
    : !textsOf(NotAction).some(pattern => matchesGlob(wanted, pattern.toLowerCase()));
}

const oneself = ['$', '{aws:username}'].join('');

/** One's own keys and password may be one's own business; one's groups are not. */
function isForOneself({ Resource, NotResource }: PolicyStatement, action: string): boolean {
  const own = textsOf(Resource);
  return (
    action !== 'iam:AddUserToGroup' &&
    NotResource === undefined &&
    own.length > 0 &&
    own.every(arn => /^arn:[^:]*:iam::[^:]*:user\//.test(arn) && arn.endsWith(`/${oneself}`))
  );
}

function isForAnyRole({ Resource, NotResource }: PolicyStatement): boolean {
  return (
    NotResource !== undefined ||
    textsOf(Resource).some(arn => {
      const role = /:role\/(.*)$/.exec(arn)?.[1];
      return role === undefined ? /[*?]/.test(arn) : /^[*?]+$/.test(role);
    })
  );
}
