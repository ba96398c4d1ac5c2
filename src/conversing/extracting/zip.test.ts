import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { type ZipEntry, zipPieces } from "./zip.ts";

const at = new Date("2026-11-22T09:32:10.000Z");
const hasUnzip = spawnSync("unzip", ["-v"]).status === 0;

function entry(name: string, content: Buffer): ZipEntry {
  return { name, bytes: content.length, crc32: crc32(content), content: () => [content] };
}

async function zipped(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zipPieces(entries, at)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const letter = Buffer.from("Buongiorno, scade domani? 😀");
const noise = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 31) % 251));
const entries = [
  entry("lettera.txt", letter),
  entry("allegati/città-سيرة.bin", noise),
  entry("vuoto", Buffer.alloc(0)),
];

test("the directory names every file and where it begins, and the same input gives the same bytes", async () => {
  const zip = await zipped(entries);
  const end = zip.subarray(-22);
  expect(end.readUInt16LE(10)).toBe(3);
  let from = end.readUInt32LE(16);
  for (const { name, bytes, crc32: sum } of entries) {
    expect(zip.readUInt32LE(from)).toBe(0x02014b50);
    const nameBytes = zip.readUInt16LE(from + 28);
    expect(zip.subarray(from + 46, from + 46 + nameBytes).toString()).toBe(name);
    const local = zip.readUInt32LE(from + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const content = zip.subarray(local + 30 + nameBytes, local + 30 + nameBytes + bytes);
    expect(crc32(content)).toBe(sum);
    from += 46 + nameBytes;
  }
  expect(from).toBe(zip.length - 22);
  expect((await zipped(entries)).equals(zip)).toBe(true);
});

test.runIf(hasUnzip)("another program finds it whole and gives the files back", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zip-"));
  try {
    const file = path.join(folder, "a.zip");
    writeFileSync(file, await zipped(entries));
    expect(execFileSync("unzip", ["-t", file], { encoding: "utf8" })).toContain("No errors detected");
    execFileSync("unzip", ["-q", file, "-d", folder], { env: { LC_ALL: "C.UTF-8" } });
    expect(readFileSync(path.join(folder, "lettera.txt")).equals(letter)).toBe(true);
    expect(readFileSync(path.join(folder, "allegati/città-سيرة.bin")).equals(noise)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("content of another length than was said is no archive", async () => {
  await expect(zipped([{ ...entry("x", letter), bytes: 3 }])).rejects.toThrow("instead of 3");
});
