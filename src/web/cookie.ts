/** A cookie that only we read, and that comes along when another site's page leads the browser back here. */
export interface OwnCookie {
  name: string;
  /** Letters, digits, "-" and "_" only. */
  value: string;
  path: string;
  maxAgeSeconds: number;
  /** Sent over https only. */
  isSecure: boolean;
}

/** The header that sets it; a life of 0 seconds takes it away. */
export function cookieHeader({ name, value, path, maxAgeSeconds, isSecure }: OwnCookie): string {
  const flags = ["HttpOnly", "SameSite=Lax", ...(isSecure ? ["Secure"] : [])];
  return [`${name}=${value}`, `Path=${path}`, `Max-Age=${maxAgeSeconds}`, ...flags].join("; ");
}

/** The value a browser sent; undefined where it sent none, or one that we never set. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const [key, value = ""] = part.trim().split("=", 2);
    if (key === name) return /^[\w-]{1,200}$/.test(value) ? value : undefined;
  }
  return undefined;
}
