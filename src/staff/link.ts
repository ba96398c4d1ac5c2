/** Why a one-time link was made. */
export type LinkPurpose =
  /** Whoever opens it becomes administrator of an installation that has none. */
  | "first"
  | "invitation"
  /** A new password, and no second factor until it is set up again. */
  | "reset";

export interface Link {
  id: string;
  purpose: LinkPurpose;
  /** Whose it is; null for the first. */
  memberId: string | null;
}

const hourMs = 3_600_000;

/** An invitation may have to wait for somebody's day at the office; the others are for now. */
export const linkLastsMs: Record<LinkPurpose, number> = {
  first: 24 * hourMs,
  invitation: 7 * 24 * hourMs,
  reset: 24 * hourMs,
};

/** Where a link leads; `publicUrl` has no slash at its end. */
export function linkAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/desk/welcome/${token}`;
}
