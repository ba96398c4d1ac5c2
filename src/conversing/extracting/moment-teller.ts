/** "20 novembre 2026, 10:00:00 (UTC+01:00)": no moment of a night in October is told twice. */
export function momentTeller(locale: string, timeZone: string): (at: Date) => string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium", timeZone });
  const offset = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  return (at) => {
    const name = offset.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    return `${day.format(at)}, ${clock.format(at)} (${name.replace("GMT", "UTC")})`;
  };
}
