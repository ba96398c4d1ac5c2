import { expect, test } from "vitest";
import { keysOf } from "../src/watching/item-key.ts";
import * as cast from "./people.ts";

const rules = {
  sourceId: "portale",
  references: cast.valdilago.settings.references.map((each) => new RegExp(each, "i")),
};

test("the extended offer is the same by its reference and by nothing else", () => {
  const [before = []] = keysOf([cast.warehouseOffer], rules);
  const [after = []] = keysOf([cast.extendedWarehouseOffer], rules);
  expect(before.filter((key) => after.includes(key))).toEqual(["ref:VDL-2026-0412"]);
});

test("notices with the same words share no key", () => {
  const [one = [], other = []] = keysOf([cast.closedOnMonday, cast.closedOnMondayAgain], rules);
  expect(one.filter((key) => other.includes(key))).toEqual([]);
});

test("as many offers as asked for are all different", () => {
  const keys = keysOf(cast.offers(300), rules).map((each) => each[0]);
  expect(new Set(keys).size).toBe(300);
});
