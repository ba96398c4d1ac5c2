/**
 * The longest read lag the wall offers, in seconds. Delays of seconds were seen (graph-api.md section 21); a
 * demonstration looks for an uncertain post in a hurry, for some 24 s, so a longer lag would show a double that only
 * the hurry makes. Tests and benchmarks set any lag through the admin address.
 */
export const lagSecondsMax = 20;
