import { expect, test } from "vitest";
import { account } from "./pretend-http.ts";
import { isUploadAddress } from "./upload-address.ts";

const facebook = account().settings;
const sandbox = account({ graphUrl: "http://127.0.0.1:8099", allowPrivateAddress: true }).settings;
const named = account({ uploadUrl: "https://caricamenti.example.it/film" }).settings;

test.each([
  ["Facebook's own host", "https://rupload.facebook.com/video-upload/v25.0/7", facebook, true],
  ["Facebook's host without https", "http://rupload.facebook.com/video-upload/v25.0/7", facebook, false],
  ["another port of it", "https://rupload.facebook.com:444/7", facebook, false],
  ["another host of Facebook", "https://graph.facebook.com/7", facebook, false],
  ["a host that begins alike", "https://rupload.facebook.com.example.org/7", facebook, false],
  ["a host hidden behind a name", "https://rupload.facebook.com@example.org/7", facebook, false],
  ["a name and a password before the host", "https://a:b@rupload.facebook.com/7", facebook, false],
  ["no address at all", "video-upload/7", facebook, false],
  ["the very host of another graphUrl", "http://127.0.0.1:8099/video-upload/v25.0/7", sandbox, true],
  ["Facebook's host beside another graphUrl", "https://rupload.facebook.com/7", sandbox, false],
  ["the host that the settings name", "https://caricamenti.example.it/7", named, true],
  ["Facebook's host beside one the settings name", "https://rupload.facebook.com/7", named, false],
])("%s: %s", (_what, address, settings, isOurs) => {
  expect(isUploadAddress(address, settings)).toBe(isOurs);
});
