const email = /^[^\s@<>(),;:"\\]{1,64}@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\]+$/;
const charactersMax = 254;

/** An e-mail address as it is kept and compared, in small letters; undefined for what is none. */
export function readEmail(text: string): string | undefined {
  const plain = text.trim().normalize("NFKC").toLowerCase();
  return plain.length <= charactersMax && email.test(plain) ? plain : undefined;
}

const nameCharactersMax = 100;

/** A person's name with single spaces; undefined for an empty or an endless one. */
export function readName(text: string): string | undefined {
  const plain = text.normalize("NFC").replace(/\p{C}/gu, "").replace(/\s+/g, " ").trim();
  return plain === "" || plain.length > nameCharactersMax ? undefined : plain;
}
