import { describe, expect, it } from "vitest";
import { healthDetail, healthName } from "./explain.ts";

describe("the health of an account in words", () => {
  it("names what was looked at in the reader's language, and keeps a name it does not know", () => {
    expect(healthName("permissions", "it")).toBe("permessi");
    expect(healthName("permissions", "en")).toBe("permissions");
    expect(healthName("something-new", "it")).toBe("something-new");
  });

  it("says moments as days and an expiry that does not exist as never", () => {
    expect(healthDetail("2027-02-20T12:00:00.000Z", "it")).toBe("20 febbraio 2027");
    expect(healthDetail("2027-02-20T12:00:00.000Z", "en")).toBe("20 February 2027");
    expect(healthDetail("∞", "it")).toBe("mai");
    expect(healthDetail("v25.0", "it")).toBe("v25.0");
  });
});
