import type { AttachmentWords } from "./words.ts";

export const en: AttachmentWords = {
  due: "About to be downloaded.",
  fetching: "Being downloaded.",
  refused: (why) => `Not accepted: ${why}`,
  gone: (why) => `No longer there: ${why}`,
  kinds: { picture: "picture", film: "film", voice: "voice", document: "document" },
  why: {
    "too-large": "it is larger than 25 MB. Ask for it by PEC or e-mail.",
    "too-many": "the message has more than 30 files.",
    "message-too-large": "the files of the message together are larger than 100 MB.",
    "foreign-address": "its address is not of the network the message came from.",
    program: "it is a program, whatever its name says. Do not open it.",
    "web-page": "it is a web page, whatever its name says. Do not open it.",
    "drawing-with-scripts": "it is an SVG drawing, which can hold programs. Ask for a photo or a PDF.",
    archive: "it is a compressed archive. Ask for the files one by one.",
    macros: "it is a document with macros. Ask for a PDF.",
    "old-office-format": "it is an old kind of Office document, which can hold macros. Ask for a PDF.",
    "unknown-kind": "its content is of no kind we accept. Ask for a PDF or a photo.",
    empty: "it is empty.",
    expired: "the network does not give it any more. Ask for it to be sent again.",
    "not-reached": "the network did not give it in more than a day of tries. Ask for it to be sent again.",
    "term-over": "we erased it, since the time for which it is kept is over.",
  },
};
