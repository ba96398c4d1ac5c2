import { expect, test } from "vitest";
import { suites } from "./suites.ts";

test("every test file is in exactly one suite, the quick ones first", () => {
  const files = ["test/journeys/a.test.ts", "src/x.test.ts", "test/tidy.test.ts", "test/pages/today.test.ts"];
  expect(suites(files).map((suite) => suite.name)).toEqual(["tidy", "beside", "journeys", "pages"]);
  expect(
    suites(files)
      .flatMap((suite) => suite.files)
      .toSorted(),
  ).toEqual(files.toSorted());
});
