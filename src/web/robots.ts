/** What programs call themselves; the networks' own, which fetch a preview for every post, among them. */
const names =
  /bot\b|bot[/_-]|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-external|whatsapp|telegram|embedly|curl|wget|python|java\/|go-http|node|axios|httpclient|okhttp|headless|lighthouse|monitor|uptime|scan|fetch|archiv/i;

/** Whether a program asks and no person: it says so, or it says nothing at all. */
export function isRobot(userAgent: string | undefined): boolean {
  return userAgent === undefined || userAgent.trim() === "" || names.test(userAgent);
}

/** Those that keep what they read as a preview, for weeks. */
const previewers = /preview|facebookexternalhit|facebookcatalog|meta-external|whatsapp|telegram|embedly/i;

export function isPreviewer(userAgent: string | undefined): boolean {
  return userAgent !== undefined && previewers.test(userAgent);
}
