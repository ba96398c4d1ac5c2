/**
 * Words as they are compared: small letters without accents, one kind of apostrophe. People type "perche" on a phone
 * and portals print "PERCHÉ". The indexes of migration 0005 fold the same letters.
 */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}
