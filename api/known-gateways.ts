/** A gateway of the platform: base URL of the API and place to sign in. */
export interface KnownGateway {
  url: string;
  /** Where it is, when the ending of its name says so. */
  region?: string;
}

/** The public gateways (API guide). A private platform has one of its own. */
export const KNOWN_GATEWAYS: readonly KnownGateway[] = [
  { url: 'https://gateway.qg1.apps.qualys.com' },
  { url: 'https://gateway.qg2.apps.qualys.com' },
  { url: 'https://gateway.qg3.apps.qualys.com' },
  { url: 'https://gateway.qg4.apps.qualys.com' },
  { url: 'https://gateway.qg1.apps.qualys.eu', region: 'European Union' },
  { url: 'https://gateway.qg2.apps.qualys.eu', region: 'European Union' },
  { url: 'https://gateway.qg3.apps.qualys.it', region: 'Italy' },
  { url: 'https://gateway.qg1.apps.qualys.in', region: 'India' },
  { url: 'https://gateway.qg1.apps.qualys.ca', region: 'Canada' },
  { url: 'https://gateway.qg1.apps.qualys.ae', region: 'United Arab Emirates' },
  { url: 'https://gateway.qg1.apps.qualys.co.uk', region: 'United Kingdom' },
  { url: 'https://gateway.qg1.apps.qualys.com.au', region: 'Australia' },
  { url: 'https://gateway.qg1.apps.qualysksa.com', region: 'Saudi Arabia' },
];
