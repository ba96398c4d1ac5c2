import { type ItemKind, itemKinds } from "../watching/found-item.ts";
import { type Contract, isContract } from "./contract.ts";
import { isProfession, type Profession } from "./profession.ts";

/** What a reader asks of the noticeboard. */
export interface Question {
  /** Words to look for, as typed; empty = none. */
  search: string;
  kind?: ItemKind;
  /** A place as an item names it. */
  place?: string;
  contract?: Contract;
  /** An office as an item or the authority names it. */
  office?: string;
  profession?: Profession;
  state: BoardState;
  /** From 1. */
  page: number;
}

/** "open" holds what has no known end, too. */
export const boardStates = ["open", "soon", "all"] as const;
export type BoardState = (typeof boardStates)[number];

export const searchCharactersMax = 200;
/** Of a place and of an office. */
const nameCharactersMax = 120;

/** The names of the parts of a question in an address: Italian, since people read and pass on addresses. */
export const parameterNames = {
  search: "cerca",
  kind: "tipo",
  place: "luogo",
  contract: "contratto",
  office: "sede",
  profession: "professione",
  state: "stato",
  page: "pagina",
} as const satisfies Record<keyof Question, string>;

export const stateWords: Record<BoardState, string> = { open: "aperte", soon: "in-scadenza", all: "tutte" };

export type QuestionFault = "search-too-long" | "unknown-filter" | "bad-page";
export type QuestionReading =
  | { kind: "question"; question: Question }
  | { kind: "fault"; fault: QuestionFault };

/** Reads a question out of the parameters of an address. Empty ones, as forms send them, and foreign ones count as none. */
export function readQuestion(parameters: Readonly<Record<string, unknown>>): QuestionReading {
  const value = (part: keyof Question) => firstText(parameters[parameterNames[part]]);
  const search = value("search");
  const kind = value("kind");
  const place = value("place");
  const contract = value("contract");
  const office = value("office");
  const profession = value("profession");
  const state = value("state");
  const page = value("page");
  if (search.length > searchCharactersMax) return { kind: "fault", fault: "search-too-long" };
  if (kind !== "" && !isItemKind(kind)) return { kind: "fault", fault: "unknown-filter" };
  if (contract !== "" && !isContract(contract)) return { kind: "fault", fault: "unknown-filter" };
  if (profession !== "" && !isProfession(profession)) return { kind: "fault", fault: "unknown-filter" };
  if (Math.max(place.length, office.length) > nameCharactersMax) {
    return { kind: "fault", fault: "unknown-filter" };
  }
  const known = boardStates.find((each) => stateWords[each] === state);
  if (state !== "" && !known) return { kind: "fault", fault: "unknown-filter" };
  if (page !== "" && !/^[1-9]\d{0,8}$/.test(page)) return { kind: "fault", fault: "bad-page" };
  return {
    kind: "question",
    question: {
      search,
      ...(kind !== "" && { kind }),
      ...(place !== "" && { place }),
      ...(contract !== "" && { contract }),
      ...(office !== "" && { office }),
      ...(profession !== "" && { profession }),
      state: known ?? "open",
      page: page === "" ? 1 : Number(page),
    },
  };
}

/** The parameters that ask a question again; what is usual is left out, so that one question has one address. */
export function parametersOf(question: Partial<Question>): [name: string, value: string][] {
  const { search, kind, place, contract, office, profession, state, page } = question;
  const parts: [keyof Question, string | undefined][] = [
    ["search", search || undefined],
    ["kind", kind],
    ["place", place],
    ["contract", contract],
    ["office", office],
    ["profession", profession],
    ["state", state && state !== "open" ? stateWords[state] : undefined],
    ["page", page && page > 1 ? String(page) : undefined],
  ];
  return parts.flatMap(([part, value]) => (value === undefined ? [] : [[parameterNames[part], value]]));
}

export function isFiltered({ search, kind, place, contract, office, profession }: Question): boolean {
  return search !== "" || [kind, place, contract, office, profession].some((each) => each !== undefined);
}

function isItemKind(text: string): text is ItemKind {
  return (itemKinds as readonly string[]).includes(text);
}

/** Of a parameter given twice the first; control characters, which no field of a form can hold, are spaces. */
function firstText(value: unknown): string {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === "string" ? text.replace(/\p{Cc}+/gu, " ").trim() : "";
}
