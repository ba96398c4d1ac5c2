import { fileTypeFromBuffer } from "file-type";
import { type KeptOutReason, keptMediaTypes } from "./attachment.ts";

export type RecognisedFile = { kind: "kept"; mediaType: string } | { kind: "refused"; why: KeptOutReason };

/** The same thing under another name. */
const sameTypes: Record<string, string> = {
  "image/heif": "image/heic",
  "audio/x-m4a": "audio/mp4",
  "video/x-m4v": "video/mp4",
  "video/quicktime": "video/mp4",
  "audio/opus": "audio/ogg",
  "video/ogg": "audio/ogg",
  "application/ogg": "audio/ogg",
};

const refusedTypes: Record<string, KeptOutReason> = {
  "application/x-msdownload": "program",
  "application/x-elf": "program",
  "application/x-mach-binary": "program",
  "application/vnd.android.package-archive": "program",
  "application/java-vm": "program",
  "application/wasm": "program",
  "application/x-sh": "program",
  "application/x-ms-shortcut": "program",
  "application/vnd.ms-cab-compressed": "archive",
  "application/x-cfb": "old-office-format",
  "application/html": "web-page",
};

/** What a file is, by its bytes alone; a name and what the network says of it count for nothing. */
export async function recogniseFile(bytes: Buffer): Promise<RecognisedFile> {
  if (bytes.length === 0) return refused("empty");
  const byText = refusalOfText(bytes);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mime = found ? (sameTypes[found.mime.split(";")[0] ?? ""] ?? found.mime.split(";")[0] ?? "") : "";
  if (keptMediaTypes.includes(mime)) return isDocument(mime) ? withoutMacros(bytes, mime) : kept(mime);
  if (/macroenabled/i.test(mime)) return refused("macros");
  const why = refusedTypes[mime];
  if (why) return refused(why);
  if (/zip|compressed|tar|rar|7z|archive|xz|bzip|lz|zstd/.test(mime)) return refused("archive");
  return refused(byText ?? "unknown-kind");
}

function isDocument(mime: string): boolean {
  return mime.startsWith("application/vnd.");
}

/**
 * Names in a ZIP file stand in clear in its directory. An office document with a macro's project, or with a program
 * in it, is named as an ordinary one often enough.
 */
function withoutMacros(bytes: Buffer, mime: string): RecognisedFile {
  const directory = bytes.subarray(Math.max(0, bytes.indexOf("PK\x01\x02", 0, "latin1"))).toString("latin1");
  return /vbaProject|vbaData|macrosheets|activeX|oleObject|Basic\/script-lb|Scripts\//i.test(directory)
    ? refused("macros")
    : kept(mime);
}

/** What no signature tells: pages, drawings that run scripts, scripts. */
function refusalOfText(bytes: Buffer): KeptOutReason | undefined {
  const start = bytes
    .subarray(0, 2_048)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
    .toLowerCase();
  if (start.startsWith("mz") || start.startsWith("#!")) return "program";
  if (/<svg[\s>]/.test(start)) return "drawing-with-scripts";
  if (/^(<!doctype html|<html|<head|<body|<script|<\?xml[^>]*>\s*<html|<!--)/.test(start)) return "web-page";
  return /^(@echo|wscript|powershell|function |<job|\[internetshortcut)/.test(start) ? "program" : undefined;
}

function kept(mediaType: string): RecognisedFile {
  return { kind: "kept", mediaType };
}

function refused(why: KeptOutReason): RecognisedFile {
  return { kind: "refused", why };
}
