/** A mail as it is handed to the server. Sent a second time it is the same, to the last header. */
export interface Letter {
  /** Stable: it becomes the Message-ID, by which a server or a reader can drop the second of two. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string | undefined;
  /** What it belongs to, for List-Id: the id of an authority, or undefined for the installation. */
  list: string | undefined;
  writtenAt: Date;
}

/** How sending ended. */
export type SendEnd =
  | { kind: "sent" }
  /** For good: this letter will not be taken. */
  | { kind: "refused"; detail: string }
  /** Surely not taken. "server": nothing else would be taken now, either. */
  | { kind: "retry"; reason: RetryReason; detail: string; scope: "letter" | "server" }
  /** The letter was on its way, and the answer to it never came. */
  | { kind: "unknown"; detail: string };

export type RetryReason = "put-off" | "unreachable" | "timeout" | "tls" | "login" | "server-trouble";
