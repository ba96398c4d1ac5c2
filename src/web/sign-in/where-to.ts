/** Where to go after signing in: a page of the desk, or the desk itself; never another site. */
export function whereTo(wanted: unknown): string | undefined {
  if (typeof wanted !== "string" || wanted.length > 2_000) return undefined;
  // Browsers read "\" as "/", and drop tabs and line ends.
  return /^\/desk(?![^/?])[^\\\s\p{C}]*$/u.test(wanted) && !wanted.startsWith("/desk/sign-")
    ? wanted
    : undefined;
}
