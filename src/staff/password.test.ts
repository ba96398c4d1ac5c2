import { describe, expect, test } from "vitest";
import { judgePassword, normalPassword, type PasswordFault } from "./password.ts";

const marco = { name: "Marco Bianchi", email: "m.bianchi@valdilago.example" };

describe("a new password", () => {
  test.each<[string, PasswordFault | undefined]>([
    ["tre parole a caso", undefined],
    ["correct horse battery staple", undefined],
    ["Magazziniere48!", undefined],
    ["840193756201", undefined],
    ["ひらがなとカタカナだけの文", undefined],
    ["corta", "password-short"],
    ["undici segn", "password-short"],
    ["x".repeat(201), "password-long"],
    ["Password2026!", "password-easy"],
    ["P@ssw0rdP@ssw0rd", "password-easy"],
    ["123456789012", "password-easy"],
    ["aaaaaaaaaaaa", "password-easy"],
    ["ababababababab", "password-easy"],
    ["qwertyuiop12", "password-easy"],
    ["Benvenuto2026", "password-easy"],
    ["JuventusForza1", "password-easy"],
    ["marcobianchi1", "password-own-name"],
    ["Bianchi.Valdilago", "password-own-name"],
    ["B1anchi-Marco-2026", "password-own-name"],
  ])("%s: %s", (password, fault) => {
    expect(judgePassword(password, marco)).toBe(fault);
  });

  test("is measured in signs, not in bytes", () => {
    expect(judgePassword("😀🚀🌲🍋🐝🎻", marco)).toBe("password-short");
  });

  test("is the same however the keyboard makes an accent", () => {
    expect(normalPassword("perche\u0301")).toBe(normalPassword("perch\u00e9"));
  });
});
