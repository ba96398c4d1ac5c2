import type { Language } from "../../channels/channel.ts";
import { tellAttachment } from "../attachments/words/index.ts";
import type { ExtractAttachment, ExtractDocument, ExtractMessage } from "./extract-document.ts";
import { momentTeller } from "./moment-teller.ts";
import { openPdf, type PdfManner, signsOf } from "./open-pdf.ts";
import { extractWordsOf } from "./words/index.ts";
import type { ExtractWords } from "./words/words.ts";
import { writableText } from "./writable-text.ts";

type Pdf = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;

/** What is written, in which words. */
interface Pen {
  pdf: Pdf;
  words: ExtractWords;
  language: Language;
  write(text: string): string;
  moment(iso: string): string;
}

const sizes = { title: 20, heading: 14, text: 11, small: 9 } as const;
const quiet = "#455b71";
const ink = "#17324d";

/** The extract as PDF/A-2b: tagged, with its language and embedded typefaces, pages numbered. */
export async function extractPdf(document: ExtractDocument, manner: PdfManner): Promise<Buffer> {
  const words = extractWordsOf(manner.language);
  const pdf = openPdf(document, manner, words);
  const pieces: Buffer[] = [];
  pdf.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.once("end", resolve);
    pdf.once("error", reject);
  });
  const moments = momentTeller(words.locale, manner.timeZone);
  const pen: Pen = {
    pdf,
    words,
    language: manner.language,
    write: (text) => writableText(text, signsOf(pdf)),
    moment: (iso) => moments(new Date(iso)),
  };
  writeWhole(pen, document);
  numberPages(pen, document);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

function writeWhole(pen: Pen, document: ExtractDocument): void {
  const { pdf, words } = pen;
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  paragraph(pen, root, document.authority.name, { size: sizes.text, colour: quiet });
  paragraph(pen, root, words.title(document.conversation.id), { tag: "H1", size: sizes.title, isBold: true });
  for (const [label, value] of factsOf(pen, document)) {
    paragraph(pen, root, `${label}: ${value}`, { gap: 0.1 });
  }
  pdf.moveDown(0.5);
  paragraph(pen, root, words.lead, { size: sizes.small, colour: quiet });
  paragraph(pen, root, words.signs, { size: sizes.small, colour: quiet });
  heading(pen, root, words.messagesTitle);
  if (document.messages.length === 0) paragraph(pen, root, words.noMessages);
  for (const [index, message] of document.messages.entries()) writeMessage(pen, root, message, index + 1);
  if (document.unsent.length > 0) heading(pen, root, words.unsentTitle);
  for (const { text, state, writtenAt, isAutomatic } of document.unsent) {
    const told = Object.hasOwn(words.states, state)
      ? words.states[state as keyof typeof words.states]
      : state;
    const more = isAutomatic ? `, ${words.automatic}` : "";
    paragraph(pen, root, `${pen.moment(writtenAt)} – ${told}${more}`, { isBold: true, gap: 0.1 });
    paragraph(pen, root, text);
  }
  root.end();
}

function factsOf({ words, moment }: Pen, document: ExtractDocument): [string, string][] {
  const { authority, account, conversation, messages } = document;
  const { facts, notTold } = words;
  const person = [conversation.person.name, conversation.person.id && `(${conversation.person.id})`];
  return [
    [facts.authority, `${authority.name} (${authority.id})`],
    [facts.page, `${account.name} (${account.channel} ${account.externalId})`],
    [facts.kind, words.kinds[conversation.kind]],
    [facts.person, person.filter((part) => part !== null).join(" ") || notTold],
    ...(conversation.postId === null ? [] : [[facts.post, conversation.postId] as [string, string]]),
    [facts.conversation, conversation.id],
    [facts.madeAt, moment(document.madeAt)],
    [facts.madeBy, document.madeBy],
    [facts.messages, String(messages.length)],
  ];
}

function writeMessage(pen: Pen, root: Section, message: ExtractMessage, number: number): void {
  const { pdf, words, moment } = pen;
  // Who wrote it never stands alone at the foot of a page.
  if (pdf.y > pdf.page.height - pdf.page.margins.bottom - 72) pdf.addPage();
  const kind = words.authors[message.author];
  const who = message.authorName ? `${message.authorName} (${kind})` : kind;
  const automatic = message.isAutomatic ? `, ${words.automatic}` : "";
  const at = moment(message.sentAt);
  paragraph(pen, root, `${number}. ${who} – ${at}${automatic}`, { tag: "H3", isBold: true, gap: 0.1 });
  const { editedAt, removedAt, hiddenAt } = message;
  const small = [
    `${words.id}: ${message.id}`,
    ...(message.isSentAtSure ? [] : [words.unsure]),
    ...(editedAt === null ? [] : [words.edited(moment(editedAt))]),
    ...(removedAt === null ? [] : [words.removed(moment(removedAt))]),
    ...(hiddenAt === null ? [] : [words.hidden(moment(hiddenAt))]),
  ];
  for (const line of small) paragraph(pen, root, line, { size: sizes.small, colour: quiet, gap: 0.1 });
  paragraph(pen, root, message.text || words.noText);
  for (const { at: then, text } of message.earlier) {
    paragraph(pen, root, words.earlier(moment(then)), { size: sizes.small, colour: quiet, gap: 0.1 });
    paragraph(pen, root, text, { colour: quiet });
  }
  for (const one of message.attachments) {
    paragraph(pen, root, tellFile(pen, one), { size: sizes.small, colour: quiet });
  }
}

function tellFile({ words, language }: Pen, one: ExtractAttachment): string {
  if (one.file !== null) return `${words.attachment(one.file, String(one.bytes))}\nSHA-256 ${one.sha256}`;
  const why = tellAttachment(one, language) ?? "";
  return `${words.attachmentMissing(one.name ?? one.kind)} ${why}`;
}

interface Look {
  tag?: "H1" | "H2" | "H3" | "P";
  size?: number;
  colour?: string;
  isBold?: boolean;
  /** Below it, in lines. */
  gap?: number;
}

function heading(pen: Pen, root: Section, text: string): void {
  pen.pdf.moveDown(0.5);
  paragraph(pen, root, text, { tag: "H2", size: sizes.heading, isBold: true });
}

function paragraph({ pdf, write }: Pen, root: Section, text: string, look: Look = {}): void {
  const { tag = "P", size = sizes.text, colour = ink, isBold = false, gap = 0.5 } = look;
  const written = write(text);
  root.add(
    pdf.struct(tag, {}, () => {
      pdf
        .font(isBold ? "bold" : "regular")
        .fontSize(size)
        .fillColor(colour)
        .text(written);
    }),
  );
  pdf.moveDown(gap);
}

/** Below each page, as what belongs to the paper and not to the text. */
function numberPages({ pdf, words, write }: Pen, document: ExtractDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin pdfkit would begin another page.
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font("regular").fontSize(sizes.small).fillColor(quiet);
    const y = pdf.page.height - 44;
    pdf.text(write(document.authority.name), 56, y, { width: 340, height: 12, ellipsis: true });
    pdf.text(words.page(page - start + 1, count), 56, y, { width: pdf.page.width - 112, align: "right" });
    pdf.endMarkedContent();
  }
}
