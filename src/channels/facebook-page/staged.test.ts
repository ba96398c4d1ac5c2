import { expect, test } from "vitest";
import { clip, now, picture } from "./pretend-http.ts";
import {
  fingerprintOf,
  goodUntil,
  isWorthKeeping,
  readStaged,
  type StagedFilm,
  type StagedPhotos,
  toStaged,
} from "./staged.ts";

const photos: StagedPhotos = {
  kind: "photos",
  photos: ["12345678901234567890"],
  fingerprint: "f",
  startedAt: now,
  isComplete: false,
};
const film: StagedFilm = {
  kind: "film",
  videoId: "7",
  uploadUrl: "https://rupload.facebook.com/video-upload/v25.0/7",
  fingerprint: "f",
  startedAt: now,
  isComplete: true,
};

test("what is kept is read again as it was, after the way through a database", () => {
  for (const staged of [photos, film]) {
    expect(readStaged(JSON.parse(JSON.stringify(toStaged(staged))))).toEqual(staged);
  }
});

test.each([
  ["nothing", undefined],
  ["another channel's", { kind: "container", id: "1" }],
  ["one without its moment", { ...toStaged(film), startedAt: undefined }],
  ["an id that was a number once", { ...toStaged(photos), photos: [12] }],
  ["an id that leads elsewhere", { ...toStaged(film), videoId: "../me" }],
])("%s is no staged media of ours", (_what, staged) => {
  expect(readStaged(staged)).toBeUndefined();
});

test("media are told apart by their bytes, their number and their order", () => {
  const [one, two] = [Buffer.from("uno"), Buffer.from("due")].map((bytes) => ({ ...picture, bytes }));
  if (!one || !two) throw new Error("two pictures");
  const all = [[], [one], [two], [one, two], [two, one], [one, one], [clip]].map(fingerprintOf);
  const glued = fingerprintOf([{ bytes: Buffer.from("unodue") }]);
  expect(new Set([...all, glued]).size).toBe(8);
  expect(fingerprintOf([one, two])).toBe(fingerprintOf([{ ...one }, { ...two, width: 1 }]));
});

test("staged media are good for a day less an hour, and not gone on with in its last hours", () => {
  const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  expect(goodUntil(photos)).toEqual(hoursLater(23));
  expect([0, 19.9, 20, 23, -0.1].map((hours) => isWorthKeeping(photos, hoursLater(hours)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
