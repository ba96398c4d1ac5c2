/** What a subscriber's secret is bound to in the database. */
export function secretContext(authorityId: string): string {
  return `hub:${authorityId}`;
}
