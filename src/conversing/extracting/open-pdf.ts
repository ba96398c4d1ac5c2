import PDFDocument from "pdfkit";
import type { Language } from "../../channels/channel.ts";
import type { ExtractDocument } from "./extract-document.ts";
import type { ExtractWords } from "./words/words.ts";

export interface PdfManner {
  language: Language;
  timeZone: string;
  /** Paths of the typeface's files, which are embedded. */
  typeface: { regular: string; bold: string };
}

type Pdf = PDFKit.PDFDocument;

/** An empty PDF/A-2b: tagged, with its language, its title and its typefaces in it. */
export function openPdf(
  document: ExtractDocument,
  { language, typeface }: PdfManner,
  words: ExtractWords,
): Pdf {
  const pdf = new PDFDocument({
    pdfVersion: "1.7",
    subset: "PDF/A-2b",
    tagged: true,
    lang: language === "it" ? "it-IT" : "en-GB",
    displayTitle: true,
    bufferPages: true,
    size: "A4",
    margins: { top: 56, bottom: 64, left: 56, right: 56 },
    // Named here too: without it, one of the typefaces that no PDF/A may leave out of the file would be opened.
    font: typeface.regular,
    info: {
      Title: words.title(document.conversation.id),
      Author: document.authority.name,
      Creator: "Bacheca",
      CreationDate: new Date(document.madeAt),
    },
  });
  pdf.registerFont("regular", typeface.regular);
  pdf.registerFont("bold", typeface.bold);
  return pdf;
}

/** Which signs the typeface has: pdfkit knows it and tells nobody. */
export function signsOf(pdf: Pdf): (codePoint: number) => boolean {
  const { _font } = pdf.font("regular") as unknown as {
    _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  return (codePoint) => _font.font.hasGlyphForCodePoint(codePoint);
}
