/** The server that takes our mail, and in whose name we write. */
export interface MailServer {
  host: string;
  port: number;
  /**
   * "from-start": TLS before the first word; "upgraded": STARTTLS or nothing is said; "none": on this machine, or where the
   * operator said so.
   */
  tls: "from-start" | "upgraded" | "none";
  login: { user: string; pass: string } | undefined;
  from: { name: string; address: string };
  /** Trusted besides the usual authorities (PEM). */
  certificateAuthorities?: string[];
}

/** Undefined where no mail is set up. `mailUrl` was judged by src/config.ts. */
export function readMailServer(settings: {
  mailUrl: string | undefined;
  mailFrom: string | undefined;
  mailName: string;
  mailPlain: boolean;
}): MailServer | undefined {
  if (settings.mailUrl === undefined || settings.mailFrom === undefined) return undefined;
  const url = new URL(settings.mailUrl);
  const isFromStart = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === "" ? (isFromStart ? 465 : 587) : Number(url.port),
    tls: isFromStart ? "from-start" : settings.mailPlain || isLoopback(host) ? "none" : "upgraded",
    login: user === "" ? undefined : { user, pass: decodeURIComponent(url.password) },
    from: { name: settings.mailName, address: settings.mailFrom },
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
