import type { Office } from "../../authority/office.ts";
import type { AuthoritySettings } from "../../authority/settings.ts";

/** Hosts of an authority's own pages, as far as its settings name them: a link to them is no stranger's. */
export function ownHosts(
  { portal, site }: Pick<AuthoritySettings, "portal" | "site">,
  offices: readonly Pick<Office, "contacts">[],
): string[] {
  const addresses = [portal, site?.privacyNotice, ...(site?.channels ?? []).map(({ url }) => url)];
  const mails = [
    ...offices.flatMap(({ contacts }) => [contacts.email, contacts.pec]),
    site?.accessibilityContact,
    site?.dataProtectionOfficer,
  ];
  const hosts = [
    ...addresses.flatMap((address) => hostOf(address) ?? []),
    ...mails.flatMap((mail) => mail?.split("@").at(1)?.toLowerCase() ?? []),
  ];
  return [...new Set(hosts)];
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address)
    ? new URL(address).hostname.replace(/^www\./, "")
    : undefined;
}
