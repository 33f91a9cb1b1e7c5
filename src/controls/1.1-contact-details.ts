import { manualControl } from './control.ts';

/** The account's contact details. */
export const contactDetails = manualControl({
  id: '1.1',
  v7: '2.2',
  title: 'The account’s contact details are current',
  section: 'Identity',
  severity: 'low',
  why: 'AWS warns of abuse and of leaked keys by mail and telephone; nobody answers at old addresses.',
  remedy: {
    change:
      'Name, address and telephone number of the account are corrected; better a shared mailbox than a person’s.',
    commands: ['aws account put-contact-information --contact-information file://contact.json'],
    terraform: 'resource "aws_account_primary_contact" "this" {\n  # name, address and telephone number\n}',
    risk: 'None.',
    undo: 'Put the earlier details again.',
  },
  look: 'Compare the contact details of the account (Billing and Cost Management, Account) with who answers today.',
});
