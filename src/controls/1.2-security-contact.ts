import { accountControl, accountPasses, wholeAccount } from './control.ts';

/** The alternate contact for security. */
export const securityContact = accountControl({
  id: '1.2',
  v7: '2.3',
  title: 'There is a contact for security',
  section: 'Identity',
  severity: 'medium',
  why: 'What AWS has to say about abuse goes to whoever owns the account, and perhaps not to those who can act.',
  remedy: {
    change: 'AWS also writes to the security team.',
    commands: [
      'aws account put-alternate-contact --alternate-contact-type SECURITY --name <name> --title <title> --email-address <mailbox> --phone-number <number>',
    ],
    terraform:
      'resource "aws_account_alternate_contact" "security" {\n  alternate_contact_type = "SECURITY"\n  name                   = "Security team"\n  title                  = "On call"\n  email_address          = "security@example.com"\n  phone_number           = "+49301234567"\n}',
    risk: 'None.',
    undo: 'aws account delete-alternate-contact --alternate-contact-type SECURITY',
  },
  reads: ['security-contact'],
  judge: values => [
    accountPasses(wholeAccount, values['security-contact'], {
      good: 'A security contact is set.',
      bad: 'No security contact is set.',
    }),
  ],
});
