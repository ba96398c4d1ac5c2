import type { ExtractsWords } from "./words.ts";

export const en: ExtractsWords = {
  title: "Extracts for the register",
  lead: "An extract is a ZIP file with the conversation as PDF/A and as JSON, the attachments received and the list of SHA-256 hashes. Internal notes stay out. Download it, enter it in your official register and note the number here.",
  make: "Make an extract",
  makeHint: "It holds what is there at this moment; what comes later goes into another extract.",
  none: "There is no extract of this conversation yet.",
  listTitle: "Extracts made",
  one: (moment) => `Extract made ${moment}`,
  madeBy: (name, messages) => `By ${name}, ${messages === 1 ? "1 message" : `${messages} messages`}`,
  registered: (number, day) => `Registered as ${number}, ${day}`,
  unregistered: "Not registered yet",
  download: "Download the ZIP file",
  size: (megabytes) => `${megabytes} MB`,
  hash: "SHA-256 hash of the file",
  number: "Register number",
  date: "Date of registration",
  note: "Note the number",
  correct: "Correct the register number",
  done: { made: "The extract is ready: it is below.", noted: "The register number is noted." },
  tooLarge:
    "The attachments together are larger than 1.9 GB and do not fit an extract. Download them one by one from the conversation.",
  incomplete: (files) =>
    `This extract can no longer be downloaded as it was, since meanwhile these were erased: ${files}. Its hash still proves the copy you registered.`,
  erased: "Our copy of this extract was erased. Its hash still proves the copy you registered.",
  section: {
    title: "Register",
    none: "No extract for the register.",
    link: "Extracts for the register",
  },
};
