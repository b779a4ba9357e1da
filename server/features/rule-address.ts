/**
 * The address that explains a rule, on a page that explains all. A page's address that ends in a slash has one address below it
 * for each code; any other has a heading for each.
 */
export function ruleAddress(rulesPage: string, code: string): string {
  return rulesPage.endsWith('/') ? `${rulesPage}${code}` : `${rulesPage}#${code}`;
}
