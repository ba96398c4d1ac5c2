/** A stretch of one day in minutes after its midnight: `from` is in it, `to` is not. */
export interface Minutes {
  from: number;
  to: number;
}

const written = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** "08:30-12:30" in minutes; "24:00" ends a day without a minute lost. Null for what is no stretch of a day. */
export function readSlot(text: string): Minutes | null {
  const parts = written.exec(text);
  if (!parts) return null;
  const from = Number(parts[1]) * 60 + Number(parts[2]);
  const to = parts[3] === undefined ? 24 * 60 : Number(parts[3]) * 60 + Number(parts[4]);
  return from < to ? { from, to } : null;
}
