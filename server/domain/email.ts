import { shown } from '../words.ts';

/** The vendor's documentation masks addresses like this, with a plain or a no-break space. */
export const MASKED_ADDRESS = /\[email[\s\u00a0]protected\]/i;

/** What keeps a text from being a list of addresses by commas. */
export function faultOfRecipients(text: string): string | undefined {
  if (text.includes(';')) return 'addresses are separated by commas, not by semicolons';
  for (const entry of text.split(',')) {
    const address = entry.trim();
    if (address === '') return 'there is a comma with no address beside it';
    if (!ADDRESS.test(address)) return `${shown(address)} is no e-mail address: it needs a name, an @ and a domain with a dot`;
  }
  return undefined;
}

const ADDRESS = /^[^\s@,]+@[^\s@,.]+(\.[^\s@,.]+)+$/;
